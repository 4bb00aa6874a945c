package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.grizzly.GrizzlyServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams come item by item, and any answer drop by drop where somebody wants it so. */
@Timeout(30)
final class AnswerFlowTest {

    private static final Contract STREAMS =
            new ContractReader(Access.SAME_ORIGIN).read("""
            openapi: 3.2.0
            info: {title: Streams, version: '1'}
            paths:
              /events:
                get:
                  responses:
                    '200':
                      description: Events.
                      content:
                        text/event-stream: {itemSchema: {type: object}, example: [{data: one}, {data: two}]}
              /lines:
                get:
                  responses:
                    '200':
                      description: Lines.
                      content: {application/jsonl: {itemSchema: {type: object}, example: [{n: 1}, {n: 2}, {n: 3}]}}
              /text:
                get:
                  responses: {'200': {description: Text., content: {text/plain: {example: 0123456789abcdefghij}}}}
            """, URI.create("file:///streams.yaml"), "streams.yaml");

    /** What is to run later, when the test says so. */
    private record Turn(Runnable task, Duration delay) {}

    private final LinkedBlockingQueue<Turn> turns = new LinkedBlockingQueue<>();
    private GrizzlyServer server = null;

    @BeforeEach
    void start() throws IOException {
        MockedApi api = MockedApi.of(STREAMS, MockOptions.usual());
        server = ListeningMock.listening(
                new Served(STREAMS, any -> api),
                (task, delay) -> turns.add(new Turn(task, delay)),
                InetSocketAddress.createUnresolved("127.0.0.1", 0));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Socket asking(String path, String preference) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.address().getPort());
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nPrefer: " + preference + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    private void next(Duration expected) throws InterruptedException {
        Turn turn = turns.poll(10, TimeUnit.SECONDS);
        assertThat(turn).isNotNull();
        assertThat(turn.delay()).isEqualTo(expected);
        turn.task().run();
    }

    private static String read(InputStream in, int count) throws IOException {
        return new String(in.readNBytes(count), StandardCharsets.UTF_8);
    }

    @Test
    void eachEventIsSentWhenItsTimeHasCome() throws Exception {
        try (Socket socket = asking("/events", "delay=70")) {
            InputStream in = socket.getInputStream();
            assertThat(head(in)).startsWith("HTTP/1.1 200 OK").contains("Content-Type: text/event-stream");
            assertThat(in.available()).isZero();
            next(Duration.ofMillis(70));
            assertThat(read(in, 11)).isEqualTo("data: one\n\n");
            assertThat(in.available()).isZero();
            next(Duration.ofMillis(70));
            assertThat(read(in, 11)).isEqualTo("data: two\n\n");
            assertThat(turns).isEmpty();
        }
    }

    @Test
    void eachLineIsSentWhenItsTimeHasComeAndTheConnectionIsKept() throws Exception {
        try (Socket socket = asking("/lines", "delay=5")) {
            InputStream in = socket.getInputStream();
            head(in);
            for (int n = 1; n <= 3; n++) {
                next(Duration.ofMillis(5));
                assertThat(read(in, 8)).isEqualTo("{\"n\":" + n + "}\n");
            }
            socket.getOutputStream()
                    .write("GET /lines HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            head(in);
            assertThat(read(in, 24)).isEqualTo("{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n");
            assertThat(turns).isEmpty();
        }
    }

    @Test
    void anAnswerDripsWhereARequestPrefersThat() throws Exception {
        try (Socket socket = asking("/text", "fault=drip")) {
            InputStream in = socket.getInputStream();
            head(in);
            for (int drop = 0; drop < 10; drop++) {
                next(Duration.ofMillis(200));
                assertThat(read(in, 2)).isEqualTo("0123456789abcdefghij".substring(2 * drop, 2 * drop + 2));
            }
        }
    }

    @Test
    void anEmptyBodyHasNoDrops() {
        assertThat(AnswerFlow.DRIPPING
                        .pieces(HttpResponse.of(200, "text/plain", new byte[0]), Duration.ZERO)
                        .ends())
                .isEmpty();
    }
}
