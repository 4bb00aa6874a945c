package io.platformapi.grizzly;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that go on as long as the client stays. */
@Timeout(20)
final class EndlessAnswerTest {

    /** What is run when somebody says that the next piece is to go. */
    private final BlockingQueue<Runnable> turns = new LinkedBlockingQueue<>();

    private final BlockingQueue<Runnable> late = new LinkedBlockingQueue<>();

    private final AtomicInteger pieces = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean over;
    private volatile boolean broken;
    private GrizzlyServer server;

    @BeforeEach
    void start() throws IOException {
        FailurePages pages = (status, head) -> HttpResponse.of(status, "text/plain", new byte[0]);
        server = GrizzlyServer.start(
                new GrizzlyServer.Setup("127.0.0.1", 0, Threads.SELECTORS, Limits.USUAL, pages), (head, answer) -> {
                    HttpResponse response = HttpResponse.of(200, "text/event-stream", new byte[0]);
                    if (head.request().method().equals("PUT")) { // answered when nobody asks any more
                        late.add(() -> answer.stream(response, turns::add, new Counting()));
                        return Optional.of(body -> {});
                    }
                    answer.stream(response, turns::add, new Counting());
                    return Optional.empty();
                });
    }

    /** Pieces that count, until there are to be no more, or something is wrong. */
    private final class Counting implements PieceSource {

        @Override
        public Optional<byte[]> next() throws IOException {
            if (broken) {
                throw new IOException("the rest is lost");
            }
            return over ? Optional.empty() : Optional.of(("piece " + pieces.incrementAndGet()).getBytes(US_ASCII));
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Socket asking(String method) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.address().getPort());
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write((method + " / HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(US_ASCII));
        return socket;
    }

    private static String until(InputStream input, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (!read.toString().endsWith(end)) {
            read.append((char) input.read());
        }
        return read.toString();
    }

    @Test
    void sendTheHeadAtOnceAndEachPieceWhenItsTurnComes() throws Exception {
        try (Socket socket = asking("GET")) {
            InputStream input = socket.getInputStream();

            assertThat(until(input, "\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .endsWith("Content-Type: text/event-stream\r\nConnection: close\r\n\r\n")
                    .doesNotContain("Content-Length");
            turns.take().run();
            assertThat(until(input, "1")).isEqualTo("piece 1");
            turns.take().run();
            assertThat(until(input, "2")).isEqualTo("piece 2");
        }
    }

    @Test
    void endWhenTheServerDoes() throws Exception {
        try (Socket socket = asking("GET")) {
            until(socket.getInputStream(), "\r\n\r\n");
            turns.take();

            server.close();

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void askForNoTurnMoreWhenTheClientIsGone() throws Exception {
        try (Socket socket = asking("GET")) {
            until(socket.getInputStream(), "\r\n\r\n");
            socket.setSoLinger(true, 0); // a reset, which the next piece meets
        }
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        turns.take().run();

        assertThat(turns).isEmpty();
    }

    @Test
    void endWhereThereIsNoPieceMore() throws Exception {
        try (Socket socket = asking("GET")) {
            until(socket.getInputStream(), "\r\n\r\n");
            turns.take().run();
            assertThat(until(socket.getInputStream(), "1")).isEqualTo("piece 1");
            over = true;
            turns.take().run();

            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
            assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void areResetWhereTheRestIsLost() throws Exception {
        try (Socket socket = asking("GET")) {
            until(socket.getInputStream(), "\r\n\r\n");
            turns.take().run();
            until(socket.getInputStream(), "piece 1");
            broken = true;
            turns.take().run();

            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
            assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void letGoOfTheirSourceWhenTheClientGoesWhileTheyWait() throws Exception {
        try (Socket socket = asking("GET")) {
            until(socket.getInputStream(), "\r\n\r\n");
            turns.take();
        }

        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void letGoOfTheirSourceWhereNobodyWaitsForThem() throws Exception {
        Runnable answer;
        try (Socket socket = asking("PUT")) {
            answer = late.take();
            server.close();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        answer.run();

        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(turns).isEmpty();
    }

    @Test
    void haveAHeadOnlyForWhoeverAsksForTheHead() throws Exception {
        try (Socket socket = asking("HEAD")) {
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .endsWith("Content-Type: text/event-stream\r\nConnection: close\r\n\r\n");
            assertThat(pieces).hasValue(0);
            assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
