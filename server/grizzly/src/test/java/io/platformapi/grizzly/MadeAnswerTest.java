package io.platformapi.grizzly;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that are too long to be held: they are made while the client takes them. */
@Timeout(20)
final class MadeAnswerTest {

    private static final int LARGE = 1 << 20;

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int last = 3;
    private volatile int size;
    private volatile int broken = Integer.MAX_VALUE;
    private volatile Thread maker = Thread.currentThread();
    private GrizzlyServer server;

    @BeforeEach
    void start() throws IOException {
        FailurePages pages = (status, head) -> HttpResponse.of(status, "text/plain", new byte[0]);
        var setup = new GrizzlyServer.Setup("127.0.0.1", 0, Threads.WORKERS, Limits.USUAL, pages);
        server = GrizzlyServer.start(setup, (head, answer) -> {
            answer.sendInPieces(HttpResponse.of(200, "text/plain", "begun".getBytes(US_ASCII)), new Numbered());
            return Optional.empty();
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private final class Numbered implements PieceSource {

        @Override
        public Optional<byte[]> next() throws IOException {
            maker = Thread.currentThread();
            int number = asked.incrementAndGet();
            if (number == broken) {
                throw new IOException("the rest is lost");
            }
            byte[] piece = size > 0 ? new byte[size] : (number == 2 ? "" : ", " + number).getBytes(US_ASCII);
            return number > last ? Optional.empty() : Optional.of(piece);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private Socket asking(String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.address().getPort());
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return socket;
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }

    @Test
    void sendsEachPieceAsAChunkAndMarksTheEnd() throws Exception {
        try (Socket socket = asking("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")) {
            String answer = read(socket);

            assertThat(answer).contains("\r\nTransfer-Encoding: chunked\r\n").doesNotContain("Content-Length");
            assertThat(answer).endsWith("\r\n\r\n5\r\nbegun\r\n3\r\n, 1\r\n3\r\n, 3\r\n0\r\n\r\n");
            assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(maker.getName()).isEqualTo("worker");
        }
    }

    @Test
    void keepsTheConnectionForTheNextRequest() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + "/");

        String one = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
        asked.set(0);
        String other = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();

        assertThat(one).isEqualTo("begun, 1, 3").isEqualTo(other);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void endsByClosingWhereTheClientKnowsNoChunks() throws Exception {
        try (Socket socket = asking("GET / HTTP/1.0\r\n\r\n")) {
            assertThat(read(socket))
                    .endsWith("\r\n\r\nbegun, 1, 3")
                    .contains("Connection: close")
                    .doesNotContain("chunked");
        }
    }

    @Test
    void answersHeadWithoutMakingAnything() throws Exception {
        try (Socket socket = asking("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")) {
            assertThat(read(socket)).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n");
            assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(asked).hasValue(0);
        }
    }

    @Test
    void resetsTheConnectionWhereTheRestIsLost() throws Exception {
        broken = 2;
        try (Socket socket = asking("GET / HTTP/1.1\r\nHost: a\r\n\r\n")) {
            assertThatThrownBy(() -> read(socket)).isInstanceOf(SocketException.class);
            assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void makesNoMoreThanTheClientTakes() throws Exception {
        size = LARGE;
        last = 1000;
        try (Socket socket = asking("GET / HTTP/1.1\r\nHost: a\r\n\r\n")) {
            InputStream in = socket.getInputStream();
            in.readNBytes(LARGE);
            int made = asked.get();
            in.readNBytes(8 * LARGE);

            assertThat(made).isLessThan(12); // what is on its way is the network's
            assertThat(asked.get()).isLessThan(24);
        }
        assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
    }
}
