package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.ResponseCheck;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of the administration, and what it asks of it. */
final class AdminPageTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Contract PETS = contract("""
            openapi: 3.1.1
            info: {title: "Pets </script><img src=x onerror=alert(1)>", version: '1'}
            components:
              securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
            paths:
              /pets/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}, example: 7}]
                get:
                  operationId: readPet
                  summary: "<script>alert(1)</script>"
                  security: [{key: []}]
                  responses:
                    '200': {description: It., content: {application/json: {examples: {rex: {summary: "<b>Rex", value: 1}, tom: {value: 2}}}}}
                    4XX: {description: Not it.}
                    default: {description: Else.}
                delete: {deprecated: true, responses: {'204': {description: Gone.}}}
            """);

    private final MockedApi mock = MockedApi.of(PETS, MockOptions.usual());

    private static Contract contract(String document) {
        return new ContractReader(Access.SAME_ORIGIN).read(document, URI.create("file:///pets.yaml"), "pets.yaml");
    }

    private HttpResponse answer(String method, String target, String body, String... fields) {
        Headers headers = Headers.of("Host", "127.0.0.1:4010", "Accept", "*/*").with(Headers.of(fields));
        HttpRequest request = HttpRequest.of(method, target, headers);
        return mock.apply(
                        body.isEmpty()
                                ? request
                                : new HttpRequest(
                                        method,
                                        request.path(),
                                        request.query(),
                                        headers.with("Content-Type", "application/json"),
                                        body.getBytes(StandardCharsets.UTF_8)))
                .response();
    }

    private HttpResponse got(String target, String... fields) {
        return answer("GET", target, "", fields);
    }

    private JsonNode told(String target) throws Exception {
        HttpResponse answer = got(target);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void isOneAnswerOfLessThanAHundredKilobytes() {
        HttpResponse page = got("/__mock/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().text("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.body()).hasSizeLessThan(100_000);
        assertThat(page.text()).contains("<h2 id=\"journal-title\">Journal").doesNotContain("/* script */");
    }

    @Test
    void allowsNoScriptAndNoStyleButItsOwn() throws Exception {
        HttpResponse page = got("/__mock/");

        assertThat(page.headers().text("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src '" + hash(page.text(), "script") + "'; style-src '"
                        + hash(page.text(), "style")
                        + "'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
        assertThat(page.headers().text("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.headers().text("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(page.headers().text("Cache-Control")).isEqualTo("no-store");
    }

    private static String hash(String page, String element) throws Exception {
        String inside = page.substring(
                page.indexOf("<" + element + ">") + element.length() + 2, page.indexOf("</" + element + ">"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(inside.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    @Test
    void asksForNothingElsewhere() {
        String page = got("/__mock/").text();

        List<String> addresses = Pattern.compile("[a-z]+://[^\\s\"']+")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .toList();
        assertThat(addresses).containsOnly("http://www.w3.org/2000/svg"); // a name, which nobody fetches
        assertThat(page).doesNotContain("src=").doesNotContain("@import").doesNotContainPattern("\\burl\\(");
    }

    @ParameterizedTest
    @ValueSource(strings = {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function("})
    void makesNoMarkupAndNoScriptOfTexts(String way) {
        assertThat(got("/__mock/").text()).doesNotContain(way);
    }

    @ParameterizedTest
    @CsvSource({"/__mock, 308", "/~mine/__mock, 308", "/~mine/__mock/, 200"})
    void isBelowEachSessionToo(String path, int status) {
        HttpResponse answer = got(path);

        assertThat(answer.status()).isEqualTo(status);
        if (status == 308) { // below whatever the browser has in its address
            assertThat(URI.create("http://localhost" + path)
                            .resolve(answer.headers().text("Location")))
                    .hasPath(path + "/");
        }
    }

    @Test
    void isForNobodyOfAnotherNameOrOrigin() {
        assertThat(got("/__mock/", "Host", "rebound.example").status()).isEqualTo(403);
        assertThat(got("/__mock/operations", "Origin", "http://evil.example").status())
                .isEqualTo(403);
        assertThat(got("/__mock/", "Origin", "http://127.0.0.1:4010").headers().has("Access-Control-Allow-Origin"))
                .isFalse();
    }

    @Test
    void theFirstPageLinksToIt() {
        assertThat(got("/", "Accept", "text/html").text()).contains("<a href=\"/__mock/\">");
    }

    @Test
    void operationsAreToldWithTheAnswersThatTheyCanBeGiven() throws Exception {
        assertThat(told("/__mock/operations").toString())
                .isEqualTo("{\"title\":\"Pets </script><img src=x onerror=alert(1)>\",\"version\":\"1\","
                        + "\"remembers\":false,\"operations\":["
                        + "{\"operationId\":\"readPet\",\"ids\":[\"readPet\"],\"method\":\"GET\","
                        + "\"path\":\"/pets/{id}\",\"summary\":\"<script>alert(1)</script>\",\"deprecated\":false,"
                        + "\"responses\":[{\"status\":\"200\",\"description\":\"It.\",\"examples\":["
                        + "{\"name\":\"rex\",\"summary\":\"<b>Rex\"},{\"name\":\"tom\",\"summary\":\"\"}]},"
                        + "{\"status\":\"4XX\",\"description\":\"Not it.\",\"examples\":[]},"
                        + "{\"status\":\"default\",\"description\":\"Else.\",\"examples\":[]}]},"
                        + "{\"operationId\":\"DELETE /pets/{id}\",\"ids\":[\"DELETE /pets/{id}\"],"
                        + "\"method\":\"DELETE\",\"path\":\"/pets/{id}\",\"summary\":\"\",\"deprecated\":true,"
                        + "\"responses\":[{\"status\":\"204\",\"description\":\"Gone.\",\"examples\":[]}]}]}");
    }

    @Test
    void samplesCanBeSentAsTheyStand() throws Exception {
        assertThat(told("/__mock/operations/readPet/samples").toString())
                .isEqualTo("[{\"example\":\"\",\"madeUp\":false,\"method\":\"GET\",\"target\":\"/pets/7\","
                        + "\"headers\":[{\"name\":\"X-Key\",\"value\":\"any\"}]}]");
        assertThat(got("/pets/7", "X-Key", "any").status()).isEqualTo(200);
        assertThat(told("/__mock/operations/DELETE%20%2Fpets%2F%7Bid%7D/samples")
                        .path(0)
                        .path("target")
                        .asText())
                .isEqualTo("/pets/7");
        assertThat(JSON.readTree(got("/__mock/operations/none/samples").body())
                        .path("detail")
                        .asText())
                .isEqualTo("The document has no operation 'none'; --list shows its ids.");
    }

    @Test
    void whatStandsIsToldAsItWasAskedFor() throws Exception {
        assertThat(told("/__mock/answers").toString()).isEqualTo("{}");
        answer("PUT", "/~a/__mock/answers/readPet", "{\"example\": \"tom\", \"code\": 200, \"times\": 2}");
        answer("PUT", "/~a/__mock/answers/DELETE%20%2Fpets%2F%7Bid%7D", "{\"dynamic\": true}");
        got("/~a/pets/7", "X-Key", "any");

        assertThat(told("/~a/__mock/answers").toString())
                .isEqualTo("{\"DELETE /pets/{id}\":{\"dynamic\":true},"
                        + "\"readPet\":{\"code\":200,\"example\":\"tom\",\"times\":1}}");
        got("/~a/pets/7", "X-Key", "any");
        assertThat(told("/~a/__mock/answers").has("readPet")).as("used up").isFalse();

        String faults = "[{\"operation\":\"readPet\",\"status\":503,\"delay\":\"100-800\",\"answer\":\"half\","
                + "\"type\":\"text/html\",\"percent\":10,\"every\":2,\"times\":3},{\"delay\":\"5\"}]";
        answer("PUT", "/~a/__mock/faults", faults);
        assertThat(told("/~a/__mock/faults").toString()).isEqualTo(faults);
        assertThat(told("/__mock/faults").toString()).isEqualTo("[]");
    }

    @Test
    void anEntryIsToldByItsNumberAsLongAsItIsThere() throws Exception {
        answer("GET", "/pets/seven", "", "X-Key", "secret");

        assertThat(told("/__mock/journal/1").toString())
                .isEqualTo(told("/__mock/journal").path("entries").path(0).toString())
                .contains("\"pointer\":\"\",\"rule\":\"type\",\"expected\":\"an integer\"");
        HttpResponse none = got("/__mock/journal/2");
        assertThat(none.status()).isEqualTo(404);
        assertThat(JSON.readTree(none.body()).path("detail").asText())
                .isEqualTo("The journal has no request 2, or has it no more.");
    }

    @ParameterizedTest
    @CsvSource({
        "?after=, '', 200",
        "?after=x&after=2, '', 422",
        "?after=2, x, 422",
        "'', '', 200",
        "'', x, 422",
        "?after=-1, '', 422",
        "?after=99999999999999999999, '', 422"
    })
    void noBeginningOfAStreamBreaksIt(String query, String last, int status) {
        String[] fields = last.isEmpty() ? new String[0] : new String[] {"Last-Event-ID", last};

        assertThat(got("/__mock/journal/stream" + query, fields).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/operations",
                "/operations/readPet/samples",
                "/operations/nobody/samples",
                "/answers",
                "/faults",
                "/journal",
                "/journal/1",
                "/journal/77",
                "/journal/stream",
                "/journal/stream?after=x",
                "/sessions",
                "/archive",
                "/state"
            })
    void answersAsItsOwnDocumentSays(String path) {
        answer("PUT", "/__mock/answers/readPet", "{\"code\": 404}");
        answer("PUT", "/__mock/faults", "[{\"status\": 500}]");
        got("/pets/x");
        Contract document = contract(got("/__mock/openapi.yaml").text());
        Route.Found route = (Route.Found) document.route(HttpRequest.of("GET", "/__mock" + path, Headers.none()));
        Operation operation = route.operation();

        assertThat(new ResponseCheck(document.dialect().bodies(), ResponseCheck.Undocumented.REFUSED)
                        .violations(operation, "GET", got("/__mock" + path)))
                .filteredOn(violation -> !path.contains("after=x")) // 422 is the engine's
                .isEmpty();
    }

    @Test
    void thousandsOfOperationsAreToldWithoutTheirSamples() throws Exception {
        StringBuilder paths = new StringBuilder("openapi: 3.1.1\ninfo: {title: Many, version: '1'}\npaths:\n");
        IntStream.range(0, 1200)
                .forEach(i ->
                        paths.append("  /p").append(i).append(": {get: {responses: {'200': {description: x}}}}\n"));
        MockedApi many = MockedApi.of(contract(paths.toString()), MockOptions.usual());

        HttpResponse answer = many.apply(HttpRequest.of("GET", "/__mock/operations", Headers.of("Host", "localhost")))
                .response();

        assertThat(JSON.readTree(answer.body()).path("operations")).hasSize(1200);
        assertThat(answer.body()).hasSizeLessThan(300_000);
    }
}
