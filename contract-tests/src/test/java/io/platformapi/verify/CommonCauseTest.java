package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.LocalServer;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What keeps every operation from being tested is told in one line, and what to do about it. */
class CommonCauseTest {

    private static final String SERVED_BELOW = "servers: [{url: 'https://api.example.com/v2'}]\n";

    private static final String DOCUMENT = """
            openapi: 3.1.1
            info: {title: Closed, version: '1'}
            %spaths:
              /a: {get: {operationId: a, security: [{s: []}], responses: {default: {description: any}}}}
              /b: {get: {operationId: b, security: [{s: []}], responses: {default: {description: any}}}}
            components: {securitySchemes: {s: %s}}
            """;

    private static final String BEARER = "{type: http, scheme: bearer}";

    @TempDir
    private Path folder;

    private VerifyRun run(HttpResponse always, String servers, String scheme, String... more) throws IOException {
        try (LocalServer server = LocalServer.start(request -> always)) {
            VerifyRun run = VerifyRun.of(folder, DOCUMENT.formatted(servers, scheme), server.address(), more);
            return new VerifyRun(
                    run.status(), run.out().replace(server.address().toString(), "URL"), run.err());
        }
    }

    private static HttpResponse html(int status, String title) {
        return HttpResponse.of(status, "text/html", PetServer.bytes("<html><title>" + title + "</title></html>"));
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of(
                        HttpResponse.of(403, Headers.none()),
                        "Every valid request is answered with 403: the credential that was given may not do this, or a"
                                + " gateway refuses it."),
                Arguments.of(
                        HttpResponse.of(404, Headers.none()),
                        "Every valid request is answered with 404. The document's servers say /v2: try --url URL/v2."),
                Arguments.of(
                        html(404, "Not found"),
                        "Every valid request is answered with an HTML page, \"Not found\" (404): a login page or a"
                                + " proxy may stand before the server. The document's servers say /v2: try --url"
                                + " URL/v2."),
                Arguments.of(
                        HttpResponse.of(302, Headers.of("Location", "https://login.example.com/in?to=a")),
                        "Every valid request is redirected (302) to https://login.example.com/in: give the address"
                                + " that answers as --url, or the credential that it misses."),
                Arguments.of(
                        HttpResponse.of(502, Headers.none()),
                        "Every valid request fails (502): look into the server's log."));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void tellsWhatEveryAnswerIs(HttpResponse always, String line) throws IOException {
        VerifyRun run = run(always, SERVED_BELOW, BEARER);

        assertThat(run.status()).isNotZero();
        assertThat(run.out().lines()).contains(line);
    }

    @Test
    void tellsAnAnswerThatIsAPageInPlaceOfTheDocumentedType() throws IOException {
        String document = VerifyRun.reads("application/json", "/a", "/b");
        try (LocalServer server = LocalServer.start(request -> html(200, "Sign in"))) {
            assertThat(VerifyRun.of(folder, document, server.address()).out().lines())
                    .contains("Every valid request is answered with an HTML page, \"Sign in\" (200): a login page or a"
                            + " proxy may stand before the server.");
        }
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void namesThePlaceOfTheCredentialThatIsMissed(String scheme, String option) throws IOException {
        VerifyRun run = run(HttpResponse.of(401, Headers.none()), "", scheme);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out().lines()).contains("Not let in (401): GET /a, GET /b. Give a credential: " + option + ".");
        assertThat(run.out()).contains("untested  Not tested: the valid requests were answered with 401");
    }

    static Stream<Arguments> credentials() {
        return Stream.of(
                Arguments.of(BEARER, "--header 'Authorization: Bearer …'"),
                Arguments.of("{type: http, scheme: basic}", "--header 'Authorization: Basic …'"),
                Arguments.of("{type: apiKey, in: query, name: api_key}", "--query 'api_key=…'"),
                Arguments.of("{type: apiKey, in: cookie, name: session}", "--header 'Cookie: session=…'"),
                Arguments.of("{type: apiKey, in: header, name: X-Key}", "--header 'X-Key: …'"));
    }

    @Test
    void isNotGreenInJUnitWhereEveryAnswerIsA404() throws IOException {
        VerifyRun run = run(HttpResponse.of(404, Headers.none()), "", BEARER, "--format", "junit");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).contains("tests=\"2\" failures=\"2\"");
    }

    @Test
    void sendsAKeyInTheQueryAndShowsItNowhere() throws IOException {
        String document = DOCUMENT.formatted("", "{type: apiKey, in: query, name: api_key}")
                .replace("default: {description: any}", "'200': {description: ok}, '401': {description: no}");
        try (LocalServer server = LocalServer.start(request -> HttpResponse.of(
                request.path().startsWith("/no") ? 404 : request.query().contains("api_key=s%20ecret") ? 200 : 401,
                Headers.none()))) {
            VerifyRun run = VerifyRun.of(folder, document, server.address(), "--query", "api_key=s ecret");

            assertThat(run.out()).contains("2 operations tested.").contains("api_key='\"$API_KEY\"'");
            assertThat(run.out() + run.err()).doesNotContain("ecret");
        }
    }
}
