package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.grizzly.GrizzlyServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that are held back, by a clock that the tests move. */
@Timeout(60)
class DelayTest {

    private static final Contract PETS =
            new ContractReader(Access.SAME_ORIGIN).read("""
            openapi: 3.1.1
            info: {title: Pets, version: '1'}
            paths:
              /pets:
                get:
                  responses: {'200': {description: The pets., content: {application/json: {example: [Rex]}}}}
            """, URI.create("file:///pets.yaml"), "pets.yaml");

    private static final String LATE = "GET /pets HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String SOON = "GET /pets HTTP/1.1\r\nHost: x\r\nPrefer: delay=0\r\n\r\n";

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final List<Socket> clients = new ArrayList<>();
    private final MockEngine engine = new MockEngine(PETS, MockOptions.usual().withDelay(new Delay(300, 300)));
    private GrizzlyServer server;

    @BeforeEach
    void start() throws IOException {
        MockedApi api = MockedApi.of(PETS, () -> engine, MockOptions.Origins.ALL, RequestLog.NONE);
        server = ListeningMock.listening(
                new Served(PETS, any -> api),
                (task, delay) -> waiting.add(task),
                InetSocketAddress.createUnresolved("127.0.0.1", 0));
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        server.close();
    }

    private Socket sent(String requests) throws IOException {
        return sent(server.address(), requests);
    }

    private Socket sent(URI address, String requests) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
        clients.add(client);
        client.setSoTimeout(30_000);
        client.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static BufferedReader answers(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The first line and the body of the next answer. */
    private static String next(BufferedReader answers) throws IOException {
        String status = answers.readLine();
        while (!answers.readLine().isEmpty()) {}
        char[] body = new char["[\"Rex\"]".length()];
        assertThat(answers.read(body)).isEqualTo(body.length);
        return status + " " + new String(body);
    }

    @Test
    void holdsAThousandAnswersBackAndGivesOthersAtOnce() throws Exception {
        List<Socket> late = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            late.add(sent(LATE));
        }
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            tasks.add(waiting.take());
        }
        assertThat(next(answers(sent(SOON)))).isEqualTo("HTTP/1.1 200 OK [\"Rex\"]");

        tasks.forEach(Runnable::run);
        for (Socket client : late) {
            assertThat(next(answers(client))).isEqualTo("HTTP/1.1 200 OK [\"Rex\"]");
        }
    }

    @Test
    void answersRequestsOfOneConnectionInTheirOrder() throws Exception {
        BufferedReader answers = answers(sent(LATE + LATE + SOON));
        waiting.take().run();
        assertThat(next(answers)).isEqualTo("HTTP/1.1 200 OK [\"Rex\"]");
        waiting.take().run();
        assertThat(next(answers)).isEqualTo("HTTP/1.1 200 OK [\"Rex\"]");
        assertThat(next(answers)).isEqualTo("HTTP/1.1 200 OK [\"Rex\"]");
    }

    @Test
    void keepsAConnectionForTheNextRequest() throws Exception {
        Socket client = sent(LATE);
        BufferedReader answers = answers(client);
        for (int i = 0; i < 20; i++) {
            waiting.take().run();
            assertThat(next(answers)).isEqualTo("HTTP/1.1 200 OK [\"Rex\"]");
            client.getOutputStream().write(LATE.getBytes(StandardCharsets.US_ASCII));
        }
        waiting.take().run();
    }

    @Test
    void forgetsTheAnswerForAClientThatHasGone() throws Exception {
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Socket client = sent(LATE);
            tasks.add(waiting.take());
            client.setSoLinger(true, 0); // by a reset, as a killed browser
            client.close();
        }
        tasks.forEach(Runnable::run);

        BufferedReader answers = answers(sent(LATE));
        waiting.take().run();
        assertThat(next(answers)).isEqualTo("HTTP/1.1 200 OK [\"Rex\"]");
    }

    @Test
    void sendsWhatItHoldsBackWhenItStops() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        MockEngine late = new MockEngine(PETS, MockOptions.usual().withDelay(new Delay(300_000, 300_000)));
        MockedApi api =
                MockedApi.of(PETS, () -> late, MockOptions.Origins.ALL, (request, answered) -> asked.countDown());
        ListeningMock mock = ListeningMock.start(
                new Served(PETS, any -> api),
                new Sessions(Map::of, InstantSource.system()),
                InetSocketAddress.createUnresolved("127.0.0.1", 0));
        BufferedReader answers = answers(sent(mock.address(), LATE));
        asked.await();
        mock.close();

        assertThat(next(answers)).isEqualTo("HTTP/1.1 200 OK [\"Rex\"]");
    }

    @Test
    void waitsAsTheRequestWishesElseAsTheMockWasTold() {
        assertThat(delay()).isEqualTo(Duration.ofMillis(300));
        assertThat(delay("Prefer", "delay=0")).isZero();
        assertThat(delay("Prefer", "example=x, delay=\"2000\"")).isEqualTo(Duration.ofMillis(2_000));
        assertThat(delay("Prefer", "delay=100-800")).isBetween(Duration.ofMillis(100), Duration.ofMillis(800));
        assertThat(delay("Prefer", "wait=10")).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void answersPreflightsAtOnceAndRefusalsLate() {
        MockedApi api = MockedApi.of(PETS, () -> engine, MockOptions.Origins.ALL, RequestLog.NONE);
        Headers preflight = Headers.of("Origin", "http://localhost:3000", "Access-Control-Request-Method", "GET");

        assertThat(api.apply(HttpRequest.of("OPTIONS", "/pets", preflight))
                        .sent()
                        .delay())
                .isZero();
        assertThat(api.apply(HttpRequest.of("GET", "/dogs", Headers.none()))
                        .sent()
                        .delay())
                .isEqualTo(Duration.ofMillis(300));
    }

    private Duration delay(String... headers) {
        return engine.answered(HttpRequest.of("GET", "/pets", Headers.of(headers)))
                .sent()
                .delay();
    }

    @Test
    void refusesAWishThatIsNoTime() {
        for (String wish :
                new String[] {"soon", "", "-1", "1.5", "800-100", "300001", "1-300001", "2s", "99999999999"}) {
            HttpRequest request =
                    HttpRequest.of("GET", "/pets", Headers.of(Map.of("Prefer", List.of("delay=" + wish))));
            assertThat(engine.answer(request).text())
                    .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Preference not understood\",\"status\":422,"
                            + "\"detail\":\"'Prefer: delay=" + wish + "' asks for no time; write delay=300 or"
                            + " 100-800, in milliseconds up to 300000.\"}");
        }
    }
}
