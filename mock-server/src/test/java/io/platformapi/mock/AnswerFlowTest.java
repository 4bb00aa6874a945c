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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams come item by item, and any answer drop by drop where somebody wants it so. */
@Timeout(30)
final class AnswerFlowTest {

    private static final Contract STREAMS = new ContractReader(Access.SAME_ORIGIN)
            .read(
                    """
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
              /head:
                head:
                  responses:
                    '200':
                      description: Lines.
                      content: {application/jsonl: {itemSchema: {type: object}, example: [{n: 1}, {n: 2}, {n: 3}]}}
              /many:
                get:
                  responses:
                    '200':
                      description: Many lines.
                      content: {application/jsonl: {itemSchema: {type: object}, example: [MANY]}}
              /crlf:
                get:
                  responses:
                    '200':
                      description: Events as somebody has written them.
                      content: {text/event-stream: {schema: {type: string}, example: "data: 1\\r\\n\\r\\ndata: 2\\r\\n\\r\\ndata: 3"}}
              /records:
                get:
                  responses:
                    '200':
                      description: Records.
                      content: {application/json-seq: {itemSchema: {type: object}, example: [{n: 1}, {n: 2}]}}
              /parts:
                get:
                  responses:
                    '200':
                      description: Parts.
                      content: {multipart/mixed: {itemSchema: {type: object}, example: [{n: 1}, {n: 2}]}}
              /made:
                get:
                  responses:
                    '200':
                      description: Nobody has shown an event of it.
                      content:
                        text/event-stream:
                          itemSchema: {type: object, required: [data], properties: {data: {type: string, const: made}}}
              /text:
                get:
                  responses: {'200': {description: Text., content: {text/plain: {example: 0123456789abcdefghij}}}}
            """.replace(
                                    "MANY",
                                    IntStream.range(0, 100)
                                            .mapToObj(n -> "{n: " + n % 10 + "}")
                                            .collect(Collectors.joining(","))),
                    URI.create("file:///streams.yaml"),
                    "streams.yaml");

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
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nPrefer: " + preference + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            assertThat(octet).as("after " + head).isNotNegative();
            head.append((char) octet);
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
    void itemsEndAsTheirTypeHasThem() throws Exception {
        assertThat(items("/crlf")).containsExactly("data: 1\r\n\r\n", "data: 2\r\n\r\n", "data: 3");
        assertThat(items("/records")).containsExactly("\u001e{\"n\":1}\n", "\u001e{\"n\":2}\n");
        assertThat(items("/parts"))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("--").endsWith("{\"n\":1}\r\n"),
                        two -> assertThat(two)
                                .startsWith("--")
                                .contains("{\"n\":2}\r\n--")
                                .endsWith("--\r\n"));
        assertThat(items("/made")).containsExactly("data: made\n\n");
    }

    /** Each item of a stream, as it comes when its time has come. */
    private List<String> items(String path) throws Exception {
        List<String> items = new ArrayList<>();
        try (Socket socket = asking(path, "delay=5")) {
            InputStream in = socket.getInputStream();
            int left = Integer.parseInt(head(in).replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
            while (left > 0) {
                next(Duration.ofMillis(5));
                byte[] piece = new byte[left];
                int count = in.read(piece);
                items.add(new String(piece, 0, count, StandardCharsets.UTF_8));
                left -= count;
            }
        }
        assertThat(turns).isEmpty();
        return items;
    }

    @Test
    void headOfAStreamHasNoItemsToWaitForAndTheConnectionIsKept() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.setSoTimeout(10_000);
            InputStream in = socket.getInputStream();
            for (int time = 0; time < 2; time++) {
                socket.getOutputStream()
                        .write("HEAD /head HTTP/1.1\r\nHost: localhost\r\nPrefer: delay=5\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(head(in)).startsWith("HTTP/1.1 200 OK").contains("Content-Length: 24");
            }
            assertThat(in.available()).isZero();
            assertThat(turns).isEmpty();
        }
    }

    @Test
    void littleMoreIsDoneForAClientThatHasLeft() throws Exception {
        try (Socket socket = asking("/many", "delay=5")) {
            head(socket.getInputStream());
            next(Duration.ofMillis(5));
            assertThat(read(socket.getInputStream(), 8)).isEqualTo("{\"n\":0}\n");
        }
        int done = 1;
        for (Turn turn = turns.poll(1, TimeUnit.SECONDS); turn != null; turn = turns.poll(1, TimeUnit.SECONDS)) {
            turn.task().run();
            done++;
        }
        assertThat(done).isLessThan(50);
        assertThat(server.connections()).isZero();
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
