package io.platformapi.conformance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.domain.ExampleWorld;
import io.platformapi.domain.MemoryStore;
import io.platformapi.domain.Store;
import io.platformapi.domain.Transaction;
import io.platformapi.domain.Unavailable;
import io.platformapi.restassured.ResponseCheckFilter;
import io.platformapi.server.PlatformServer;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no request earns by itself: limits that are passed, and a server that is not well. Asked with REST-assured. */
final class ServerFailuresTest {

    private static final ResponseCheckFilter DOCUMENTED =
            new ResponseCheckFilter(Running.CONTRACT, Undocumented.REFUSED);

    /** A store that fails whoever asks. */
    private record Failing(Runnable failure) implements Store {

        @Override
        public <T> T read(Function<? super Transaction, T> work) {
            failure.run();
            throw new AssertionError("the store fails");
        }

        @Override
        public <T> T write(Function<? super Transaction, T> work) {
            failure.run();
            throw new AssertionError("the store fails");
        }
    }

    private static Store world() {
        Store store = new MemoryStore();
        ExampleWorld.enter(store);
        return store;
    }

    private static Response asked(PlatformServer server, Operation operation) {
        HttpRequest request = Requests.examples(operation).get(0).request();
        return given().baseUri(server.uri().toString())
                .filter(DOCUMENTED)
                .header("Authorization", Running.CREDENTIAL)
                .contentType("application/json")
                .body(request.body())
                .post(request.path());
    }

    /** Every operation is answered alike by a server of these settings. */
    private static void expect(int status, String code, PlatformServer server, Consumer<Response> more) {
        for (Operation operation : Requests.canonical()) {
            expect(status, code, asked(server, operation), more);
        }
    }

    private static void expect(int status, String code, Response answer, Consumer<Response> more) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("ResponseStatus.ErrorCode")).isEqualTo(code);
        more.accept(answer);
    }

    /** What the rules say of a contact who has just been asked. */
    private static final String AN_HOUR = "3600";

    @Test
    void refusesABodyThatIsTooLarge() throws IOException {
        try (PlatformServer server = ServerWorld.start(Map.of("port", "0", "body.bytes", "1"), world())) {
            expect(413, "PayloadTooLarge", server, answer -> {});
        }
    }

    /** A minute may end between two requests, but not twice among three. */
    @Test
    void refusesWhoAsksTooOften() throws IOException {
        try (PlatformServer server = ServerWorld.start(Map.of("port", "0", "requests.per.minute", "1"), world())) {
            for (Operation operation : Requests.canonical()) {
                Response refused = Stream.generate(() -> asked(server, operation))
                        .limit(4)
                        .filter(answer -> answer.statusCode() != 200)
                        .filter(answer -> !AN_HOUR.equals(answer.header("Retry-After"))) // a minute has passed between
                        .findFirst()
                        .orElseThrow();
                expect(
                        429,
                        "TooManyRequests",
                        refused,
                        answer -> assertThat(Integer.parseInt(answer.header("Retry-After")))
                                .isBetween(1, 60));
            }
        }
    }

    @Test
    void keepsItsInternalsToItselfWhenItFails() throws IOException {
        failsSilently(new Failing(() -> {
            throw new IllegalStateException("table CONTACTS is gone");
        }));
    }

    @Test
    void keepsItsInternalsToItselfWhenItIsBroken() throws IOException {
        failsSilently(new Failing(() -> {
            throw new NoClassDefFoundError("io/platformapi/CONTACTS");
        }));
    }

    private static void failsSilently(Store failing) throws IOException {
        try (PlatformServer server = ServerWorld.start(Map.of("port", "0"), failing)) {
            expect(500, "InternalError", server, failed -> {
                assertThat(failed.<String>path("ResponseStatus.Meta.FailureId")).isNotBlank();
                assertThat(failed.asString()).doesNotContain("CONTACTS").doesNotContain("IllegalState");
            });
        }
    }

    @Test
    void saysWhenToComeBackWhenItCannotAnswer() throws IOException {
        Store away = new Failing(() -> {
            throw new Unavailable("no connection", Duration.ofSeconds(5), new IOException());
        });
        try (PlatformServer server = ServerWorld.start(Map.of("port", "0"), away)) {
            expect(
                    503,
                    "Unavailable",
                    server,
                    failed -> assertThat(failed.header("Retry-After")).isEqualTo("5"));
        }
    }
}
