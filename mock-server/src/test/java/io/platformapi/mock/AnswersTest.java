package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that any client can read, whatever the document says. */
final class AnswersTest {

    /** The mock of a document with one operation, {@code GET /a}. */
    private static MockEngine mock(String responses, MockOptions options) {
        String document = """
                openapi: 3.1.1
                info: {title: A, version: '1'}
                components: {schemas: {A: {type: object}}}
                paths:
                  /a:
                    get:
                      responses:
                """ + responses.indent(8);
        Contract contract =
                new ContractReader(Access.SAME_ORIGIN).read(document, URI.create("file:///a.yaml"), "a.yaml");
        return new MockEngine(contract, options);
    }

    private static HttpResponse answer(String responses, String... headers) {
        return mock(responses, MockOptions.usual()).answer(HttpRequest.of("GET", "/a", Headers.of(headers)));
    }

    @Test
    void givesNoInterimResponseAsItsAnswer() {
        String responses = """
                '100': {description: Go on.}
                '1XX': {description: Wait.}
                '200': {description: Done., content: {application/json: {example: 1}}}
                """;

        assertThat(answer(responses).status()).isEqualTo(200);
        HttpResponse refused = answer(responses, "Prefer", "code=100");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("'Prefer: code=100' asks for an interim response, which answers nothing; write code=404.");
    }

    @Test
    void saysThatAnInterimResponseIsAllThereIs() {
        HttpResponse refused = answer("'101': {description: Switched.}");

        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.text())
                .contains("GET /a documents no response that answers it, only 101; write at least one.");
    }

    @Test
    void redirectsRatherThanFail() {
        String header = "headers: {Location: {schema: {type: string}, example: /there}}";

        HttpResponse besideDefault =
                answer("default: {description: Wrong.}\n'302': {description: Elsewhere., " + header + "}");
        assertThat(besideDefault.status()).isEqualTo(302);
        assertThat(besideDefault.headers().text("Location")).isEqualTo("/there");
        assertThat(answer("'404': {description: None.}\n'3XX': {description: Elsewhere.}")
                        .status())
                .isEqualTo(300);
        assertThat(answer("'302': {description: Elsewhere.}\n'2XX': {description: Here.}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 205, 304})
    void hasNoBodyUnderAStatusThatAllowsNone(int status) {
        HttpResponse answer = answer(
                "'" + status + "': {description: Done., content: {application/json: {example: {a: 1}}}}",
                "Accept",
                "text/plain");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().has("Content-Type")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "content-digest",
                "Content-Encoding",
                "CONTENT-LENGTH",
                "Content-MD5",
                "Content-Type",
                "Date",
                "Digest",
                "Keep-Alive",
                "Proxy-Connection",
                "Repr-Digest",
                "TE",
                "Trailer",
                "Transfer-Encoding",
                "Upgrade"
            })
    void copiesNoFieldThatDescribesTheMessageItself(String field) {
        String headers = "headers: {" + field + ": {schema: {type: string}, example: gzip}, X-Rate: {example: 7}}";

        HttpResponse answer = answer(
                "'200': {description: Packed., " + headers + ", content: {application/json: {example: {a: 1}}}}");

        assertThat(answer.headers().text(field)).isEqualTo(field.equals("Content-Type") ? "application/json" : "");
        assertThat(answer.headers().text("X-Rate")).isEqualTo("7");
        assertThat(answer.text()).isEqualTo("{\"a\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // schema | example as it is written | body
                "{type: object}                      | '{\"a\": [1, 2.50]}'  | {\"a\":[1,2.50]}",
                "{type: [array, 'null']}             | '[1]'                 | [1]",
                "{type: [array, 'null']}             | 'null'                | null",
                "{type: integer}                     | '7'                   | 7",
                "{$ref: '#/components/schemas/A'}    | '{\"a\": 1}'          | {\"a\":1}",
                "{allOf: [{type: object}]}           | '{\"a\": 1}'          | {\"a\":1}",
                "{oneOf: [{type: object}, {type: array}]} | '{\"a\": 1}'     | {\"a\":1}",
                // texts that are meant, and what is no JSON
                "{type: string}                      | '{\"a\": 1}'          | `\"{\\\"a\\\": 1}\"`",
                "{type: [object, string]}            | '{\"a\": 1}'          | `\"{\\\"a\\\": 1}\"`",
                "{}                                  | '{\"a\": 1}'          | `\"{\\\"a\\\": 1}\"`",
                "{type: object}                      | '{a}'                 | `\"{a}\"`",
                "{type: object}                      | '{} {}'               | `\"{} {}\"`",
            })
    void takesJsonWrittenAsATextForWhatItSays(String schema, String example, String body) {
        String document = "'200': {description: Fine., content: {application/json: {schema: " + schema + ", example: "
                + example + "}}}";

        assertThat(answer(document + "\n").text()).isEqualTo(body);
    }

    @Test
    void takesTheExampleOfASchemaForWhatItSays() {
        String schema = "{type: object, properties: {a: {type: integer}}, example: '{\"a\": 5}'}";

        assertThat(answer("'200': {description: Fine., content: {application/json: {schema: " + schema + "}}}")
                        .text())
                .isEqualTo("{\"a\":5}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // schema | example, if any | body
                "{type: object, required: [n, p], properties: {n: {type: string}, p: {type: string, writeOnly: true}}}"
                        + "| | {\"n\":\"string\"}",
                "{type: object, properties: {n: {}, p: {writeOnly: true}}} | {n: 1, p: 2} | {\"n\":1}",
                "{type: object, properties: {n: {}, p: {writeOnly: true}}, example: {n: 1, p: 2}} | | {\"n\":1}",
                "{allOf: [{properties: {n: {}}}, {properties: {p: {writeOnly: true}}}]} | {n: 1, p: 2} | {\"n\":1}",
                "{type: array, items: {properties: {p: {writeOnly: true}}}} | [{n: 1, p: 2}, {n: 3}] | [{\"n\":1},{\"n\":3}]",
                "{type: array, prefixItems: [{}, {properties: {p: {writeOnly: true}}}]} | [1, {p: 2, n: 3}] | [1,{\"n\":3}]",
                "{type: object, additionalProperties: {properties: {p: {writeOnly: true}}}} | {x: {p: 1}} | {\"x\":{}}",
                "{oneOf: [{type: string}, {oneOf: [{properties: {p: {writeOnly: true}}}]}]} | {n: 1, p: 2} | {\"n\":1}",
                "{properties: {c: {properties: {d: {properties: {p: {writeOnly: true}}}}}}} | {c: {d: {p: 1}}} |"
                        + " {\"c\":{\"d\":{}}}",
            })
    void neverHasAMemberThatOnlyRequestsHave(String schema, String example, String body) {
        String content = "{schema: " + schema + (example == null ? "" : ", example: " + example) + "}";
        String responses = "'200': {description: Fine., content: {application/json: " + content + "}}";

        assertThat(answer(responses).text()).isEqualTo(body);
        assertThat(answer(responses, "Prefer", "dynamic=true, seed=3").text()).doesNotContain("\"p\"");
        HttpResponse checked = mock(responses, MockOptions.usual().withFaults(MockOptions.Faults.REFUSED))
                .answer(HttpRequest.of("GET", "/a", Headers.none()));
        assertThat(checked.status()).isEqualTo(200);
    }

    @Test
    void writesALineOfJsonForEachItem() {
        assertThat(answer(
                                "'200': {description: Fine., content: {application/x-ndjson: {schema: {type: object}, example: {n: 1}}}}")
                        .text())
                .isEqualTo("{\"n\":1}");
        assertThat(answer("'200': {description: Fine., content: {application/jsonl: {example: [{n: 1}, {n: 2}]}}}")
                        .text())
                .isEqualTo("{\"n\":1}\n{\"n\":2}\n");
        assertThat(answer("'200': {description: Fine., content: {application/jsonl: {example: as it stands}}}")
                        .text())
                .isEqualTo("as it stands");
    }

    @Test
    void answersInATypeThatCanBeWrittenWhoeverAsksForNone() {
        String responses = """
                '200':
                  description: Fine.
                  content:
                    image/png: {example: {n: 1}}
                    text/plain: {example: {n: 1}}
                    application/xml: {example: {n: 1}}
                """;

        assertThat(answer(responses).headers().text("Content-Type")).isEqualTo("application/xml");
        assertThat(answer(responses, "Accept", "*/*").status()).isEqualTo(200);
        assertThat(answer(responses, "Accept", "text/*, application/xml;q=0.1").status())
                .isEqualTo(200);
        assertThat(answer(responses, "Accept", "image/png").status()).isEqualTo(406);
        HttpResponse none = answer("'200': {description: Fine., content: {image/png: {example: {n: 1}}}}");
        assertThat(none.status()).isEqualTo(500);
        assertThat(none.text())
                .contains("An object cannot be written as plain text; document an example that is a text.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {schema: {type: object}, example: {a: 1, b: [2]}} | a,1,b,[2]
            {explode: true, schema: {type: object}, example: {a: 1, b: x}} | a=1,b=x
            {schema: {type: object}, example: 'a,1'} | a,1
            {schema: {type: array, items: {type: integer}}, example: [1, 2]} | 1,2
            {content: {application/json: {example: {a: [1]}}}} | {"a":[1]}
            {content: {application/json: {schema: {type: object, properties: {n: {const: 3}}}}}} | {"n":3}
            {content: {text/plain: {schema: {type: string}, example: 'as it is'}}} | as it is
            {content: {application/json: {schema: {type: string}, example: quoted}}} | "quoted"
            """)
    void spellsHeaderFieldsOfAnyKind(String header, String text) {
        HttpResponse answer = answer("'200': {description: A., headers: {X-A: " + header + "}}");

        assertThat(answer.headers().text("X-A")).isEqualTo(text);
    }

    /** No bytes are no JSON (RFC 8259, section 2). */
    @Test
    void givesFieldsOfHttpValuesThatTheyMayHave() {
        HttpResponse answer = answer("""
                '200':
                  description: So.
                  headers:
                    Link: {schema: {type: string}}
                    ETag: {schema: {type: string}}
                    Set-Cookie: {schema: {type: string}}
                    Retry-After: {schema: {type: integer, minimum: 5}}
                    Last-Modified: {schema: {type: string, enum: [never]}}
                    Vary: {schema: {type: string}, example: Cookie}
                    X-Other: {schema: {type: string}}
                """);

        assertThat(answer.headers().text("Link")).isEqualTo("</>; rel=\"first\"");
        assertThat(answer.headers().text("ETag")).isEqualTo("\"1\"");
        assertThat(answer.headers().text("Set-Cookie")).isEqualTo("name=value");
        assertThat(answer.headers().text("Retry-After")).isEqualTo("5");
        assertThat(answer.headers().text("Last-Modified")).isEqualTo("never");
        assertThat(answer.headers().text("Vary")).isEqualTo("Cookie");
        assertThat(answer.headers().text("X-Other")).isEqualTo("string");
    }

    @Test
    void answersSomeJsonWhereTheDocumentSaysNothingOfIt() {
        assertThat(answer("'200': {description: A., content: {application/json: {}}}")
                        .text())
                .isEqualTo("{}");
        assertThat(answer("'200': {description: A., content: {application/json: {}}}", "Prefer", "dynamic=true")
                        .text())
                .isEqualTo("{}");
    }
}
