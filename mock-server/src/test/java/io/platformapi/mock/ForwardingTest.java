package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.mock.Forwarding.Breaches;
import io.platformapi.mock.Forwarding.Gaps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mock between a client and the API that its document describes. */
@Timeout(60)
final class ForwardingTest {

    private static final Contract PETS =
            new ContractReader(Access.SAME_ORIGIN).read("""
                    openapi: 3.1.1
                    info: {title: Pets, version: '1'}
                    paths:
                      /pets/{id}:
                        get:
                          operationId: showPet
                          parameters:
                          - {name: id, in: path, required: true, schema: {type: integer}}
                          responses:
                            '200':
                              description: A pet.
                              content:
                                application/json:
                                  schema: &pet {type: object, required: [name], properties: {name: {type: string}}}
                                  example: {name: Rex}
                                application/octet-stream: {}
                      /pets:
                        post:
                          operationId: addPet
                          requestBody: {required: true, content: {application/json: {schema: *pet}}}
                          responses:
                            '201': {description: Made.}
                    """, URI.create("file:///pets.yaml"), "pets.yaml");

    private static final String JSON = "application/json";

    private final Map<String, List<String>> received = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer api;
    private volatile Handler handler = exchange -> answer(exchange, 200, JSON, bytes("{\"name\":\"Tom\"}"));

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", exchange -> {
            received.putAll(exchange.getRequestHeaders());
            received.put(":line", List.of(exchange.getRequestMethod() + " " + exchange.getRequestURI()));
            received.put(
                    ":body", List.of(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            handler.handle(exchange);
        });
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop(0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private URI upstream() {
        return URI.create("http://127.0.0.1:" + api.getAddress().getPort() + "/v1/");
    }

    private static ListeningMock mock(URI upstream, Breaches breaches, Gaps gaps) throws IOException {
        return mock(Forwarding.to(upstream, Duration.ofSeconds(20), breaches, gaps));
    }

    private static ListeningMock mock(URI upstream, Duration patience) throws IOException {
        return mock(Forwarding.to(upstream, patience, Breaches.TOLD, Gaps.PASSED));
    }

    private static ListeningMock mock(Forwarding forwarding) throws IOException {
        return ListeningMock.start(
                PETS,
                MockOptions.usual().withForwarding(forwarding),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private HttpResponse<String> ask(ListeningMock mock, String method, String path, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(mock.address() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String field(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void handsOnARequestAndItsAnswerWithoutWhatIsForOneHopAlone() throws Exception {
        handler = exchange -> {
            exchange.getResponseHeaders().set("Location", upstream() + "pets/7");
            exchange.getResponseHeaders().set("X-Own", "kept");
            exchange.getResponseHeaders().set("Keep-Alive", "timeout=5");
            answer(exchange, 201, JSON, new byte[0]);
        };
        try (ListeningMock mock = mock(upstream(), Breaches.TOLD, Gaps.PASSED)) {
            HttpResponse<String> answer =
                    ask(mock, "POST", "/pets?a=b%20c", "{\"name\":\"Tom\"}", "Content-Type", JSON, "X-Mine", "yes");

            assertThat(received)
                    .containsEntry(":line", List.of("POST /v1/pets?a=b%20c"))
                    .containsEntry(":body", List.of("{\"name\":\"Tom\"}"))
                    .containsEntry("X-mine", List.of("yes"))
                    .containsEntry("Via", List.of("1.1 mock-server"))
                    .containsKey("Forwarded")
                    .doesNotContainKey("Upgrade");
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(field(answer, "Location")).isEqualTo("/pets/7");
            assertThat(field(answer, "X-Own")).isEqualTo("kept");
            assertThat(answer.headers().map()).doesNotContainKeys("keep-alive", "x-mock-violations", "x-mock-notice");
        }
    }

    @Test
    void saysOnceWhoMayReadAnAnswerWhateverTheApiSays() throws Exception {
        handler = exchange -> {
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "https://shop.example.com");
            exchange.getResponseHeaders().set("Access-Control-Expose-Headers", "X-Own");
            exchange.getResponseHeaders().set("Vary", "Accept");
            answer(exchange, 201, JSON, new byte[0]);
        };
        try (ListeningMock mock = mock(upstream(), Breaches.TOLD, Gaps.PASSED)) {
            var plain = ask(mock, "POST", "/pets", "{}", "Content-Type", JSON).headers();
            var ofPage = ask(mock, "POST", "/pets", "{}", "Content-Type", JSON, "Origin", "http://localhost:5173")
                    .headers();

            assertThat(plain.allValues("Access-Control-Allow-Origin")).containsExactly("*");
            assertThat(plain.allValues("Access-Control-Expose-Headers")).containsExactly("*");
            assertThat(ofPage.allValues("Access-Control-Allow-Origin")).containsExactly("http://localhost:5173");
            assertThat(ofPage.allValues("Access-Control-Expose-Headers")).hasSize(1);
            assertThat(ofPage.allValues("Vary")).containsExactly("Accept", "Origin");
        }
    }

    @Test
    void tellsInWhatRequestAndAnswerBreakTheDocument() throws Exception {
        handler = exchange -> answer(exchange, 200, JSON, bytes("{\"name\":7}"));
        try (ListeningMock mock = mock(upstream(), Breaches.TOLD, Gaps.PASSED)) {
            HttpResponse<String> answer = ask(mock, "GET", "/pets/rex", "", "X-Mock-Session", "mine");
            String journal = ask(mock, "GET", "/__mock/journal", "", "X-Mock-Session", "mine")
                    .body();

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"name\":7}");
            assertThat(field(answer, "X-Mock-Violations"))
                    .isEqualTo("request path id: expected an integer; answer body /name: expected a string");
            assertThat(journal).contains("\"in\":\"path\"", "\"in\":\"answer body\"");
        }
    }

    @Test
    void refusesWhatBreaksTheDocumentWhereItIsStrict() throws Exception {
        handler = exchange -> answer(exchange, 200, JSON, bytes("{\"name\":7}"));
        try (ListeningMock mock = mock(upstream(), Breaches.REFUSED, Gaps.PASSED)) {
            assertThat(ask(mock, "GET", "/pets/rex", "").statusCode()).isEqualTo(422);
            assertThat(received).isEmpty();

            HttpResponse<String> answer = ask(mock, "GET", "/pets/7", "");
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).contains("answer body /name: expected a string");
        }
    }

    @Test
    void looksIntoBodiesThatAreCompressedAndSaysWhatItDoesNotLookAt() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes("{\"name\":7}"));
        }
        try (ListeningMock mock = mock(upstream(), Breaches.TOLD, Gaps.PASSED)) {
            handler = exchange -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                answer(exchange, 200, JSON, zipped.toByteArray());
            };
            HttpResponse<String> answer = ask(mock, "GET", "/pets/7", "");
            assertThat(field(answer, "X-Mock-Violations")).isEqualTo("answer body /name: expected a string");
            assertThat(field(answer, "Content-Encoding")).isEqualTo("gzip");

            handler = exchange -> {
                exchange.getResponseHeaders().set("Content-Encoding", "br");
                answer(exchange, 200, JSON, new byte[] {1});
            };
            assertThat(field(ask(mock, "GET", "/pets/7", ""), "X-Mock-Notice"))
                    .isEqualTo("not looked at: a body that is coded as br");

            handler = exchange -> answer(exchange, 200, "application/octet-stream", new byte[] {1});
            assertThat(field(ask(mock, "GET", "/pets/7", ""), "X-Mock-Notice"))
                    .isEqualTo("not looked at: the values of a body in application/octet-stream");

            HttpResponse<String> elsewhere = ask(mock, "GET", "/cats", "");
            assertThat(field(elsewhere, "X-Mock-Violations")).startsWith("request: No operation has the path");
            assertThat(field(elsewhere, "X-Mock-Notice")).startsWith("not looked at: no operation");
        }
    }

    @Test
    void mocksWhatIsMissingUpstreamIfThatIsWanted() throws Exception {
        handler = exchange -> answer(exchange, 404, "text/plain", bytes("no such page"));
        try (ListeningMock mock = mock(upstream(), Breaches.TOLD, Gaps.MOCKED)) {
            HttpResponse<String> answer = ask(mock, "GET", "/pets/7", "");
            assertThat(answer.body()).isEqualTo("{\"name\":\"Rex\"}");
            assertThat(field(answer, "X-Mock-Notice")).isEqualTo("the mock's answer: the API answered 404");

            api.stop(0);
            HttpResponse<String> alone = ask(mock, "GET", "/pets/7", "");
            assertThat(alone.body()).isEqualTo("{\"name\":\"Rex\"}");
            assertThat(field(alone, "X-Mock-Notice")).isEqualTo("the mock's answer: the API gives no answer");
        }
    }

    @Test
    void answersWhatTheSessionWasToldAndDoesNotAskTheApi() throws Exception {
        try (ListeningMock mock = mock(upstream(), Breaches.TOLD, Gaps.PASSED)) {
            ask(mock, "PUT", "/__mock/answers/showPet", "{\"code\": 200, \"times\": 1}", "Content-Type", JSON);

            HttpResponse<String> told = ask(mock, "GET", "/pets/7", "");
            assertThat(told.body()).isEqualTo("{\"name\":\"Rex\"}");
            assertThat(field(told, "X-Mock-Notice")).isEqualTo("the mock's answer: it was told so");
            assertThat(received).isEmpty();
            assertThat(ask(mock, "GET", "/pets/7", "").body()).isEqualTo("{\"name\":\"Tom\"}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"/pets/7|code=200", "/pets/7|dynamic=true", "/pets/7?__code=200|return=minimal"})
    void answersWhatARequestPrefersOfTheMockAndDoesNotAskTheApi(String target, String preference) throws Exception {
        try (ListeningMock mock = mock(upstream(), Breaches.TOLD, Gaps.PASSED)) {
            HttpResponse<String> preferred = ask(mock, "GET", target, "", "Prefer", preference);

            assertThat(preferred.statusCode()).isEqualTo(200);
            assertThat(field(preferred, "X-Mock-Notice")).isEqualTo("the mock's answer: the request prefers it");
            assertThat(received).isEmpty();
        }
    }

    @Test
    void handsPreferencesOnThatAreForTheApi() throws Exception {
        try (ListeningMock mock = mock(upstream(), Breaches.TOLD, Gaps.PASSED)) {
            assertThat(ask(mock, "GET", "/pets/7", "", "Prefer", "return=minimal")
                            .body())
                    .isEqualTo("{\"name\":\"Tom\"}");
            assertThat(received.get("Prefer")).containsExactly("return=minimal");
        }
    }

    @Test
    void answersAsAGatewayWhereNoAnswerComes() throws Exception {
        handler = exchange -> {
            exchange.sendResponseHeaders(200, 5); // and nothing more
            exchange.getResponseBody().flush();
        };
        try (ListeningMock mock = mock(upstream(), Duration.ofMillis(500))) {
            HttpResponse<String> late = ask(mock, "GET", "/pets/7", "");
            assertThat(late.statusCode()).isEqualTo(504);
            assertThat(late.body()).contains("did not answer to the end within");

            api.stop(0);
            HttpResponse<String> away = ask(mock, "GET", "/pets/7", "", "Origin", "http://a.example");
            assertThat(away.statusCode()).isEqualTo(502);
            assertThat(away.body()).contains("gives no answer");
            assertThat(field(away, "Access-Control-Allow-Origin")).isNotEmpty();
        }
    }

    @Test
    void passesAStreamOnWhileItComesAndLetsGoOfItWhenTheClientGoes() throws Exception {
        CountDownLatch letGo = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        handler = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream stream = exchange.getResponseBody()) {
                stream.write(bytes("data: 1\n\n"));
                stream.flush();
                read.await();
                while (letGo.getCount() > 0) {
                    stream.write(bytes("data: 2\n\n"));
                    stream.flush();
                    Thread.sleep(10);
                }
            } catch (IOException gone) {
                letGo.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        try (ListeningMock mock = mock(upstream(), Breaches.TOLD, Gaps.PASSED)) {
            try (InputStream stream = mock.address().resolve("/pets/7").toURL().openStream()) {
                assertThat(stream.readNBytes(9)).isEqualTo(bytes("data: 1\n\n"));
                read.countDown();
                assertThat(stream.readNBytes(9)).isEqualTo(bytes("data: 2\n\n"));
            }
            assertThat(letGo.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void holdsAnswersOf16MegabytesAndPassesLargerOnesOnWhileTheyCome() throws Exception {
        byte[] large = new byte[(16 << 20) + 1_000_000];
        Arrays.fill(large, (byte) 'a');
        try (ListeningMock mock = mock(upstream(), Duration.ofSeconds(20))) {
            handler = exchange -> answer(exchange, 200, "application/octet-stream", Arrays.copyOf(large, 16 << 20));
            HttpResponse<String> held = ask(mock, "GET", "/pets/7", "");
            assertThat(held.body()).hasSize(16 << 20);
            assertThat(field(held, "X-Mock-Notice")).doesNotContain("passed on");

            handler = exchange -> answer(exchange, 200, "application/octet-stream", large);
            HttpResponse<String> passed = ask(mock, "GET", "/pets/7", "");
            assertThat(passed.statusCode()).isEqualTo(200);
            assertThat(passed.body()).isEqualTo(new String(large, StandardCharsets.US_ASCII));
            assertThat(field(passed, "X-Mock-Notice"))
                    .isEqualTo("not looked at: a body that is passed on while it comes");
        }
    }

    @Test
    void breaksOffWhatUpstreamBreaksOff() throws Exception {
        handler = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(bytes("data: 1\n\n"));
            exchange.getResponseBody().flush(); // else what is broken off may not have begun
            exchange.close();
        };
        try (ListeningMock mock = mock(upstream(), Breaches.TOLD, Gaps.PASSED)) {
            assertThatThrownBy(() -> ask(mock, "GET", "/pets/7", "")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesAStreamThatTheDocumentDoesNotHaveWhereItIsStrict() throws Exception {
        CountDownLatch letGo = new CountDownLatch(1);
        handler = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(299, 0);
            try (OutputStream stream = exchange.getResponseBody()) {
                while (letGo.getCount() > 0) {
                    stream.write(bytes("data: 1\n\n"));
                    stream.flush();
                }
            } catch (IOException gone) {
                letGo.countDown();
            }
        };
        try (ListeningMock mock = mock(upstream(), Breaches.REFUSED, Gaps.PASSED)) {
            assertThat(ask(mock, "GET", "/pets/7", "").statusCode()).isEqualTo(502);
            assertThat(letGo.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** An API that answers once on each connection, and then closes it when it is asked again. */
    @Test
    void asksAgainWhereAKeptConnectionIsClosedUnlessThatMayChangeSomethingTwice() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (ServerSocket once = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread serving = new Thread(() -> serveOnce(once, asked));
            serving.setDaemon(true);
            serving.start();
            URI address = URI.create("http://127.0.0.1:" + once.getLocalPort());
            try (ListeningMock mock = mock(address, Duration.ofSeconds(20))) {
                assertThat(ask(mock, "GET", "/pets/7", "").statusCode()).isEqualTo(200);
                assertThat(ask(mock, "GET", "/pets/7", "").statusCode()).isEqualTo(200);
                assertThat(asked).containsExactly("GET", "GET, closed", "GET");
                assertThat(ask(mock, "POST", "/pets", "{\"name\":\"Tom\"}", "Content-Type", JSON)
                                .statusCode())
                        .isEqualTo(502);
                assertThat(asked).endsWith("GET", "POST, closed");
            }
        }
    }

    private static void serveOnce(ServerSocket server, List<String> asked) {
        try {
            while (true) {
                try (Socket connection = server.accept()) {
                    asked.add(method(connection));
                    connection.getOutputStream().write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
                    asked.add(method(connection) + ", closed");
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static String method(Socket connection) throws IOException {
        return head(connection).split(" ", 2)[0];
    }

    private static String head(Socket connection) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = connection.getInputStream().read();
            if (octet < 0) {
                throw new IOException("closed");
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    /** A body that no mock holds, of a length that is told or not. */
    private static BodyPublisher large(int bytes, boolean told) {
        byte[] piece = new byte[1 << 16];
        Arrays.fill(piece, (byte) 'a');
        BodyPublisher pieces = BodyPublishers.ofByteArrays(
                () -> Stream.generate(() -> piece).limit(bytes >> 16).iterator());
        return told ? BodyPublishers.fromPublisher(pieces, bytes) : pieces;
    }

    private HttpResponse<String> upload(ListeningMock mock, BodyPublisher body, String type) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(mock.address() + "/pets"))
                        .header("Content-Type", type)
                        .timeout(Duration.ofSeconds(30))
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void handsALargeBodyOnWhileItComesAndSaysThatNobodyLookedIntoIt(boolean told) throws Exception {
        try (ListeningMock mock = mock(upstream(), Breaches.REFUSED, Gaps.MOCKED)) {
            HttpResponse<String> answer = upload(mock, large(3 << 20, told), JSON);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(502);
            assertThat(answer.headers().firstValue("X-Mock-Notice"))
                    .contains("not looked at: a request's body that is passed on while it comes");
            assertThat(received.get(":body").get(0)).hasSize(3 << 20).containsOnlyOnce("a".repeat(3 << 20));
            assertThat(received.containsKey("Content-length")).isEqualTo(told);
            assertThat(mock.session("x").requests()).isEmpty();
        }
    }

    @Test
    void aRequestWhoseBodyNobodyLookedAtIsUndecidedAndPassesNoVerification() throws Exception {
        try (ListeningMock mock = mock(upstream(), Breaches.TOLD, Gaps.PASSED)) {
            upload(mock, large(3 << 20, true), JSON);

            assertThat(ask(mock, "GET", "/__mock/journal?outcome=undecided", "").body())
                    .contains("\"outcome\":\"undecided\"");
            for (String outcome : new String[] {"valid", "invalid"}) {
                assertThat(ask(mock, "GET", "/__mock/journal?outcome=" + outcome, "")
                                .body())
                        .isEqualTo("{\"total\":1,\"entries\":[]}");
            }
            assertThat(ask(
                                    mock,
                                    "POST",
                                    "/__mock/verifications",
                                    "{\"outcome\": \"invalid\", \"times\": 0}",
                                    "Content-Type",
                                    JSON)
                            .body())
                    .isEqualTo(
                            "{\"passes\":false,\"count\":0,\"message\":\"Expected exactly 0 requests, and there were 0."
                                    + " Of 1 more the body was not looked at.\",\"nearest\":[{\"number\":1,\"method\":\"POST\","
                                    + "\"target\":\"/pets\",\"misses\":[\"it is undecided\"]}]}");
        }
    }

    @Test
    void holdsTheHeadOfALargeRequestToTheDocument() throws Exception {
        try (ListeningMock mock = mock(upstream(), Breaches.REFUSED, Gaps.PASSED)) {
            assertThat(upload(mock, large(1 << 20, true), "text/plain").statusCode())
                    .isEqualTo(415);
            assertThat(received).isEmpty();
        }
    }

    @Test
    void anApiMayAnswerBeforeItHasAllOfALargeBody() throws Exception {
        try (ServerSocket hasty = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread serving = new Thread(() -> {
                try (Socket connection = hasty.accept()) {
                    method(connection);
                    connection.getOutputStream().write(bytes("HTTP/1.1 413 No\r\nContent-Length: 0\r\n\r\n"));
                    connection.getInputStream().readAllBytes();
                } catch (IOException closed) {
                    // the test is over
                }
            });
            serving.setDaemon(true);
            serving.start();
            URI address = URI.create("http://127.0.0.1:" + hasty.getLocalPort());
            try (ListeningMock mock = mock(address, Duration.ofSeconds(20));
                    Socket client = new Socket("127.0.0.1", mock.address().getPort())) {
                client.setSoTimeout(20_000);
                client.getOutputStream()
                        .write(bytes("POST /pets HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 100000000\r\n\r\n" + "a".repeat(100_000)));
                assertThat(new String(client.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 413");
            }
        }
    }

    @Test
    void anApiHearsThatAClientHasBrokenOffItsLargeBody() throws Exception {
        CountDownLatch broken = new CountDownLatch(1);
        try (ServerSocket patient = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread serving = new Thread(() -> {
                try (Socket connection = patient.accept()) {
                    while (connection.getInputStream().read() >= 0) {
                        // what comes of it
                    }
                    broken.countDown();
                } catch (IOException closed) {
                    broken.countDown();
                }
            });
            serving.setDaemon(true);
            serving.start();
            URI address = URI.create("http://127.0.0.1:" + patient.getLocalPort());
            try (ListeningMock mock = mock(address, Duration.ofSeconds(40))) {
                try (Socket client = new Socket("127.0.0.1", mock.address().getPort())) {
                    client.getOutputStream()
                            .write(bytes("POST /pets HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Content-Length: 100000000\r\n\r\n" + "a".repeat(100_000)));
                }
                assertThat(broken.await(20, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() ->
                        Forwarding.to(URI.create("localhost:8080"), Duration.ofSeconds(1), Breaches.TOLD, Gaps.PASSED))
                .hasMessage("'localhost:8080' is no address of an API: write http://HOST:PORT or https://HOST/PATH");
    }

    @Test
    void handsOnTheLengthThatAnAnswerToHeadTells() throws Exception {
        handler = exchange -> {
            exchange.getResponseHeaders().set("Content-Length", "14");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        };
        try (ListeningMock mock = mock(upstream(), Breaches.TOLD, Gaps.PASSED)) {
            assertThat(field(ask(mock, "HEAD", "/pets/7", ""), "Content-Length"))
                    .isEqualTo("14");
            assertThat(received).containsEntry(":line", List.of("HEAD /v1/pets/7"));
        }
    }

    @Test
    void handsOnATargetAsItWasSentThoughItShouldHaveBeenEncoded() throws Exception {
        try (ServerSocket raw = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + raw.getLocalPort() + "/v1");
            CompletableFuture<String> seen = CompletableFuture.supplyAsync(() -> {
                try (raw;
                        Socket connection = raw.accept()) {
                    return head(connection);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            try (ListeningMock mock = mock(address, Breaches.TOLD, Gaps.PASSED);
                    Socket socket =
                            new Socket(mock.address().getHost(), mock.address().getPort())) {
                socket.getOutputStream().write(bytes("GET /pets/7%2F?a=b|c&d=[e]&f=+%20 HTTP/1.1\r\nHost: a\r\n\r\n"));

                assertThat(seen.get(20, TimeUnit.SECONDS))
                        .startsWith("GET /v1/pets/7%2F?a=b|c&d=[e]&f=+%20 HTTP/1.1\r\n");
            }
        }
    }

    @Test
    void aPageOfItsOwnTellsTheStatusThatItIsSentWith() throws Exception {
        URI nowhere;
        try (ServerSocket unheard = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            nowhere = URI.create("http://127.0.0.1:" + unheard.getLocalPort());
        }
        try (ListeningMock mock = mock(nowhere, Breaches.TOLD, Gaps.PASSED)) {
            HttpResponse<String> answer = ask(mock, "GET", "/pets/7", "");

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).contains("\"title\":\"Failure\",\"status\":502,");
        }
    }

    @Test
    void looksIntoRequestsThatAreCompressedAndSaysWhereItCannot() throws Exception {
        try (ListeningMock mock = mock(upstream(), Breaches.TOLD, Gaps.PASSED)) {
            HttpResponse<String> coded =
                    ask(mock, "POST", "/pets", "?", "Content-Type", JSON, "Content-Encoding", "br");
            HttpResponse<String> broken =
                    ask(mock, "POST", "/pets", "?", "Content-Type", JSON, "Content-Encoding", "gzip");

            assertThat(field(coded, "X-Mock-Notice"))
                    .startsWith("not looked at: a request's body that is coded otherwise than as gzip");
            assertThat(field(broken, "X-Mock-Violations"))
                    .startsWith("request: The body is not coded as gzip, or larger than is read");
            assertThat(received).containsEntry("Content-encoding", List.of("gzip"));
            assertThat(ask(mock, "GET", "/__mock/journal", "").body())
                    .contains("\"outcome\":\"undecided\"", "\"outcome\":\"invalid\"");
        }
    }
}
