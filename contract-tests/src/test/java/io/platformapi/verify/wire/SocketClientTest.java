package io.platformapi.verify.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One request after another over sockets that are kept. */
@Timeout(30)
final class SocketClientTest {

    private static final String FINE = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine";

    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private SocketClient client;

    /** What a server does with one connection. */
    @FunctionalInterface
    private interface Talk {
        void with(InputStream in, OutputStream out) throws Exception;
    }

    private void serve(Talk talk) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(() -> {
            while (true) {
                Socket connection = server.accept();
                open.add(connection);
                connections.incrementAndGet();
                daemon(() -> {
                    try (connection) {
                        talk.with(connection.getInputStream(), connection.getOutputStream());
                    }
                });
            }
        });
        client = new SocketClient(
                URI.create("http://127.0.0.1:" + server.getLocalPort() + "/base"), new ClientSettings(null, null));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception e) {
                // the other side has had enough
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
        for (Socket each : open) {
            each.close();
        }
    }

    /** The next request's head, as it was written. */
    private String head(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("closed");
            }
            bytes.write(octet);
        }
        asked.add(bytes.toString(StandardCharsets.ISO_8859_1));
        return asked.get(asked.size() - 1);
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static HttpRequest asking(String method, String target, String... fields) {
        return HttpRequest.of(method, target, Headers.of(fields));
    }

    /** Status and body. */
    private String answer(HttpRequest request) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        try (ComingAnswer incoming = client.exchange(request, end)) {
            var body = new ByteArrayOutputStream();
            byte[] piece = new byte[7];
            for (int read = 0; read >= 0; read = incoming.read(piece, piece.length, end)) {
                body.write(piece, 0, read);
            }
            return incoming.status() + " " + body.toString(StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void writesTheRequestAsItIsGiven() throws IOException {
        serve((in, out) -> {
            head(in);
            say(out, FINE);
        });
        answer(asking(
                "DELETE", "/a%2Fb/../c?q=\u00e9", "X-Name", "M\u00fcller", "Host", "shop.example", "User-Agent", "me"));

        assertThat(asked)
                .containsExactly("DELETE /base/a%2Fb/../c?q=%C3%A9 HTTP/1.1\r\nHost: shop.example\r\nUser-Agent: me\r\n"
                        + "X-Name: M\u00fcller\r\n\r\n");
    }

    @Test
    void writesABodyInChunksWhereTheRequestSaysSo() throws IOException {
        var body = new ByteArrayOutputStream();
        serve((in, out) -> {
            head(in);
            while (!body.toString(StandardCharsets.ISO_8859_1).endsWith("0\r\n\r\n")) {
                body.write(in.read());
            }
            say(out, FINE);
        });
        HttpRequest request = asking("POST", "/", "User-Agent", "me", "Transfer-Encoding", "chunked");
        answer(new HttpRequest("POST", "/", "", request.headers(), "{\"a\": 1}".getBytes(StandardCharsets.UTF_8)));

        assertThat(asked.get(0)).contains("Transfer-Encoding: chunked\r\n").doesNotContain("Content-Length");
        assertThat(body.toString(StandardCharsets.ISO_8859_1)).isEqualTo("4\r\n{\"a\"\r\n4\r\n: 1}\r\n0\r\n\r\n");
    }

    @Test
    void keepsAConnectionWhereTheAnswerHasAnEnd() throws IOException {
        serve((in, out) -> {
            while (true) {
                String head = head(in);
                say(
                        out,
                        head.startsWith("HEAD")
                                ? "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n"
                                : head.startsWith("PUT")
                                        ? "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nfi\r\n2\r\nne\r\n0\r\n\r\n"
                                        : head.startsWith("DELETE") ? "HTTP/1.1 204 Gone\r\n\r\n" : FINE);
            }
        });

        assertThat(List.of(
                        answer(asking("GET", "/")),
                        answer(asking("HEAD", "/")),
                        answer(asking("PUT", "/")),
                        answer(asking("DELETE", "/")),
                        answer(asking("GET", "/"))))
                .containsExactly("200 fine", "200 ", "200 fine", "204 ", "200 fine");
        assertThat(connections).hasValue(1);
    }

    @Test
    void readsAnAnswerUpToTheEndOfItsConnection() throws IOException {
        serve((in, out) -> {
            head(in);
            say(out, "HTTP/1.0 200 OK\r\n\r\nall of it");
        });

        assertThat(answer(asking("GET", "/"))).isEqualTo("200 all of it");
        assertThat(answer(asking("GET", "/"))).isEqualTo("200 all of it");
        assertThat(connections).hasValue(2);
    }

    @Test
    void passesOverWhatIsSaidMeanwhile() throws IOException {
        serve((in, out) -> {
            head(in);
            say(out, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n" + FINE);
        });

        assertThat(answer(asking("GET", "/"))).isEqualTo("200 fine");
    }

    @Test
    void takesNothingForTheNextAnswerThatNobodyAskedFor() throws Exception {
        serve((in, out) -> {
            String head = head(in);
            say(out, head.contains("/wrong") ? FINE + "HTTP/1.1 500 Nobody asked\r\nContent-Length: 0\r\n\r\n" : FINE);
            head(in);
        });

        assertThat(answer(asking("HEAD", "/wrong"))).isEqualTo("200 ");
        assertThat(answer(asking("GET", "/right"))).isEqualTo("200 fine");
        assertThat(answer(asking("GET", "/wrong"))).isEqualTo("200 fine");
        assertThat(answer(asking("GET", "/right"))).isEqualTo("200 fine");
    }

    @Test
    void asksAgainWhereAKeptConnectionWasClosedMeanwhile() throws Exception {
        serve((in, out) -> {
            head(in);
            say(out, FINE);
        });

        for (int i = 0; i < 20; i++) {
            assertThat(answer(asking("GET", "/"))).isEqualTo("200 fine");
            while (i % 2 == 0 && !open.get(open.size() - 1).isClosed()) {
                Thread.onSpinWait(); // both before and after the client can see that it is closed
            }
        }
        assertThat(asked).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void sendsNothingTwiceThatMayChangeSomethingTwice() throws Exception {
        serve((in, out) -> {
            head(in);
            say(out, FINE);
            head(in); // and no word more
        });

        assertThat(answer(asking("GET", "/"))).isEqualTo("200 fine");
        assertThatThrownBy(() -> answer(asking("POST", "/"))).hasMessage("the connection was closed without an answer");
        assertThat(asked).filteredOn(head -> head.startsWith("POST")).hasSize(1);
    }

    @Test
    void readsARefusalThatCameBeforeTheBodyWasRead() throws Exception {
        serve((in, out) -> {
            head(in);
            say(out, "HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno");
            in.readNBytes(20_000_000);
        });
        HttpRequest large = HttpRequest.of("POST", "/", Headers.none(), new byte[20_000_000]);

        assertThat(answer(large)).isEqualTo("413 no");
    }

    @Test
    void waitsNoLongerThanToldForWhoeverReadsNothing() throws Exception {
        serve((in, out) -> TimeUnit.MINUTES.sleep(10));
        HttpRequest large = HttpRequest.of("POST", "/", Headers.none(), new byte[50_000_000]);

        assertThatThrownBy(() -> client.exchange(large, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300)))
                .isInstanceOf(SocketTimeoutException.class);
    }

    /** The machine alone would wait ten seconds. */
    @Test
    @Timeout(6)
    void waitsNoLongerThanToldForWhoeverGreetsNobodyOverTls() throws Exception {
        serve((in, out) -> TimeUnit.MINUTES.sleep(10));
        var secure = new SocketClient(
                URI.create("https://127.0.0.1:" + server.getLocalPort()), new ClientSettings(null, null));

        assertThatThrownBy(() ->
                        secure.exchange(asking("GET", "/"), System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300)))
                .isInstanceOf(SocketTimeoutException.class);
        secure.close();
    }

    @Test
    void isInterruptedWithItsThread() throws Exception {
        serve((in, out) -> TimeUnit.MINUTES.sleep(10));
        Thread asking = Thread.currentThread();
        daemon(() -> {
            while (connections.get() == 0) {
                Thread.onSpinWait();
            }
            asking.interrupt();
        });

        assertThatThrownBy(() -> answer(asking("GET", "/"))).isInstanceOf(IOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void tellsWhatIsNoHttp() throws IOException {
        serve((in, out) -> {
            head(in);
            say(out, "SSH-2.0-OpenSSH_9.2\r\n\r\n");
        });

        assertThatThrownBy(() -> answer(asking("GET", "/"))).hasMessageStartingWith("this is no answer of HTTP: ");
    }
}
