package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.mock.call.CallReach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The mock sends what the API would send by itself: callbacks of what it is asked, and webhooks on demand. */
@Timeout(30)
final class CallbacksTest {

    private static final Contract ORDERS =
            new ContractReader(Access.SAME_ORIGIN).read("""
            openapi: 3.1.1
            info: {title: Orders, version: '1'}
            components:
              schemas:
                Event:
                  type: object
                  required: [id, state]
                  properties: {id: {type: integer}, state: {enum: [paid, sent]}}
            paths:
              /orders/{shop}:
                post:
                  operationId: order
                  parameters:
                    - {name: shop, in: path, required: true, schema: {type: string}}
                    - {name: hook, in: query, schema: {type: string}}
                    - {name: X-Hook, in: header, schema: {type: string}}
                  requestBody:
                    content:
                      application/json:
                        schema: {type: object, properties: {name: {type: string}, urls: {type: array, items: {type: string}}}}
                      application/x-www-form-urlencoded:
                        schema: {type: object, properties: {urls: {type: array, items: {type: string}}}}
                  responses:
                    '201':
                      description: Ordered.
                      headers: {X-Trace: {schema: {type: string}, example: t-1}}
                      content: {application/json: {example: {id: 7}}}
                    '409': {description: Not again.}
                  callbacks:
                    paid:
                      '{$request.body#/urls/0}':
                        post:
                          operationId: orderPaid
                          requestBody:
                            content:
                              application/json:
                                schema: {$ref: '#/components/schemas/Event'}
                                examples: {paid: {value: {id: 7, state: paid}}, sent: {value: {id: 7, state: sent}}}
                          responses: {'204': {description: Heard.}}
                    asked:
                      '{$request.query.hook}?shop={$request.path.shop}&order={$response.body#/id}&trace={$response.header.X-Trace}&by={$method}&as={$statusCode}&from={$url}':
                        put:
                          requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
                          responses: {'200': {description: Heard., content: {application/json: {schema: {type: boolean}}}}}
                    told:
                      '{$request.header.X-Hook}':
                        get: {responses: {default: {description: Heard.}}}
            webhooks:
              newOrder:
                post:
                  requestBody:
                    content:
                      application/json:
                        examples: {first: {value: {id: 1, state: paid}}, wrong: {value: {id: one}}}
                        schema: {$ref: '#/components/schemas/Event'}
                  responses: {'200': {description: Heard., content: {application/json: {schema: {type: boolean}}}}}
            """, URI.create("file:///orders.yaml"), "orders.yaml");

    private static final JsonMapper JSON = new JsonMapper();

    private static final BlockingQueue<String> HEARD = new LinkedBlockingQueue<>();
    private static final BlockingQueue<String> LOG = new LinkedBlockingQueue<>();
    private static final AtomicInteger OPEN = new AtomicInteger();

    private static HttpServer app;
    private static String hooks;
    private static ListeningMock mock;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.createContext("/", exchange -> {
            OPEN.incrementAndGet();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            HEARD.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
            byte[] answer = "\"yes\"".getBytes(StandardCharsets.UTF_8);
            boolean got = exchange.getRequestMethod().equals("GET");
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(got ? 204 : 200, got ? -1 : answer.length);
            if (!got) {
                exchange.getResponseBody().write(answer);
            }
            exchange.close();
        });
        app.start();
        hooks = "http://127.0.0.1:" + app.getAddress().getPort();
        mock = ListeningMock.start(
                ORDERS,
                MockOptions.usual().withLog(CallbacksTest::log),
                InetSocketAddress.createUnresolved("127.0.0.1", 0));
    }

    private static void log(String line) {
        LOG.add(line);
        if (line.startsWith("sent ") && line.split(" ")[2].startsWith(hooks)) {
            OPEN.decrementAndGet();
        }
    }

    @AfterAll
    static void stop() {
        mock.close();
        app.stop(0);
    }

    /** What a test has not waited for is none of the next one's. */
    @AfterEach
    void forget() throws Exception {
        while (OPEN.get() > 0) {
            LOG.poll(10, TimeUnit.SECONDS);
        }
        LOG.clear();
        HEARD.clear();
        sent("POST", "/__mock/reset?all=true", "");
    }

    private HttpResponse<String> sent(String method, String target, String body, String... fields) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(mock.address() + target))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(10));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (fields.length > 0) {
            request.headers(fields);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private String heard() throws InterruptedException {
        return HEARD.poll(10, TimeUnit.SECONDS);
    }

    /** The next line of the log that begins so. */
    private String logged(String start) throws InterruptedException {
        for (String line = LOG.poll(10, TimeUnit.SECONDS); line != null; line = LOG.poll(10, TimeUnit.SECONDS)) {
            if (line.startsWith(start)) {
                return line;
            }
        }
        return "nothing";
    }

    private JsonNode journal(String query) throws Exception {
        return JSON.readTree(sent("GET", "/__mock/journal" + query, "").body()).path("entries");
    }

    @Test
    void sendsACallbackToTheAddressInTheBody() throws Exception {
        HttpResponse<String> answer =
                sent("POST", "/orders/graz", "{\"urls\": [\"" + hooks + "/paid?k=1\", \"else\"]}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(heard()).isEqualTo("POST /paid?k=1 {\"id\":7,\"state\":\"paid\"}");
        assertThat(logged("sent"))
                .isEqualTo("sent POST " + hooks + "/paid?k=1 200 callback paid of order: the answer"
                        + " breaks the document");
    }

    @Test
    void knowsEachPartOfRequestAndAnswer() throws Exception {
        sent("POST", "/orders/g%20z?hook=" + hooks + "/all", "{}");

        String from = mock.address() + "/orders/g%20z?hook=" + hooks + "/all";
        assertThat(heard())
                .startsWith("PUT /all?shop=g%20z&order=7&trace=t-1&by=POST&as=201&from="
                        + from.replace(":", "%3A")
                                .replace("/", "%2F")
                                .replace("?", "%3F")
                                .replace("=", "%3D")
                                .replace("%20", "%2520")
                        + " {\"id\":");
    }

    @Test
    void knowsHeaderFieldsWhateverTheirCase() throws Exception {
        sent("POST", "/orders/graz", "{}", "x-hook", hooks + "/told");

        assertThat(heard()).isEqualTo("GET /told");
        assertThat(logged("sent")).isEqualTo("sent GET " + hooks + "/told 204 callback told of order: as documented");
    }

    @Test
    void readsTheAddressInAForm() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(mock.address() + "/orders/graz"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("urls=" + hooks.replace(":", "%3A") + "%2Fform"))
                .build();
        client.send(request, BodyHandlers.discarding());

        assertThat(heard()).startsWith("POST /form ");
    }

    @Test
    void sendsEachCallbackOfAnOperation() throws Exception {
        sent(
                "POST",
                "/orders/graz?hook=" + hooks + "/asked",
                "{\"urls\": [\"" + hooks + "/paid\"]}",
                "X-Hook",
                hooks + "/told");

        assertThat(new String[] {heard(), heard(), heard()})
                .satisfiesExactlyInAnyOrder(
                        one -> assertThat(one).startsWith("POST /paid "),
                        two -> assertThat(two).startsWith("PUT /asked?"),
                        three -> assertThat(three).isEqualTo("GET /told"));
    }

    @Test
    void saysInLogAndJournalWhyACallbackIsNotSent() throws Exception {
        HttpResponse<String> answer =
                sent("POST", "/orders/graz?hook=ftp://127.0.0.1/x", "{\"urls\": [\"http://example.com/\"]}");

        assertThat(answer.body()).isEqualTo("{\"id\":7}");
        String why =
                "the example; callback paid is not sent: its address is not this machine's, and --callbacks=anywhere"
                        + " is not given; callback asked is not sent: its address is none of HTTP, such as"
                        + " http://127.0.0.1:9000/events; callback told is not sent: nothing is at $request.header.X-Hook";
        assertThat(logged("POST")).endsWith(" 201 " + why);
        assertThat(journal("").path(0).path("why").asText()).isEqualTo(why);
    }

    @Test
    void sendsNoneOfWhatWasRefused() throws Exception {
        sent("POST", "/orders/graz", "{\"urls\": [\"" + hooks + "/paid\"]}", "Prefer", "code=409");
        sent("POST", "/orders/graz", "{\"urls\": \"" + hooks + "/paid\"}");
        sent("POST", "/orders/graz", "{}", "X-Hook", hooks + "/last");

        assertThat(heard()).isEqualTo("GET /last");
        assertThat(HEARD).isEmpty();
    }

    @Test
    void sendsNoneWhereNobodyWantsAny() {
        MockedApi off = MockedApi.of(ORDERS, MockOptions.usual().withCalls(CallReach.OFF));

        Answered answered = off.apply(new io.platformapi.contract.http.HttpRequest(
                "POST",
                "/orders/graz",
                "",
                Headers.of("Content-Type", "application/json", "X-Hook", hooks),
                "{}".getBytes(StandardCharsets.UTF_8)));

        assertThat(answered.why().get()).endsWith("; callback told is not sent: --callbacks=off");
    }

    @Test
    void theJournalShowsWhatWasSentAndWhatCameBack() throws Exception {
        sent("POST", "/~mine/orders/graz?hook=" + hooks + "/asked", "{}");
        logged("sent");

        assertThat(journal("")).isEmpty();
        JsonNode entries = JSON.readTree(
                        sent("GET", "/~mine/__mock/journal?direction=sent", "").body())
                .path("entries");
        assertThat(entries).hasSize(1);
        JsonNode entry = entries.path(0);
        assertThat(entry.path("direction").asText()).isEqualTo("sent");
        assertThat(entry.path("operation").asText()).isEqualTo("order.asked");
        assertThat(entry.path("target").asText()).startsWith(hooks + "/asked?shop=graz&");
        assertThat(entry.path("status").asInt()).isEqualTo(200);
        assertThat(entry.path("why").asText()).isEqualTo("callback asked of order: the answer breaks the document");
        assertThat(entry.path("violations").path(0).path("in").asText()).isEqualTo("answer body");
        assertThat(entry.path("violations").path(0).path("expected").asText()).isEqualTo("a boolean");
        assertThat(entry.path("request").path("body").asText()).contains("\"state\":\"paid\"");
        assertThat(entry.path("response").path("body").asText()).isEqualTo("\"yes\"");
    }

    @Test
    void whatWasSentIsNoRequestThatATestExpects() throws Exception {
        sent("POST", "/orders/graz", "{}", "X-Hook", hooks + "/told");
        logged("sent");

        assertThat(verdict("{\"times\": 1}").path("passes").asBoolean()).isTrue();
        assertThat(verdict("{\"operation\": \"order.told\", \"direction\": \"sent\", \"times\": 1}")
                        .path("passes")
                        .asBoolean())
                .isTrue();
        assertThat(mock.session("any").calls()).isEmpty();
    }

    private JsonNode verdict(String expected) throws Exception {
        return JSON.readTree(sent("POST", "/__mock/verifications", expected).body());
    }

    @Test
    void aCallbackThatNobodyTakesIsNoMatterOfTheAnswer() throws Exception {
        String closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = "http://127.0.0.1:" + socket.getLocalPort();
        }

        assertThat(sent("POST", "/orders/graz", "{}", "X-Hook", closed + "/gone")
                        .statusCode())
                .isEqualTo(201);
        assertThat(logged("sent"))
                .isEqualTo("sent GET " + closed + "/gone no answer callback told of order: " + closed
                        + " gives no answer: nobody listens there");
        JsonNode entry = journal("?direction=sent").path(0);
        assertThat(entry.path("status").asInt()).isZero();
    }

    @Test
    void aMockThatCallsItselfComesToAnEnd() throws Exception {
        String self = mock.address() + "/orders/again?hook=" + hooks + "/never";
        sent("POST", "/orders/graz", "{\"urls\": [\"" + self + "\"]}");
        assertThat(logged("sent")).startsWith("sent POST " + self + " 201 ");

        sent("POST", "/orders/graz", "{}", "User-Agent", "mock-server-call", "X-Hook", hooks + "/never");
        sent("POST", "/orders/graz", "{}", "X-Hook", hooks + "/last");
        assertThat(heard()).isEqualTo("GET /last");
    }

    @Test
    void sendsAWebhookOnDemand() throws Exception {
        HttpResponse<String> answer =
                sent("POST", "/__mock/calls", "{\"call\": \"newOrder\", \"url\": \"" + hooks + "/hook\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body())
                .isEqualTo("{\"method\":\"POST\",\"url\":\"" + hooks
                        + "/hook\",\"body\":\"{\\\"id\\\":1,\\\"state\\\":\\\"paid\\\"}\"}");
        assertThat(heard()).isEqualTo("POST /hook {\"id\":1,\"state\":\"paid\"}");
    }

    @Test
    void sendsTheExampleThatIsNamedAndSaysWhatIsWrongWithIt() throws Exception {
        sent("POST", "/__mock/calls", "{\"call\": \"newOrder\", \"example\": \"wrong\", \"url\": \"" + hooks + "\"}");

        assertThat(heard()).isEqualTo("POST / {\"id\":\"one\"}");
        logged("sent");
        JsonNode entry = journal("?direction=sent").path(0);
        assertThat(entry.path("outcome").asText()).isEqualTo("invalid");
        assertThat(entry.path("violations").path(0).path("pointer").asText()).isEqualTo("/id");
    }

    @Test
    void sendsACallbackOnDemandByItsId() throws Exception {
        sent("POST", "/__mock/calls", "{\"call\": \"orderPaid\", \"example\": \"sent\", \"url\": \"" + hooks + "\"}");

        assertThat(heard()).isEqualTo("POST / {\"id\":7,\"state\":\"sent\"}");
    }

    @Test
    void saysWhatOfAWishCannotBeDone() throws Exception {
        assertThat(detail(404, "{\"call\": \"nope\", \"url\": \"" + hooks + "\"}"))
                .isEqualTo("The document has no callback or webhook 'nope'; --list shows them.");
        assertThat(detail(409, "{\"call\": \"newOrder\", \"example\": \"nope\", \"url\": \"" + hooks + "\"}"))
                .isEqualTo("The webhook newOrder has no example 'nope' that is a whole request. It has first, wrong.");
        assertThat(detail(403, "{\"call\": \"newOrder\", \"url\": \"http://10.0.0.1/\"}"))
                .isEqualTo(
                        "Nothing is sent: its address is not this machine's, and --callbacks=anywhere is not given.");
        assertThat(detail(422, "{\"call\": \"newOrder\", \"url\": \"here\"}"))
                .isEqualTo("Nothing is sent: its address is none of HTTP, such as http://127.0.0.1:9000/events.");
    }

    private String detail(int status, String body) throws Exception {
        HttpResponse<String> answer = sent("POST", "/__mock/calls", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body()).path("detail").asText();
    }

    @Test
    void tellsWhatTheApiSendsByItself() throws Exception {
        JsonNode calls = JSON.readTree(sent("GET", "/__mock/calls", "").body());

        assertThat(calls.findValuesAsText("id")).containsExactly("orderPaid", "order.asked", "order.told", "newOrder");
        assertThat(calls.path(0).toString())
                .isEqualTo("{\"id\":\"orderPaid\",\"name\":\"paid\",\"operation\":\"order\","
                        + "\"address\":\"{$request.body#/urls/0}\",\"method\":\"POST\",\"summary\":\"\","
                        + "\"examples\":[\"paid\",\"sent\"]}");
    }

    @Test
    void listsThemBehindTheirOperation() {
        assertThat(Listing.lines(ORDERS))
                .contains(
                        "POST /orders/{shop}  order",
                        "    callback paid  POST {$request.body#/urls/0}  orderPaid  paid, sent",
                        "    callback told  GET {$request.header.X-Hook}  order.told",
                        "webhook newOrder  POST  first, wrong");
    }
}
