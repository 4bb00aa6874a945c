package io.platformapi.verify.junit;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
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
}
