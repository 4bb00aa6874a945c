package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.wire.ClientSettings;
import io.platformapi.verify.wire.UnsendableRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a server sends, it is read within the limits. */
@Timeout(60)
class HttpTargetTest {

    private static final RunLimits SMALL = new RunLimits(Duration.ofMillis(1500), 1000, Duration.ofMinutes(1));
    private static final HttpRequest REQUEST = HttpRequest.of("GET", "/", Headers.none());
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: %s\r\n";

    private RawServer server;

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private HttpResponse answer(RawServer.Talk talk) throws IOException {
        server = RawServer.start(talk);
        return new HttpTarget(server.address(), ClientSettings.usual(), SMALL).answer(REQUEST);
    }

    private static void begin(OutputStream out, String type) throws IOException {
        RawServer.send(out, HEAD.formatted(type) + "Connection: close\r\n\r\n");
    }

    private static void forEver(OutputStream out, String piece, long pause) throws Exception {
        while (true) {
            RawServer.send(out, piece);
            Thread.sleep(pause);
        }
    }

    @Test
    void readsAnAnswer() throws IOException {
        HttpResponse answer = answer((request, out) -> RawServer.answer(out, 200, "text/plain", "fine"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("fine");
    }

    @Test
    void waitsNoLongerThanAllowedForTheHead() {
        assertThatThrownBy(() -> answer((request, out) -> Thread.sleep(20_000)))
                .isInstanceOf(HttpTimeoutException.class)
                .hasMessage("no answer within 1.5 s");
    }

    @Test
    void waitsNoLongerThanAllowedForAHeadThatDrips() {
        assertThatThrownBy(() -> answer((request, out) -> {
                    RawServer.send(out, "HTTP/1.1 200 OK\r\n");
                    forEver(out, "X-More: and more\r\n", 200);
                }))
                .hasMessage("no answer within 1.5 s");
    }

    @Test
    void waitsNoLongerThanAllowedForABodyThatDrips() {
        assertThatThrownBy(() -> answer((request, out) -> {
                    begin(out, "application/json");
                    RawServer.send(out, "[");
                    forEver(out, " ", 100);
                }))
                .isInstanceOf(UnfinishedAnswer.class)
                .hasMessageMatching("an answer that goes on for more than 1.5 s: 200 application/json, \\d+ bytes so"
                        + " far: \\[");
    }

    @Test
    void readsNoMoreThanAllowed() {
        assertThatThrownBy(() -> answer((request, out) -> {
                    begin(out, "text/plain");
                    forEver(out, "for ever and ever ", 0);
                }))
                .isInstanceOf(UnfinishedAnswer.class)
                .hasMessageStartingWith(
                        "an answer that goes on after 1000 bytes: 200 text/plain, 1000 bytes so far: for ever and ever"
                                + " for ever");
    }

    @Test
    void readsAStreamOfEventsForASecond() throws IOException {
        HttpResponse answer = answer((request, out) -> {
            begin(out, "text/event-stream; charset=utf-8");
            RawServer.send(out, "data: one\n\ndata: two\r\n\r\ndata: cut o");
            Thread.sleep(20_000);
        });

        assertThat(answer.text()).isEqualTo("data: one\n\ndata: two\r\n\r\n");
    }

    @Test
    void readsAStreamThatIsFasterThanItsLimit() throws IOException {
        HttpResponse answer = answer((request, out) -> {
            begin(out, "text/event-stream");
            forEver(out, "data: tick\n\n", 0);
        });

        assertThat(answer.text()).startsWith("data: tick\n\n").endsWith("data: tick\n\n");
    }

    @Test
    void takesASilentStreamOfEventsForAnEmptyOne() throws IOException {
        assertThat(answer((request, out) -> {
                            begin(out, "text/event-stream");
                            Thread.sleep(20_000);
                        })
                        .body())
                .isEmpty();
    }

    @Test
    void readsTheWholeLinesOfAStream() throws IOException {
        HttpResponse answer = answer((request, out) -> {
            begin(out, "application/x-ndjson");
            RawServer.send(out, "{\"n\":1}\n{\"n\":2}\n{\"n\"");
            Thread.sleep(20_000);
        });

        assertThat(answer.text()).isEqualTo("{\"n\":1}\n{\"n\":2}\n");
    }

    @Test
    void tellsThatAConnectionWasClosed() {
        assertThatThrownBy(() -> answer((request, out) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("the connection was closed without an answer");
    }

    @Test
    void tellsThatABodyIsShorterThanItSays() {
        assertThatThrownBy(() -> answer((request, out) ->
                        RawServer.send(out, HEAD.formatted("text/plain") + "Content-Length: 100\r\n\r\ncut off")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected: 100; received: 7");
    }

    @Test
    void tellsWhatItCannotSend() throws IOException {
        server = RawServer.start((request, out) -> {});
        HttpTarget target = new HttpTarget(server.address());

        assertThatThrownBy(() -> target.answer(REQUEST.with("Content-Length", "5")))
                .isInstanceOf(UnsendableRequest.class)
                .hasMessage("header field Content-Length: the client sets this field itself.");
        assertThatThrownBy(() -> target.answer(REQUEST.withPath("/a b"))).isInstanceOf(UnsendableRequest.class);
    }
}
