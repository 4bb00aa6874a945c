package io.platformapi.grizzly;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever sends many requests in one piece takes turns with everybody else on the same thread. */
@Timeout(60)
final class TurnsTest {

    private static final int OTHERS = 2 * Runtime.getRuntime().availableProcessors() + 1;
    private static final int MANY = 60;

    private final Map<String, Thread> threads = new ConcurrentHashMap<>();
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch allAsked = new CountDownLatch(1);
    private final List<Socket> sockets = new ArrayList<>();
    private GrizzlyServer server;

    @BeforeEach
    void start() throws IOException {
        var limits = new Limits(16_000, Duration.ofSeconds(20), 8_000, Duration.ofSeconds(20), 100, 1_000_000);
        FailurePages pages = (status, head) -> HttpResponse.of(status, "text/plain", new byte[0]);
        server = GrizzlyServer.start(
                new GrizzlyServer.Setup("127.0.0.1", 0, Threads.SELECTORS, limits, pages),
                (head, answer) -> handle(head.request().path(), answer));
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    private Optional<Consumer<byte[]>> handle(String path, Consumer<HttpResponse> answer) {
        return Optional.of(body -> {
            threads.put(path, Thread.currentThread());
            order.add(path);
            if (path.equals("/many/1")) {
                begun.countDown();
                await(allAsked);
            }
            answer.accept(HttpResponse.of(200, "text/plain", path.getBytes(US_ASCII)));
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String request(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
    }

    private Socket connected() throws IOException {
        var socket = new Socket("127.0.0.1", server.address().getPort());
        sockets.add(socket);
        send(socket, request("/hello"));
        read(socket, "/hello");
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static void read(Socket socket, String end) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            read.append((char) socket.getInputStream().read());
        }
    }

    @Test
    void answersOthersBeforeTheLastOfManyRequestsOfOneClient() throws Exception {
        Socket eager = connected();
        List<Socket> others = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            others.add(connected());
        }
        var many = new StringBuilder();
        for (int i = 1; i <= MANY; i++) {
            many.append(request("/many/" + i));
        }
        send(eager, many.toString());
        begun.await();
        for (int i = 0; i < OTHERS; i++) {
            send(others.get(i), request("/other/" + i));
        }
        allAsked.countDown();
        read(eager, "/many/" + MANY);

        Thread shared = threads.get("/many/1");
        for (int i = 0; i < OTHERS; i++) {
            read(others.get(i), "/other/" + i);
            if (shared.equals(threads.get("/other/" + i))) {
                assertThat(order.indexOf("/other/" + i)).isLessThan(order.indexOf("/many/" + 5));
            }
        }
        assertThat(threads.entrySet())
                .filteredOn(entry -> entry.getKey().startsWith("/other/"))
                .anySatisfy(entry -> assertThat(entry.getValue()).isEqualTo(shared));
    }

    @Test
    void answersManyRequestsOfOneClientInTheirOrder() throws Exception {
        allAsked.countDown();
        Socket eager = connected();
        for (int i = 1; i <= MANY; i++) {
            send(eager, request("/many/" + i));
        }
        read(eager, "/many/" + MANY);

        List<String> asked = new ArrayList<>();
        for (int i = 1; i <= MANY; i++) {
            asked.add("/many/" + i);
        }
        assertThat(order).filteredOn(path -> path.startsWith("/many/")).isEqualTo(asked);
    }
}
