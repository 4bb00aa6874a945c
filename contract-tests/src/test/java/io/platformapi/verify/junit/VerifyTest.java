package io.platformapi.verify.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.platformapi.LocalServer;
import io.platformapi.contract.Route;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

final class VerifyTest {

    private static final Contract PING =
            new ContractReader(Access.SAME_ORIGIN).read("""
                    openapi: 3.1.0
                    info: {title: Ping, version: 1.0.0}
                    paths:
                      /ping:
                        get:
                          operationId: ping
                          responses: {'200': {description: d, content: {application/json: {schema: {type: integer}}}}}
                      /pong:
                        get:
                          operationId: pong
                          responses:
                            '200': {description: d, content: {application/json: {schema: {type: integer}}}}
                            '404': {description: d}
                    """, URI.create("file:///ping.yaml"), "ping.yaml");

    /** A server of {@code /ping}; what it answers at {@code /pong} is a test's to say. */
    private static LocalServer serving(HttpResponse pong) throws IOException {
        return LocalServer.start(request -> {
            Route route = PING.route(request);
            if (route instanceof Route.Found found) {
                return found.operation().id().equals("ping") ? json(200, "1") : pong;
            }
            return route instanceof Route.NotFound
                    ? HttpResponse.of(404, "text/plain", new byte[0])
                    : HttpResponse.of(405, "text/plain", new byte[0]).with(Headers.of("Allow", "GET"));
        });
    }

    private static HttpResponse json(int status, String body) {
        return HttpResponse.of(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    /** How each test ends, by its name. */
    private static Map<String, Throwable> ends(Stream<DynamicNode> tests) {
        Map<String, Throwable> ends = new LinkedHashMap<>();
        tests.forEach(test -> ends.put(
                test.getDisplayName(),
                catchThrowable(() -> ((DynamicTest) test).getExecutable().execute())));
        return ends;
    }

    @Test
    void makesATestOfEachOperation() throws IOException {
        try (LocalServer server = serving(json(200, "\"two\""))) {
            Map<String, Throwable> ends =
                    ends(Verify.of(PING).url(server.address()).tests());

            assertThat(ends.keySet()).containsExactly("GET /ping", "GET /pong", "beside the operations");
            assertThat(ends.get("GET /ping")).isNull();
            assertThat(ends.get("GET /pong"))
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageContaining("GET /pong\n  violation  ")
                    .hasMessageContaining("documented-body")
                    .hasMessageContaining("curl -i ")
                    .hasMessageNotContaining("GET /ping\n");
        }
    }

    @Test
    void abortsWhatWasNotTestedWhereThatIsAllowed() throws IOException {
        try (LocalServer server = serving(json(404, "0"))) {
            Map<String, Throwable> ends =
                    ends(Verify.of(PING).allowUntested().url(server.address()).tests());

            assertThat(ends.get("GET /ping")).isNull();
            assertThat(ends.get("GET /pong"))
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining("GET /pong\n  untested (allowed)  Not tested: ");
        }
    }

    @Test
    void passesNothingWhereNobodyListens() throws IOException {
        LocalServer gone = serving(json(200, "2"));
        gone.close();

        Map<String, Throwable> ends =
                ends(Verify.of(PING).allowUntested().url(gone.address()).tests());

        assertThat(ends.get("GET /ping"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("Not tested: ");
        assertThat(ends.get("GET /pong"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("nobody listens");
    }

    @Test
    void takesTheOptionsOfTheCommand(@TempDir Path folder) throws IOException {
        Path settings = folder.resolve("verify.yaml");
        Files.writeString(settings, "options: {random: 0}\noperations: {pong: {skip: it is another team's}}\n");
        Path json = folder.resolve("report.json");
        try (LocalServer server = serving(json(200, "\"two\""))) {
            Map<String, Throwable> ends = ends(Verify.of(PING)
                    .option("config", settings.toString())
                    .option("report", "json=" + json)
                    .url(server.address())
                    .tests());

            assertThat(ends.get("GET /pong"))
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining("verify.yaml:2: it is another team's");
            assertThat(json).content().contains("it is another team's");
        }
    }

    @Test
    void refusesAnOptionThatCannotBe() {
        URI nowhere = URI.create("http://127.0.0.1:9");

        assertThatThrownBy(() ->
                        Verify.of(PING).option("max-tme", "60").url(nowhere).tests())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--max-tme");
        assertThatThrownBy(() ->
                        Verify.of(PING).option("max-time", "0").url(nowhere).tests())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--max-time 0: it takes a number");
    }

    @Test
    void sendsWhatAProgramMakesOfARequestAndTellsNothingOfIt() throws IOException {
        Set<String> signatures = ConcurrentHashMap.newKeySet();
        try (LocalServer server = LocalServer.start(request -> {
            signatures.add(request.headers().text("X-Signature"));
            return json(500, "1");
        })) {
            Map<String, Throwable> ends = ends(Verify.of(PING)
                    .before(request -> request.with("X-Signature", "of " + request.method()))
                    .option("operation", "ping")
                    .url(server.address())
                    .tests());

            assertThat(signatures).contains("of GET").doesNotContain("");
            assertThat(ends.get("GET /ping"))
                    .hasMessageContaining("no-server-error")
                    .hasMessageNotContaining("X-Signature");
        }
    }

    @Test
    void expectsWhatAProgramExpectsOfEveryAnswer() throws IOException {
        try (LocalServer server = serving(json(200, "2"))) {
            Verify pings = Verify.of(PING).allowUntested();

            Map<String, Throwable> kept =
                    ends(pings.expecting("answers are small", (request, answer) -> answer.body().length < 100)
                            .url(server.address())
                            .tests());
            Map<String, Throwable> broken = ends(pings.expecting(
                            "answers name their request",
                            (request, answer) -> answer.headers().has("X-Request-Id"))
                    .url(server.address())
                    .tests());

            assertThat(kept.get("GET /ping")).isNull();
            assertThat(broken.get("GET /ping"))
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageContaining("own-check")
                    .hasMessageContaining("It is not so: answers name their request.");
        }
    }
}
