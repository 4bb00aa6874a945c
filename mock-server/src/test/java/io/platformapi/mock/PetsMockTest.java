package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The mock of a plain OpenAPI document, without HTTP. */
final class PetsMockTest {

    private static final Contract PETS =
            new ContractReader(Access.SAME_ORIGIN).read("""
            openapi: 3.1.1
            info: {title: Pets, version: '1'}
            components:
              securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
            paths:
              /pets:
                get:
                  parameters:
                    - name: kind
                      in: query
                      schema: {enum: [cat, dog]}
                      examples: {only-cats: {value: cat}}
                  responses:
                    '200':
                      description: The pets.
                      headers: {X-Total: {schema: {type: integer, minimum: 1}}}
                      content:
                        application/json:
                          schema: {type: array, items: {type: object, properties: {name: {type: string}}}}
                          examples:
                            everybody: {value: [{name: Rex}, {name: Tom}]}
                            only-cats: {value: [{name: Tom}]}
                        application/xml:
                          schema: {type: array, items: {type: object, properties: {name: {type: string}}}}
                    default:
                      description: Refused.
                      content:
                        application/json: {schema: {type: object}, example: {error: true}}
                post:
                  security: [{key: []}]
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [name, age]
                          properties: {name: {type: string, minLength: 1}, age: {type: integer}}
                  responses:
                    '201':
                      description: Added.
                      content:
                        application/json: {schema: {type: object, properties: {id: {type: string, format: uuid}}}}
                        text/plain: {schema: {type: string}, example: added}
                        application/xml: {schema: {type: string}}
              /pets/{id}:
                delete:
                  parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                  responses: {'204': {description: Gone.}}
            """, URI.create("file:///pets.yaml"), "pets.yaml");

    private final MockEngine mock = new MockEngine(PETS, MockOptions.usual());

    private HttpResponse get(String target, String... headers) {
        return mock.answer(HttpRequest.of("GET", target, Headers.of(headers)));
    }

    private HttpResponse add(String body, String... headers) {
        Headers all =
                Headers.of("Content-Type", "application/json", "X-Key", "any").and(Headers.of(headers));
        return mock.answer(HttpRequest.of("POST", "/pets", all, body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void answersTheFirstExampleUnlessTheRequestRepeatsAnother() {
        assertThat(get("/pets").text()).isEqualTo("[{\"name\":\"Rex\"},{\"name\":\"Tom\"}]");
        assertThat(get("/pets?kind=cat").text()).isEqualTo("[{\"name\":\"Tom\"}]");
        assertThat(get("/pets?kind=dog").text()).isEqualTo("[{\"name\":\"Rex\"},{\"name\":\"Tom\"}]");
    }

    @Test
    void answersWhatIsPreferred() {
        assertThat(get("/pets", "Prefer", "example=only-cats").text()).isEqualTo("[{\"name\":\"Tom\"}]");

        HttpResponse failure = get("/pets", "Prefer", "code=503");
        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.text()).isEqualTo("{\"error\":true}");

        assertThat(get("/pets", "Prefer", "dynamic=true, seed=7").text())
                .isEqualTo(get("/pets", "Prefer", "dynamic=true, seed=7").text())
                .isNotEqualTo(get("/pets", "Prefer", "dynamic=true, seed=8").text());
    }

    /** As long as a head may be: what a pattern would descend into, a level a character. */
    @Test
    void readsAPreferenceOfAnyLength() {
        assertThat(get("/pets", "Prefer", "other=\"" + "a".repeat(100_000) + "\", example=only-cats")
                        .text())
                .isEqualTo("[{\"name\":\"Tom\"}]");
    }

    @Test
    void saysWhatThereIsWhenSomethingElseIsPreferred() {
        assertThat(get("/pets", "Prefer", "example=cats").text())
                .isEqualTo(
                        "{\"type\":\"about:blank\",\"title\":\"Not documented\",\"status\":404,\"detail\":\"GET /pets has no"
                                + " such response example 'cats'. It has everybody (200), only-cats (200).\"}");
        assertThat(add("{\"name\":\"Rex\",\"age\":1}", "Prefer", "code=409").text())
                .isEqualTo(
                        "{\"type\":\"about:blank\",\"title\":\"Not documented\",\"status\":404,\"detail\":\"POST /pets"
                                + " documents no response 409. It documents 201.\"}");
        assertThat(get("/pets", "Prefer", "code=many").text()).contains("'Prefer: code=many' asks for no status");
    }

    @Test
    void makesAValueUpWhereNoneIsDocumented() {
        assertThat(add("{\"name\":\"Rex\",\"age\":1}").text())
                .isEqualTo("{\"id\":\"3fa85f64-5717-4562-b3fc-2c963f66afa6\"}");
        assertThat(get("/pets").headers().text("X-Total")).isEqualTo("1");
    }

    @Test
    void answersInTheTypeThatIsAccepted() {
        assertThat(get("/pets", "Accept", "application/xml").text())
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?><xml><xml><name>Rex</name></xml><xml><name>Tom</name></xml></xml>");
        assertThat(add("{\"name\":\"Rex\",\"age\":1}", "Accept", "text/*").text())
                .isEqualTo("added");
    }

    @Test
    void refusesInOrder() {
        String wrong = "{\"age\":\"old\"}";
        assertThat(mock.answer(HttpRequest.of("POST", "/nowhere", Headers.none()))
                        .status())
                .isEqualTo(404);
        assertThat(mock.answer(HttpRequest.of("PUT", "/pets", Headers.none()))
                        .headers()
                        .text("Allow"))
                .isEqualTo("GET, HEAD, POST");
        assertThat(mock.answer(HttpRequest.of("POST", "/pets", Headers.of("Content-Type", "text/csv")))
                        .status())
                .isEqualTo(401);
        Headers csv = Headers.of("Content-Type", "text/csv", "X-Key", "any");
        assertThat(mock.answer(HttpRequest.of("POST", "/pets", csv, new byte[] {'a'}))
                        .status())
                .isEqualTo(415);
        assertThat(add("{\"name\"").status()).isEqualTo(400);
        assertThat(add(wrong).status()).isEqualTo(422);
        assertThat(add("{\"name\":\"Rex\",\"age\":1}", "Accept", "image/png").status())
                .isEqualTo(406);
    }

    @Test
    void namesEveryViolationAtOnce() {
        assertThat(add("{\"age\":\"old\"}").text())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Invalid request\","
                        + "\"status\":422,\"detail\":\"The request does not match the contract.\",\"errors\":["
                        + "{\"in\":\"body\",\"pointer\":\"/age\",\"rule\":\"type\",\"detail\":\"body /age: expected an integer, received"
                        + " \\\"old\\\"\"},"
                        + "{\"in\":\"body\",\"pointer\":\"/name\",\"rule\":\"required\",\"detail\":\"body /name: expected a value: it is"
                        + " required, received nothing\"}]}");
    }

    /** RFC 9110, section 9.1: whoever answers GET answers HEAD. */
    @Test
    void answersHeadWhereGetIsDocumented() {
        HttpResponse head = mock.answer(HttpRequest.of("HEAD", "/pets?kind=cat", Headers.none()));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.headers()).isEqualTo(get("/pets?kind=cat").headers());

        assertThat(mock.answer(HttpRequest.of("HEAD", "/pets?kind=cow", Headers.none()))
                        .status())
                .isEqualTo(422);
        assertThat(mock.answer(HttpRequest.of("HEAD", "/pets", Headers.of("Prefer", "code=503")))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void answersHeadAsDocumentedWhereItIsAnOperationOfItsOwn() {
        MockEngine own = new MockEngine(
                new ContractReader(Access.SAME_ORIGIN).read("""
                openapi: 3.1.1
                info: {title: Files, version: '1'}
                servers: [{url: /v1}]
                paths:
                  /files:
                    get: {responses: {'200': {description: All., content: {text/plain: {example: all}}}}}
                    head: {responses: {'204': {description: Some., headers: {X-Count: {schema: {const: 7}}}}}}
                  /files/{id}:
                    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                    head: {responses: {'200': {description: There.}}}
                """, URI.create("file:///files.yaml"), "files.yaml"),
                MockOptions.usual());

        HttpResponse head = own.answer(HttpRequest.of("HEAD", "/v1/files", Headers.none()));
        assertThat(head.status()).isEqualTo(204);
        assertThat(head.headers().text("X-Count")).isEqualTo("7");

        HttpResponse refused = own.answer(HttpRequest.of("GET", "/v1/files/3", Headers.none()));
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.headers().text("Allow")).isEqualTo("HEAD");
    }

    @Test
    void answersHeadAndOptionsNowhereElse() {
        for (String method : new String[] {"HEAD", "OPTIONS"}) {
            HttpResponse refused = mock.answer(HttpRequest.of(method, "/pets/7", Headers.none()));

            assertThat(refused.status()).isEqualTo(405);
            assertThat(refused.headers().text("Allow")).isEqualTo("DELETE");
        }
    }

    @Test
    void letsPagesOfOtherOriginsInAndCarriesTheirCredentials() {
        MockedApi api = MockedApi.of(PETS, () -> mock, MockOptions.Origins.ALL, RequestLog.NONE);
        Headers preflight = Headers.of(
                "Origin", "http://localhost:3000",
                "Access-Control-Request-Method", "POST",
                "Access-Control-Request-Headers", "content-type, x-key");

        HttpResponse allowed =
                api.apply(HttpRequest.of("OPTIONS", "/pets", preflight)).response();
        assertThat(allowed.status()).isEqualTo(204);
        assertThat(Map.of(
                        "origin", allowed.headers().text("Access-Control-Allow-Origin"),
                        "methods", allowed.headers().text("Access-Control-Allow-Methods"),
                        "headers", allowed.headers().text("Access-Control-Allow-Headers"),
                        "credentials", allowed.headers().text("Access-Control-Allow-Credentials")))
                .isEqualTo(Map.of(
                        "origin", "http://localhost:3000",
                        "methods", "POST",
                        "headers", "content-type, x-key",
                        "credentials", "true"));

        Headers page = Headers.of("Origin", "http://localhost:3000");
        assertThat(api.apply(HttpRequest.of("GET", "/pets", page))
                        .response()
                        .headers()
                        .text("Access-Control-Allow-Origin"))
                .isEqualTo("http://localhost:3000");
        assertThat(api.apply(HttpRequest.of("GET", "/nowhere", Headers.none()))
                        .response()
                        .headers()
                        .text("Access-Control-Allow-Origin"))
                .isEqualTo("*");
    }
}
