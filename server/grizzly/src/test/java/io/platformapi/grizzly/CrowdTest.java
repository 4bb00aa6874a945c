package io.platformapi.grizzly;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many clients at once, most of them up to no good: there is an end to what they can take, and room for others. */
@Timeout(60)
final class CrowdTest {

    private static final Limits LIMITS =
            new Limits(16_000, Duration.ofSeconds(20), 8_000, Duration.ofSeconds(20), 40, 100_000);
    private static final String HONEST = "POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}";
    private static final String UNFINISHED = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10001\r\n\r\n";

    /** More than the network holds. */
    private static final int SIZE = 24_000_000;

    private static final HttpResponse LARGE = HttpResponse.of(200, "text/plain", new byte[SIZE]);
    private static final HttpResponse MIDDLING = HttpResponse.of(200, "text/plain", new byte[1_000]);
    private static final HttpResponse SMALL = HttpResponse.of(200, "text/plain", "small".getBytes(US_ASCII));

    private final List<Socket> crowd = new ArrayList<>();
    private final AtomicInteger handled = new AtomicInteger();
    private GrizzlyServer server;

    private void start(Threads threads, Limits limits) throws IOException {
        FailurePages pages = (status, head) -> HttpResponse.of(status, "text/plain", new byte[0]);
        server = GrizzlyServer.start(
                new GrizzlyServer.Setup("127.0.0.1", 0, threads, limits, pages),
                (head, answer) -> handle(head, answer));
    }

    private Optional<Consumer<byte[]>> handle(Head head, Consumer<HttpResponse> answer) {
        handled.incrementAndGet();
        return Optional.of(body -> answer.accept(
                switch (head.request().path()) {
                    case "/large" -> LARGE;
                    case "/middling" -> MIDDLING;
                    default -> SMALL;
                }));
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : crowd) {
            socket.close();
        }
        server.close();
    }

    private Socket connected(String text) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.address().getPort());
        crowd.add(socket);
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        return socket;
    }

    private void isServed(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200 OK".length());
        assertThat(new String(start, US_ASCII)).isEqualTo("HTTP/1.1 200 OK");
    }

    /** How many have been thrown out. */
    private long gone() throws IOException {
        long gone = 0;
        for (Socket socket : crowd) {
            gone += isGone(socket) ? 1 : 0;
        }
        return gone;
    }

    private static boolean isGone(Socket socket) throws IOException {
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private void awaitGone(int least) throws Exception {
        while (gone() < least) {
            Thread.sleep(20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void closesTheConnectionThatWaitsLongestForOneMore(Threads threads) throws Exception {
        start(threads, LIMITS);
        for (int i = 0; i < LIMITS.connections(); i++) {
            connected(i % 2 == 0 ? "" : "GET / HTTP/1.1\r\nHost: a\r\nX: ");
        }
        isServed(connected(HONEST));
        isServed(connected(HONEST));

        awaitGone(2);
        assertThat(gone()).isEqualTo(2);
        List<Socket> first = List.copyOf(crowd.subList(0, LIMITS.connections() / 2)); // accepted by several threads
        crowd.removeAll(first);
        assertThat(gone()).isZero();
        crowd.addAll(first);
    }

    @ParameterizedTest
    @EnumSource
    void keepsNoMoreBodiesThanItHasRoomFor(Threads threads) throws Exception {
        start(threads, LIMITS);
        for (int i = 0; i < 30; i++) {
            connected(UNFINISHED + "x".repeat(10_000));
        }
        awaitGone(20);

        isServed(connected(HONEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\nHost: a\r\nX: ", "GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n"})
    void keepsNoMoreHeadsThanItHasRoomFor(String start) throws Exception {
        start(Threads.SELECTORS, LIMITS);
        for (int i = 0; i < 39; i++) {
            connected(start + "y".repeat(7_000));
        }
        awaitGone(20);

        isServed(connected(HONEST));
    }

    @ParameterizedTest
    @EnumSource
    void keepsNoMoreAnswersThanItHasRoomFor(Threads threads) throws Exception {
        start(threads, new Limits(16_000, Duration.ofSeconds(20), 8_000, Duration.ofSeconds(20), 40, 60_000_000));
        List<Socket> unread = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            unread.add(connected("GET /large HTTP/1.1\r\nHost: a\r\n\r\n"));
        }
        while (handled.get() < 8) {
            Thread.sleep(20);
        }
        isServed(connected(HONEST));

        int cut = 0;
        for (Socket socket : unread) {
            cut += isWhole(socket) ? 0 : 1;
        }
        assertThat(cut).isBetween(4, 7);
    }

    private static boolean isWhole(Socket socket) {
        try {
            socket.setSoTimeout(10_000);
            return socket.getInputStream().readNBytes(SIZE).length == SIZE;
        } catch (IOException reset) {
            return false;
        }
    }

    /** What is not read stays with the client, once the network is full. */
    @ParameterizedTest
    @EnumSource
    void answersNobodyWhoDoesNotRead(Threads threads) throws Exception {
        start(threads, LIMITS);
        byte[] requests = "GET /large HTTP/1.1\r\nHost: a\r\n\r\n".repeat(1_000).getBytes(US_ASCII);
        try (SocketChannel channel = SocketChannel.open(
                new InetSocketAddress("127.0.0.1", server.address().getPort()))) {
            channel.configureBlocking(false);
            long sent = 0;
            for (int quiet = 0; quiet < 20; quiet++) {
                int count = channel.write(ByteBuffer.wrap(requests));
                sent += count;
                quiet = count > 0 ? 0 : quiet;
                Thread.sleep(10);
            }

            assertThat(sent).isLessThan(100_000_000L);
            assertThat(handled.get()).isLessThan(10);
            isServed(connected(HONEST));
        }
    }

    /** However much a network is willing to keep of small answers, they are not made for whoever reads none. */
    @ParameterizedTest
    @EnumSource
    void makesFewSmallAnswersForWhoeverDoesNotRead(Threads threads) throws Exception {
        start(threads, LIMITS);
        try (SocketChannel channel = SocketChannel.open()) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
            channel.connect(new InetSocketAddress("127.0.0.1", server.address().getPort()));
            channel.configureBlocking(false);
            ByteBuffer requests = ByteBuffer.wrap(
                    "GET /middling HTTP/1.1\r\nHost: a\r\n\r\n".repeat(10_000).getBytes(US_ASCII));
            int before = -1;
            while (before < handled.get()) {
                before = handled.get();
                channel.write(requests);
                Thread.sleep(300);
            }

            assertThat(handled.get() * MIDDLING.body().length).isBetween(10_000, 600_000);
            isServed(connected(HONEST));
        }
    }

    @ParameterizedTest
    @EnumSource
    void closesAConnectionWhoseAnswerIsNotReadInTime(Threads threads) throws Exception {
        start(threads, new Limits(1_000, Duration.ofSeconds(20), 8_000, Duration.ofMillis(300), 40, 60_000_000));
        Socket unread = connected("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
        while (handled.get() == 0) {
            Thread.sleep(10);
        }
        Thread.sleep(1_000);

        assertThat(isWhole(unread)).isFalse();
    }
}
