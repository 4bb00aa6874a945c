package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.LocalServer;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** "Not now" is waited for, and is neither a refusal nor a violation. */
@Timeout(120)
class RateLimitedServersTest {

    private static final String DOCUMENT = """
            openapi: 3.1.1
            info: {title: Limited, version: '1'}
            paths:
              /a:
                get:
                  operationId: a
                  parameters: [{name: n, in: query, required: true, schema: {type: integer}}]
                  responses: {'200': {description: ok}, '400': {description: bad}}
            """;

    @TempDir
    private Path folder;

    /** A server that refuses some of its requests as too many. */
    private VerifyRun run(Target limit, String document, String... more) throws IOException {
        Target limited = request -> {
            HttpResponse refusal = limit.answer(request);
            return refusal.status() == 200 ? good(request) : refusal;
        };
        try (LocalServer server = LocalServer.start(limited)) {
            return VerifyRun.of(folder, document, server.address(), more);
        }
    }

    private static HttpResponse good(HttpRequest request) {
        boolean known = request.path().equals("/a");
        boolean read = request.method().equals("GET") || request.method().equals("HEAD");
        boolean valid = request.query().matches("n=-?\\d+");
        return HttpResponse.of(
                !known ? 404 : !read ? 405 : valid ? 200 : 400, read ? Headers.none() : Headers.of("Allow", "GET"));
    }

    private static HttpResponse ok() {
        return HttpResponse.of(200, Headers.none());
    }

    /** Every so many requests are refused once. */
    private static Target everyFifth(int status, Headers headers) {
        AtomicInteger asked = new AtomicInteger();
        return request -> asked.incrementAndGet() % 5 == 0 ? HttpResponse.of(status, headers) : ok();
    }

    @Test
    void waitsTheSecondsThatTheServerNames() throws IOException {
        VerifyRun run = run(everyFifth(429, Headers.of("Retry-After", "1")), DOCUMENT);

        assertThat(run.out())
                .contains("nothing found", "1 operation tested.")
                .containsPattern("Waited \\d+ s in all: the server limits its clients \\(429 or 503\\)\\.");
        assertThat(run.status()).isZero();
    }

    @Test
    void waitsUntilTheDateThatTheServerNamesByItsOwnClock() throws IOException {
        Instant clock = Instant.parse("1999-12-31T23:59:00Z");
        VerifyRun run = run(
                everyFifth(503, Headers.of("Date", http(clock), "Retry-After", http(clock.plusSeconds(1)))), DOCUMENT);

        assertThat(run.out()).contains("nothing found", "1 operation tested.");
        assertThat(run.status()).isZero();
    }

    private static String http(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atZone(ZoneOffset.UTC));
    }

    @Test
    void asksAgainAfterAWhileWhereNoTimeIsNamed() throws IOException {
        VerifyRun run = run(everyFifth(429, Headers.none()), DOCUMENT);

        assertThat(run.out()).contains("nothing found", "1 operation tested.");
        assertThat(run.status()).isZero();
    }

    @Test
    void takesNoRefusalForARightOneWhereTheTimeIsTooShort() throws IOException {
        Target invalid = request ->
                good(request).status() == 400 ? HttpResponse.of(429, Headers.of("Retry-After", "86400")) : ok();
        VerifyRun run = run(invalid, DOCUMENT);

        assertThat(run.out())
                .contains("untested  3 requests were not tested: rate limited: answered with 429 to the end.")
                .doesNotContain("violation");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void saysInOneLineThatNothingCouldBeTestedForIt() throws IOException {
        VerifyRun run = run(request -> HttpResponse.of(429, Headers.of("Retry-After", "86400")), DOCUMENT);

        assertThat(run.out().lines())
                .contains("Every valid request is answered with 429: the tester is rate limited; raise the server's"
                        + " limit or --max-time.");
        assertThat(run.out()).doesNotContain("violation");
        assertThat(run.status()).isEqualTo(2);
    }

    @Test
    void takesADocumentedOneForTheAnswerItIsAndWaitsNoLongerThanAMinute() throws IOException {
        String document = DOCUMENT.replace("'400':", "'429': {description: once a day}, '400':");
        AtomicInteger asked = new AtomicInteger();
        Target onceADay = request -> good(request).status() == 200 && asked.incrementAndGet() > 1
                ? HttpResponse.of(429, Headers.of("Retry-After", "600"))
                : ok();
        VerifyRun run = run(onceADay, document);

        assertThat(run.out()).contains("nothing found", "1 operation tested.").doesNotContain("not sent");
        assertThat(run.status()).isZero();
    }

    @Test
    void callsA503WithoutATimeTheFailureItIs() throws IOException {
        VerifyRun run = run(everyFifth(503, Headers.none()), DOCUMENT);

        assertThat(run.out()).contains("violation  The server fails with 503.");
        assertThat(run.status()).isEqualTo(1);
    }
}
