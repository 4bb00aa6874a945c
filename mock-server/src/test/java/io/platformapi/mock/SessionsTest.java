package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.servicestack.ShippedContract;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each test has a mock of its own behind one address: its journal, its answers, its faults, its world. */
@Timeout(30)
final class SessionsTest {

    private static final Contract PETS =
            new ContractReader(Access.SAME_ORIGIN).read("""
            openapi: 3.1.1
            info: {title: Pets, version: '1'}
            components:
              securitySchemes: {key: {type: apiKey, in: query, name: key}}
            paths:
              /pets:
                get:
                  operationId: listPets
                  parameters: [{name: limit, in: query, schema: {type: integer, maximum: 10}}]
                  responses:
                    '200': {description: Pets., content: {application/json: {examples: {two: {value: [1, 2]}, none: {value: []}}}}}
                    '404': {description: None., content: {application/json: {example: {missing: true}}}}
                post:
                  operationId: addPet
                  security: [{key: []}]
                  requestBody:
                    content: {application/json: {schema: {type: object, required: [name], properties: {name: {type: string}}}}}
                  responses: {'201': {description: Added., content: {application/json: {example: {id: 7}}}}}
            """, URI.create("file:///pets.yaml"), "pets.yaml");

    private static final Contract PETS_BY_ID =
            new ContractReader(Access.SAME_ORIGIN).read("""
            openapi: 3.1.1
            info: {title: Pets, version: '1'}
            paths:
              /pets:
                post:
                  operationId: addPet
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                  responses: {'201': {description: Added., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
              /pets/{petId}:
                get:
                  operationId: readPet
                  parameters: [{name: petId, in: path, required: true, schema: {type: integer}}]
                  responses:
                    '200': {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                    '404': {description: None.}
            components:
              schemas:
                Pet: {type: object, required: [id, name], properties: {id: {type: integer, readOnly: true}, name: {type: string}}}
            """, URI.create("file:///pets.yaml"), "pets.yaml");

    private static final JsonMapper JSON = new JsonMapper();

    private static ListeningMock mock;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        mock = ListeningMock.start(PETS, MockOptions.usual(), InetSocketAddress.createUnresolved("127.0.0.1", 0));
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @AfterEach
    void forget() throws Exception {
        assertThat(sent("POST", "/__mock/reset?all=true", "").statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> sent(String method, String target, String body, String... fields) throws Exception {
        return sent(mock, method, target, body, fields);
    }

    private HttpResponse<String> sent(ListeningMock to, String method, String target, String body, String... fields)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(to.address().resolve(target))
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

    private JsonNode told(String method, String target, String body, String... fields) throws Exception {
        HttpResponse<String> answer = sent(method, target, body, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode verdict(String expected) throws Exception {
        return told("POST", "/__mock/verifications", expected);
    }

    @Test
    void eachSessionRemembersItsOwnAndCanBeToldWhat() throws Exception {
        try (ListeningMock remembering = ListeningMock.start(
                PETS_BY_ID, MockOptions.usual().remembering(), InetSocketAddress.createUnresolved("127.0.0.1", 0))) {
            assertThat(sent(remembering, "POST", "/~one/pets", "{\"name\": \"Rex\"}")
                            .statusCode())
                    .isEqualTo(201);
            assertThat(sent(remembering, "GET", "/~one/pets/1", "").body()).isEqualTo("{\"id\":1,\"name\":\"Rex\"}");
            assertThat(sent(remembering, "GET", "/~two/pets/1", "").statusCode())
                    .isEqualTo(404);
            assertThat(sent(remembering, "GET", "/~one/__mock/state", "").body())
                    .isEqualTo("{\"/pets\":[{\"id\":1,\"name\":\"Rex\"}]}");
            assertThat(sent(remembering, "PUT", "/~two/__mock/state", "{\"/pets\": [{\"id\": 5, \"name\": \"Tom\"}]}")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(sent(remembering, "GET", "/~two/pets/5", "").body()).isEqualTo("{\"id\":5,\"name\":\"Tom\"}");
            HttpResponse<String> refused =
                    sent(remembering, "PUT", "/~two/__mock/state", "{\"/pets\": [{\"id\": \"five\"}]}");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(JSON.readTree(refused.body()).path("detail").asText())
                    .isEqualTo("/~1pets/0/id: expected an integer, received \"five\"");
            sent(remembering, "POST", "/~two/__mock/reset", "");
            assertThat(sent(remembering, "GET", "/~two/pets/5", "").statusCode())
                    .isEqualTo(404);
            assertThat(sent(remembering, "GET", "/~one/pets/1", "").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aMockThatRemembersNothingSaysSo() throws Exception {
        HttpResponse<String> answer = sent("GET", "/__mock/state", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(answer.body()).path("detail").asText())
                .isEqualTo("The mock remembers nothing; start it with --remember.");
    }

    @Test
    void aSessionIsNamedByFieldPathOrCookieAndSeesItsOwnRequestsOnly() throws Exception {
        sent("GET", "/pets?limit=1", "", "X-Mock-Session", "one");
        assertThat(sent("GET", "/~one/pets?limit=2", "").body()).isEqualTo("[1,2]");
        sent("GET", "/pets?limit=3", "", "Cookie", "a=b; mock-session=one");
        sent("GET", "/pets?limit=4", "", "X-Mock-Session", "two");
        sent("GET", "/pets?limit=5", "");

        assertThat(told("GET", "/~one/__mock/journal", "").path("entries").findValuesAsText("target"))
                .containsExactly("/pets?limit=1", "/pets?limit=2", "/pets?limit=3");
        assertThat(told("GET", "/__mock/journal", "", "X-Mock-Session", "two")
                        .path("entries")
                        .findValuesAsText("target"))
                .containsExactly("/pets?limit=4");
        assertThat(told("GET", "/__mock/journal", "").path("entries").findValuesAsText("target"))
                .containsExactly("/pets?limit=5");
        assertThat(told("GET", "/__mock/sessions", "").toString())
                .isEqualTo("[{\"name\":\"one\",\"requests\":3},{\"name\":\"two\",\"requests\":1}]");
    }

    @Test
    void aNameThatNoSessionHasIsRefused() throws Exception {
        HttpResponse<String> answer = sent("GET", "/pets", "", "X-Mock-Session", "../etc");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("No session has such a name: write up to 100 letters, digits, '.', '_' and '-'.");
    }

    @Test
    void theJournalTellsViolationsAsDataAndHidesCredentials() throws Exception {
        sent("POST", "/pets?key=secret", "{\"name\": 5}", "Authorization", "Basic hidden");

        JsonNode entry = told("GET", "/__mock/journal?outcome=invalid", "")
                .path("entries")
                .path(0);

        assertThat(entry.path("operation").asText()).isEqualTo("addPet");
        assertThat(entry.path("violations").toString())
                .isEqualTo("[{\"in\":\"body\",\"name\":\"\",\"pointer\":\"/name\",\"rule\":\"type\","
                        + "\"expected\":\"a string\",\"received\":\"5\"}]");
        assertThat(entry.toString()).doesNotContain("secret").doesNotContain("hidden");
        assertThat(entry.path("request").path("body").asText()).isEqualTo("{\"name\": 5}");
        assertThat(told("GET", "/__mock/archive", "").path("log").path("entries"))
                .hasSize(1);
    }

    @Test
    void whatIsRefusedWithoutAViolationIsInvalidTooAndAPreflightIsNot() throws Exception {
        sent("POST", "/pets", "{\"name\": \"Rex\"}");
        sent("GET", "/nowhere", "");
        sent("GET", "/pets", "", "Prefer", "code=418");
        sent("OPTIONS", "/pets", "", "Origin", "http://localhost:3000", "Access-Control-Request-Method", "GET");

        assertThat(told("GET", "/__mock/journal", "").path("entries").findValuesAsText("outcome"))
                .containsExactly("invalid", "invalid", "valid", "valid");
    }

    @Test
    void theJournalKeepsNoneOfTheValuesThatWereSent() throws Exception {
        String many = "[" + "{\"name\": 1}, ".repeat(3000) + "1]";
        sent("POST", "/pets?key=k", "{\"name\": " + many + "}");

        JsonNode entry = told("GET", "/__mock/journal", "").path("entries").path(0);
        assertThat(entry.path("violations").path(0).path("received").asText()).hasSizeLessThanOrEqualTo(200);
        assertThat(entry.path("request").path("cut").asBoolean()).isTrue();
    }

    @Test
    void aVerificationCountsOrNamesWhatComesNearest() throws Exception {
        sent("POST", "/pets?key=k", "{\"name\": \"Rex\"}");
        sent("POST", "/pets?key=k", "{\"name\": \"Tom\"}");
        sent("GET", "/pets?limit=2", "");

        assertThat(verdict("{\"operation\": \"addPet\", \"body\": {\"/name\": \"Rex\"}, \"times\": 1}")
                        .toString())
                .isEqualTo("{\"passes\":true,\"count\":1,"
                        + "\"message\":\"Expected exactly 1 request, and there was 1.\",\"nearest\":[]}");
        assertThat(verdict("{\"operation\": \"listPets\", \"query\": {\"limit\": \"3\"}}")
                        .toString())
                .isEqualTo(
                        "{\"passes\":false,\"count\":0,"
                                + "\"message\":\"Expected at least 1 request, and there were 0.\","
                                + "\"nearest\":[{\"number\":3,\"method\":\"GET\",\"target\":\"/pets?limit=2\","
                                + "\"misses\":[\"query limit is 2, not 3\"]},"
                                + "{\"number\":2,\"method\":\"POST\",\"target\":\"/pets?key=…\","
                                + "\"misses\":[\"it asks for addPet, not for listPets\",\"query limit is not there, not 3\"]},"
                                + "{\"number\":1,\"method\":\"POST\",\"target\":\"/pets?key=…\","
                                + "\"misses\":[\"it asks for addPet, not for listPets\",\"query limit is not there, not 3\"]}]}");
        assertThat(verdict("{\"outcome\": \"invalid\", \"times\": 0}")
                        .path("passes")
                        .asBoolean())
                .as("no unexpected requests")
                .isTrue();
    }

    @Test
    void anOperationIsAnsweredOtherwiseInItsSessionUntilThatIsOver() throws Exception {
        assertThat(sent("PUT", "/~a/__mock/answers/listPets", "{\"code\": 404, \"times\": 1}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(sent("PUT", "/~b/__mock/answers/listPets", "{\"example\": \"none\"}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(sent("GET", "/~a/pets", "").statusCode()).isEqualTo(404);
        assertThat(sent("GET", "/~a/pets", "").body()).isEqualTo("[1,2]");
        assertThat(sent("GET", "/~b/pets", "").body()).isEqualTo("[]");
        assertThat(sent("GET", "/~b/pets", "", "Prefer", "example=two").body()).isEqualTo("[1,2]");
        assertThat(sent("DELETE", "/~b/__mock/answers/listPets", "").statusCode())
                .isEqualTo(204);
        assertThat(sent("GET", "/~b/pets", "").body()).isEqualTo("[1,2]");
        assertThat(sent("GET", "/pets", "").body()).isEqualTo("[1,2]");
    }

    @Test
    void whatTheDocumentDoesNotHaveIsNotPromised() throws Exception {
        HttpResponse<String> operation = sent("PUT", "/__mock/answers/nope", "{\"code\": 404}");
        HttpResponse<String> answer = sent("PUT", "/__mock/answers/listPets", "{\"code\": 418}");
        HttpResponse<String> misspelt = sent("PUT", "/__mock/answers/listPets", "{\"cod\": 404}");

        assertThat(operation.statusCode()).isEqualTo(404);
        assertThat(operation.body()).contains("The document has no operation 'nope'; --list shows its ids.");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("GET /pets documents no response 418. It documents 200, 404.");
        assertThat(misspelt.statusCode()).isEqualTo(422);
        assertThat(misspelt.body()).contains("cod");
    }

    @Test
    void answersFailAsTheSessionWantsThemTo() throws Exception {
        sent("PUT", "/~f/__mock/faults", "[{\"operation\": \"listPets\", \"status\": 503, \"every\": 2}]");
        assertThat(sent("GET", "/~f/pets", "").statusCode()).isEqualTo(200);
        assertThat(sent("GET", "/~f/pets", "").statusCode()).isEqualTo(503);
        assertThat(sent("GET", "/~f/pets", "").statusCode()).isEqualTo(200);

        sent("PUT", "/~f/__mock/faults", "[{\"answer\": \"half\", \"times\": 1}, {\"type\": \"text/html\"}]");
        assertThatThrownBy(() -> sent("GET", "/~f/pets", "")).isInstanceOf(IOException.class);
        assertThat(sent("GET", "/~f/pets", "").headers().firstValue("Content-Type"))
                .contains("text/html");

        assertThat(sent("DELETE", "/~f/__mock/faults", "").statusCode()).isEqualTo(204);
        assertThat(sent("GET", "/~f/pets", "").headers().firstValue("Content-Type"))
                .contains("application/json");
    }

    @Test
    void aRequestCanAskForItsOwnFault() throws Exception {
        for (String fault : new String[] {"reset", "nothing", "half"}) {
            assertThatThrownBy(() -> sent("GET", "/pets", "", "Prefer", "fault=" + fault))
                    .as(fault)
                    .isInstanceOf(IOException.class);
        }
        assertThat(sent("GET", "/pets", "", "Prefer", "fault=flood").body())
                .contains(
                        "'Prefer: fault=flood' names no fault; write fault=drip, fault=half, fault=nothing, fault=reset.");
    }

    @Test
    void anAddressBarCanPreferToo() throws Exception {
        assertThat(sent("GET", "/pets?limit=3&__code=404", "").body()).isEqualTo("{\"missing\":true}");
        assertThat(sent("GET", "/pets?__example=none", "").body()).isEqualTo("[]");
        assertThat(told("GET", "/__mock/journal", "").path("entries").findValuesAsText("target"))
                .containsExactly("/pets?limit=3", "/pets");
    }

    @Test
    void anAnswerSaysWhichPreferenceItHeeds() throws Exception {
        assertThat(sent("GET", "/pets", "", "Prefer", "code=404, delay=1")
                        .headers()
                        .firstValue("Preference-Applied"))
                .contains("code=404");
        assertThat(sent("GET", "/pets", "").headers().firstValue("Preference-Applied"))
                .isEmpty();
    }

    @Test
    void credentialsAreNotAskedForWhereAnybodyIsAnswered() throws Exception {
        MockOptions open = MockOptions.usual().withCallers(MockOptions.Callers.ANYBODY);
        try (ListeningMock anybody =
                ListeningMock.start(PETS, open, InetSocketAddress.createUnresolved("127.0.0.1", 0))) {
            assertThat(sent(anybody, "POST", "/pets", "{\"name\": \"Rex\"}").statusCode())
                    .isEqualTo(201);
        }
        assertThat(sent("POST", "/pets", "{\"name\": \"Rex\"}").statusCode()).isEqualTo(401);
    }

    @Test
    void eachSessionHasAWorldOfItsOwnThatCanBeginAnew() throws Exception {
        Contract platform = ShippedContract.read();
        MockOptions options =
                MockOptions.usual().withWorlds(() -> PlatformWorld.ofExamples().byOperationId());
        Operation invite = platform.operation("inviteContact").orElseThrow();
        String body = invite.body()
                .orElseThrow()
                .contents()
                .get(0)
                .examples()
                .values()
                .iterator()
                .next()
                .value()
                .toString();
        String target = "/api/contacts/" + shown(invite, "ContactId") + "/invite/contact";
        try (ListeningMock world =
                ListeningMock.start(platform, options, InetSocketAddress.createUnresolved("127.0.0.1", 0))) {
            String[] credential = {"Authorization", "Bearer demo"};
            assertThat(sent(world, "POST", "/~a" + target, body, credential).statusCode())
                    .isEqualTo(200);
            assertThat(sent(world, "POST", "/~a" + target, body, credential).statusCode())
                    .isGreaterThanOrEqualTo(400);
            assertThat(sent(world, "POST", "/~b" + target, body, credential).statusCode())
                    .isEqualTo(200);
            assertThat(sent(world, "POST", "/~a/__mock/reset", "").statusCode()).isEqualTo(204);
            assertThat(sent(world, "POST", "/~a" + target, body, credential).statusCode())
                    .isEqualTo(200);
        }
    }

    private static String shown(Operation operation, String parameter) {
        return operation.parameters().stream()
                .filter(each -> each.name().equals(parameter))
                .flatMap(each -> each.examples().values().stream())
                .findFirst()
                .orElseThrow()
                .value()
                .asText();
    }

    @Test
    void pagesOfOtherOriginsAndOtherNamesOfTheMachineAreKeptOutOfTheAdministration() throws Exception {
        assertThat(sent("GET", "/__mock/journal", "", "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(sent("GET", "/__mock/journal", "", "Origin", mock.address().toString())
                        .headers()
                        .map())
                .doesNotContainKey("access-control-allow-origin");
        assertThat(new AdminApi(Map.of())
                        .answer(
                                io.platformapi.contract.http.HttpRequest.of(
                                        "GET",
                                        "/__mock/journal",
                                        io.platformapi.contract.http.Headers.of("Host", "rebound.example:4010")),
                                "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theAdministrationIsAnApiLikeAnyOther() throws Exception {
        assertThat(sent("GET", "/__mock/openapi.yaml", "").body()).startsWith("openapi: 3.2.0");
        assertThat(sent("GET", "/__mock/nowhere", "").statusCode()).isEqualTo(404);
        assertThat(sent("POST", "/__mock/verifications", "{\"times\": -1}").body())
                .contains("/times");
    }

    @Test
    void idleSessionsGoAndOfTooManyTheOldest() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        Sessions sessions = new Sessions(Map::of, now::get);
        Session first = sessions.of("first");
        for (int i = 1; i <= Sessions.MOST; i++) {
            now.set(Instant.EPOCH.plusSeconds(i));
            sessions.of("s" + i);
        }
        assertThat(sessions.named()).hasSize(Sessions.MOST).doesNotContainKey("first");
        assertThat(sessions.of("first")).isNotSameAs(first);

        now.set(now.get().plus(Duration.ofHours(2)));
        sessions.of("last");
        assertThat(sessions.named()).containsOnlyKeys("last");
    }
}
