package io.platformapi.grizzly;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each cure, on real sockets, with either threads. */
final class GrizzlyServerTest {

    private static final Limits LIMITS =
            new Limits(1000, Duration.ofMillis(300), 2000, Duration.ofSeconds(2), 100, 1 << 20);

    private GrizzlyServer server;

    /** Answers the method and the length of the body; fails on demand. */
    private static final class Echo implements RequestHandler {
        @Override
        public Optional<Consumer<byte[]>> begin(Head head, Reply answer) {
            if (head.request().path().equals("/fail")) {
                throw new IllegalStateException("on demand");
            }
            return Optional.of(body -> answer.accept(HttpResponse.of(
                    200, "text/plain", (head.request().method() + " " + body.length).getBytes(US_ASCII))));
        }
    }

    private void start(Threads threads) throws IOException {
        FailurePages pages =
                (status, head) -> HttpResponse.of(status, "text/x-page", ("page " + status).getBytes(US_ASCII));
        server = GrizzlyServer.start(new GrizzlyServer.Setup("127.0.0.1", 0, threads, LIMITS, pages), new Echo());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void answersAClientThatOffersHttp2(Threads threads) throws Exception {
        start(threads);
        var client = HttpClient.newHttpClient();

        for (int i = 0; i < 300; i++) {
            var post = HttpRequest.newBuilder(server.address())
                    .timeout(Duration.ofSeconds(5))
                    .POST(BodyPublishers.ofString("x".repeat(i)))
                    .build();
            assertThat(client.send(post, BodyHandlers.ofString()).body()).isEqualTo("POST " + i);
        }
    }

    @ParameterizedTest
    @EnumSource
    void handsEveryMethodToTheHandlerWithItsBody(Threads threads) throws Exception {
        start(threads);

        for (String method : new String[] {"GET", "DELETE", "PATCH", "FOO"}) {
            assertThat(exchange(method + " / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"))
                    .startsWith("HTTP/1.1 200")
                    .endsWith(method + " 2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesTraceToTheHandler(Threads threads) throws Exception {
        start(threads);

        assertThat(exchange("TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .endsWith("TRACE 0");
    }

    /** Grizzly would not look at their length, and read the body as the next request: smuggling. */
    @ParameterizedTest
    @EnumSource
    void refusesABodyWhereHttpHasNone(Threads threads) throws Exception {
        start(threads);

        for (String method : new String[] {"TRACE", "CONNECT"}) {
            for (String body :
                    new String[] {"Content-Length: 41\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n29\r\n"}) {
                String answer = exchange(method + " / HTTP/1.1\r\nHost: a\r\n" + body
                        + "GET /smuggled HTTP/1.1\r\nHost: a\r\nA: b\r\n\r\n");

                assertPage(400, answer);
                assertThat(answer).contains("Connection: close").doesNotContain("GET 0");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasAPageOfItsOwnForEveryFailure(Threads threads) throws Exception {
        start(threads);
        String close = "Host: a\r\nConnection: close\r\n";

        assertPage(500, exchange("GET /fail HTTP/1.1\r\n" + close + "\r\n"));
        assertPage(400, exchange("GET / HTTP/1.1\r\n\r\n"));
        assertPage(505, exchange("GET / HTTP/9.9\r\n" + close + "\r\n"));
        assertPage(400, exchange("POST / HTTP/1.1\r\n" + close + "Content-Length: x\r\n\r\n"));
        assertPage(400, exchange("POST / HTTP/1.1\r\n" + close + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"));
        assertPage(414, exchange("GET /" + "a".repeat(3000) + " HTTP/1.1\r\n" + close + "\r\n"));
        assertPage(431, exchange("GET / HTTP/1.1\r\n" + close + "X: " + "a".repeat(3000) + "\r\n\r\n"));
        String many = Stream.generate(() -> "X: 1\r\n").limit(150).reduce("", String::concat);
        assertPage(431, exchange("GET / HTTP/1.1\r\n" + close + many + "\r\n"));
    }

    @ParameterizedTest
    @EnumSource
    void refusesABodyThatIsTooLargeByItsLengthAndByItsChunks(Threads threads) throws Exception {
        start(threads);

        assertPage(413, exchange("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n"));
        String chunk = "1f5\r\n" + "x".repeat(501) + "\r\n";
        assertPage(413, exchange("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + chunk));
    }

    @ParameterizedTest
    @EnumSource
    void letsAClientGoThatIsTooSlowAndTellsItSo(Threads threads) throws Exception {
        start(threads);

        assertPage(408, exchange("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{"));
    }

    @ParameterizedTest
    @EnumSource
    void slowClientsDelayNobodyElse(Threads threads) throws Exception {
        start(threads);
        Socket[] slow = new Socket[20];
        for (int i = 0; i < slow.length; i++) {
            slow[i] = connect("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{");
        }

        long before = System.nanoTime();
        assertThat(exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(250));
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void asksForTheBodyOfAClientThatWaitsToBeAsked(Threads threads) throws Exception {
        start(threads);
        try (Socket socket = connect(
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n")) {
            byte[] go = socket.getInputStream().readNBytes(25);
            assertThat(new String(go, US_ASCII)).startsWith("HTTP/1.1 100 Continue");
            socket.getOutputStream().write("{}".getBytes(US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 200")
                    .contains("POST 2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysThatThePortIsTaken(Threads threads) throws Exception {
        start(threads);
        var taken = new GrizzlyServer.Setup(
                "127.0.0.1",
                server.address().getPort(),
                threads,
                LIMITS,
                (status, head) -> HttpResponse.of(status, "", new byte[0]));

        assertThatThrownBy(() -> GrizzlyServer.start(taken, new Echo())).isInstanceOf(BindException.class);
    }

    private static void assertPage(int status, String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("content-type: text/x-page")
                .endsWith("page " + status);
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = connect(request)) {
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private Socket connect(String request) throws IOException {
        var socket = new Socket("127.0.0.1", server.address().getPort());
        socket.setSoTimeout(5000);
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(US_ASCII));
        out.flush();
        return socket;
    }
}
