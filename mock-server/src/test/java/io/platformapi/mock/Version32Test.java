package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only OpenAPI 3.2 can describe, answered by the mock. */
final class Version32Test {

    private static MockEngine mock(String item) {
        Contract contract = new ContractReader(Access.SAME_ORIGIN)
                .read(
                        "openapi: 3.2.0\ninfo: {title: Feed, version: '1'}\npaths:\n  /feed:\n" + item.indent(4),
                        URI.create("file:///feed.yaml"),
                        "feed.yaml");
        return new MockEngine(contract, MockOptions.usual());
    }

    private static HttpRequest request(String method, String target, String body, String... headers) {
        HttpRequest request = HttpRequest.of(method, target, Headers.of(headers));
        return new HttpRequest(
                method, request.path(), request.query(), request.headers(), body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void answersQueryAndMethodsOfItsDocumentAlone() {
        MockEngine mock = mock("""
                query:
                  requestBody:
                    required: true
                    content: {application/json: {schema: {type: object, required: [words]}}}
                  responses: {'200': {description: Found., content: {text/plain: {example: found}}}}
                additionalOperations:
                  COPY: {responses: {'204': {description: Copied.}}}
                  m-search: {responses: {'205': {description: Searched.}}}
                """);

        String json = "application/json";
        HttpResponse found = mock.answer(request("QUERY", "/feed", "{\"words\":1}", "Content-Type", json));
        assertThat(found.text()).isEqualTo("found");
        assertThat(mock.answer(request("QUERY", "/feed", "{}", "Content-Type", json))
                        .status())
                .isEqualTo(422);
        assertThat(mock.answer(request("COPY", "/feed", "")).status()).isEqualTo(204);
        assertThat(mock.answer(request("m-search", "/feed", "")).status()).isEqualTo(205);
    }

    @Test
    void namesTheMethodsOfItsDocumentInAllow() {
        MockEngine mock = mock("""
                query: {responses: {'204': {description: None.}}}
                additionalOperations: {COPY: {responses: {'204': {description: Copied.}}}}
                """);

        HttpResponse refused = mock.answer(request("PATCH", "/feed", ""));
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.headers().text("Allow")).isEqualTo("COPY, QUERY");
        assertThat(mock.answer(request("OPTIONS", "/feed", "")).headers().text("Allow"))
                .isEqualTo("COPY, QUERY");
    }

    private static String answered(String content) {
        return mock("get: {responses: {'200': {description: Items., content: {" + content + "}}}}")
                .answer(request("GET", "/feed", ""))
                .text();
    }

    @Test
    void answersTheExampleItemByItem() {
        String item = "itemSchema: {type: object}, ";
        assertThat(answered("application/jsonl: {" + item + "examples: {a: {dataValue: [{n: 1}, {n: 2}]}}}"))
                .isEqualTo("{\"n\":1}\n{\"n\":2}\n");
        assertThat(answered("application/json-seq: {" + item + "example: [{n: 1}]}"))
                .isEqualTo("\u001e{\"n\":1}\n");
        assertThat(answered("text/event-stream: {" + item
                        + "example: [{event: new, data: \"a\\nb\", id: '7', retry: 100}, {data: ''}]}"))
                .isEqualTo("event: new\nid: 7\nretry: 100\ndata: a\ndata: b\n\ndata: \n\n");
        assertThat(answered("multipart/mixed: {" + item + "itemEncoding: {contentType: application/x+json},"
                        + " example: [{n: 1}, {n: 2}]}"))
                .isEqualTo("--part\r\nContent-Type: application/x+json\r\n\r\n{\"n\":1}\r\n"
                        + "--part\r\nContent-Type: application/x+json\r\n\r\n{\"n\":2}\r\n--part--\r\n");
    }

    @Test
    void answersAStreamAsItIsShown() {
        assertThat(
                        answered(
                                "text/event-stream: {itemSchema: {type: object}, examples: {a: {serializedValue: \"data: 1\\n\\n\"}}}"))
                .isEqualTo("data: 1\n\n");
    }

    @Test
    void makesUpItemsWhereNoneAreShown() {
        assertThat(answered(
                        "application/jsonl: {itemSchema: {type: object, required: [n], properties: {n: {const: 1}}}}"))
                .isEqualTo("{\"n\":1}\n");
    }

    private static String refused(String content, String type, String body) {
        return mock("post: {requestBody: {content: {" + content + "}}, responses: {'204': {description: Taken.}}}")
                .answer(request("POST", "/feed", body, "Content-Type", type))
                .text();
    }

    @Test
    void checksEachItemOfARequest() {
        String items = "{itemSchema: {type: object, required: [n], properties: {n: {type: integer}}}}";
        assertThat(refused("application/jsonl: " + items, "application/jsonl", "{\"n\":1}\n{\"n\":\"x\"}\n{}\n"))
                .contains("\"/1/n\"", "\"/2/n\"");
        String events = "{itemSchema: {properties: {data: {maxLength: 2}, retry: {minimum: 100}}}}";
        assertThat(refused(
                        "text/event-stream: " + events,
                        "text/event-stream",
                        ": hello\r\ndata: a\r\nretry: 7\r\nother: 1\r\n\r\ndata: abc\n\n"))
                .contains("\"/0/retry\"", "\"/1/data\"");
        assertThat(refused("text/event-stream: " + events, "text/event-stream", "data: a\n"))
                .contains("the last event has no end: an empty line ends each");
        String parts =
                "{schema: {prefixItems: [{type: object}]}, itemSchema: {}, prefixEncoding: [{contentType: application/json}],"
                        + " itemEncoding: {contentType: text/plain, headers: {X-A: {required: true, schema: {type: string}}}}}";
        assertThat(
                        refused(
                                "multipart/mixed: " + parts,
                                "multipart/mixed; boundary=b",
                                "--b\r\nContent-Type: application/json\r\n\r\n1\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>\r\n--b--"))
                .contains("\"/0\"", "text/plain", "a part with the header X-A");
    }

    private static HttpResponse asked(String parameter, String target, String... headers) {
        return mock("get: {parameters: [" + parameter + "], responses: {'200': {description: Fine.}}}")
                .answer(request("GET", target, "", headers));
    }

    @Test
    void readsAWholeQueryAsAForm() {
        String form = "{name: any, in: querystring, required: true, content: {application/x-www-form-urlencoded:"
                + " {schema: {type: object, required: [a], properties: {a: {type: integer}, b: {type: array, items: {type: string}}}}}}}";
        assertThat(asked(form, "/feed?a=1&b=x&b=y").status()).isEqualTo(200);
        assertThat(asked(form, "/feed?a=x").text()).contains("querystring any", "/a");
        assertThat(asked(form, "/feed?b=x").text()).contains("querystring any");
        assertThat(asked(form, "/feed").text()).contains("querystring any");
    }

    @Test
    void readsAWholeQueryAsJson() {
        String json =
                "{name: any, in: querystring, content: {application/json: {schema: {type: object, required: [a]}}}}";
        assertThat(asked(json, "/feed?%7B%22a%22%3A%20%22+%22%7D").status()).isEqualTo(200);
        assertThat(asked(json, "/feed").status()).isEqualTo(200);
        assertThat(asked(json, "/feed?%7B%7D").status()).isEqualTo(422);
        assertThat(asked(json, "/feed?a=1").text()).contains("a query in JSON");
        assertThat(asked(json, "/feed?%7B%2").text()).contains("a percent sign begins no escape of UTF-8");
    }

    @Test
    void readsCookiesInTheirOwnStyle() {
        String list =
                "{name: n, in: cookie, style: cookie, required: true, schema: {type: array, items: {type: integer}}}";
        assertThat(asked(list, "/feed", "Cookie", "n=1; n=2").status()).isEqualTo(200);
        assertThat(asked(list, "/feed", "Cookie", "n=1; n=x").text()).contains("cookie n/1");
        String text = "{name: n, in: cookie, style: cookie, schema: {type: string, enum: ['a%20+b']}}";
        assertThat(asked(text, "/feed", "Cookie", "n=a%20+b").status()).isEqualTo(200);
        String object =
                "{name: n, in: cookie, style: cookie, required: true, schema: {type: object, properties: {w: {type: integer}}}}";
        assertThat(asked(object, "/feed", "Cookie", "w=1; h=x").status()).isEqualTo(200);
        assertThat(asked(object, "/feed", "Cookie", "w=x").text()).contains("cookie n/w");
    }

    @Test
    void answersAsAMediaTypeOfTheComponents() {
        Contract contract =
                new ContractReader(Access.SAME_ORIGIN).read("""
                        openapi: 3.2.0
                        info: {title: Feed, version: '1'}
                        components: {mediaTypes: {Ticks: {itemSchema: {type: integer}, example: [1, 2]}}}
                        paths:
                          /feed:
                            get:
                              responses:
                                '200':
                                  summary: Ticks
                                  content: {application/jsonl: {$ref: '#/components/mediaTypes/Ticks'}}
                        """, URI.create("file:///feed.yaml"), "feed.yaml");
        assertThat(new MockEngine(contract, MockOptions.usual())
                        .answer(request("GET", "/feed", ""))
                        .text())
                .isEqualTo("1\n2\n");
    }

    @Test
    void answersWhatAFileBesideTheDocumentShows(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("ticks.jsonl"), "1\n2\n");
        Files.writeString(folder.resolve("tick.json"), "{\"n\": 1}");
        Path document = Files.writeString(folder.resolve("feed.yaml"), """
                openapi: 3.2.0
                info: {title: Feed, version: '1'}
                paths:
                  /feed:
                    get:
                      responses:
                        '200':
                          description: Ticks.
                          content:
                            application/jsonl: {itemSchema: {}, examples: {two: {externalValue: ./ticks.jsonl}}}
                            application/json: {schema: {}, examples: {one: {externalValue: tick.json}}}
                """);
        Contract contract = new ContractReader(Access.SAME_ORIGIN).read(document.toString());
        MockEngine mock = new MockEngine(contract, MockOptions.usual());
        assertThat(mock.answer(request("GET", "/feed", "", "Accept", "application/jsonl"))
                        .text())
                .isEqualTo("1\n2\n");
        assertThat(mock.answer(request("GET", "/feed", "", "Accept", "application/json"))
                        .text())
                .isEqualTo("{\"n\":1}");
        assertThat(contract.warnings()).isEmpty();
    }
}
