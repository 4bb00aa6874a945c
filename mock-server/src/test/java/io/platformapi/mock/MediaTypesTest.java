package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.check.ResponseCheck;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
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

/** One documented value, answered in every media type a plain document may name. */
final class MediaTypesTest {

    private static final String ROWS =
            "{type: array, items: {type: object, properties: {id: {type: integer}, name: {type: string}}}}";

    private static Contract contract(String content) {
        String document = """
                openapi: 3.1.1
                info: {title: A, version: '1'}
                paths:
                  /a: {get: {responses: {'200': {description: Fine., content: {%s}}}}}
                """.formatted(content.replace("ROWS", ROWS));
        return new ContractReader(Access.SAME_ORIGIN).read(document, URI.create("file:///a.yaml"), "a.yaml");
    }

    private static HttpResponse answer(String content, String... headers) {
        return new MockEngine(contract(content), MockOptions.usual())
                .answer(HttpRequest.of("GET", "/a", Headers.of(headers)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // type | schema | example | body
                "application/jsonl | ROWS | [{id: 1, name: a}, {id: 2}] | {\"id\":1,\"name\":\"a\"}~{\"id\":2}~",
                "application/x-ndjson | {type: object} | {n: 1} | {\"n\":1}",
                "application/ndjson | ROWS | [] | ``",
                "application/x-ndjson | {type: object} | [{n: 1}, {n: 2}] | {\"n\":1}~{\"n\":2}~",
                "application/jsonl | {type: string} | as it stands | as it stands",
                "application/json-seq | ROWS | [{id: 1}, {id: 2}] | ^{\"id\":1}~^{\"id\":2}~",
                "application/geo+json-seq | {type: object} | {n: 1} | ^{\"n\":1}~",
                "text/csv | ROWS | [{id: 1, name: 'a,b'}, {id: 2, name: '=1'}] | id,name#1,\"a,b\"#2,=1#",
                "text/csv | {type: object} | {b: true, o: {x: [1]}, n: null} | b,o,n#true,\"{\"\"x\"\":[1]}\",#",
                "text/csv; header=absent | ROWS | [{id: 1, name: a}] | 1,a#",
                "text/csv;charset=utf-8 | {type: array, items: {type: array}} | [[a, 1], [b, 2]] | a,1#b,2#",
                "text/csv | {type: array, items: {type: integer}} | [1, 2] | 1#2#",
                "text/csv | ROWS | [] | id,name#",
                "text/csv | {type: string} | `'a;b'` | a;b",
                "text/csv | ROWS | `\"id;name\"` | id;name",
                "application/x-www-form-urlencoded | {type: object} | {a: 'x y', o: {n: 1}} | a=x%20y&o=%7B%22n%22%3A1%7D",
                "application/x-www-form-urlencoded | {type: object} | 'a=1&b' | a=1&b",
                "application/x-www-form-urlencoded | {type: object, properties: {t: {type: array, items: {type: string}}}}"
                        + " | {t: [a, b]} | t=a&t=b",
                "text/plain | {type: integer} | 7 | 7",
                "text/html | {type: string} | <p> | <p>",
                "application/vnd.a+json | {type: object} | {a: 1} | {\"a\":1}",
                "application/octet-stream | {type: string} | abc | abc",
                "application/x-own | {} | abc | abc",
            })
    void answersTheExampleInItsType(String type, String schema, String example, String body) {
        HttpResponse answer = answer("'" + type + "': {schema: " + schema + ", example: " + example + "}");

        assertThat(answer.text())
                .isEqualTo(body.replace("~", "\n").replace("#", "\r\n").replace("^", "\u001e"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().text("Content-Type")).isEqualTo(type.replace("; ", ";"));
    }

    @Test
    void answersAFormInPartsWithTheNamesOfItsFiles() {
        HttpResponse answer = answer("""
                multipart/form-data: {schema: {type: object, properties: {
                  meta: {type: object}, photo: {type: string, format: binary},
                  files: {type: array, items: {type: string, format: binary}}}},
                  encoding: {photo: {contentType: image/png, headers: {
                    Content-Disposition: {example: 'form-data; name="photo"; filename="cat.png"'},
                    X-Page: {schema: {type: integer, default: 3}}}}},
                  example: {meta: {n: 1}, photo: P, files: [a, b]}}""".replace("\n", " "));

        assertThat(answer.headers().text("Content-Type")).isEqualTo("multipart/form-data;boundary=part");
        assertThat(answer.text().replace("\r\n", "~"))
                .isEqualTo(
                        "--part~Content-Disposition: form-data; name=\"meta\"~Content-Type: application/json~~{\"n\":1}~"
                                + "--part~Content-Disposition: form-data; name=\"photo\"; filename=\"cat.png\"~Content-Type: image/png~X-Page: 3~~P~"
                                + "--part~Content-Disposition: form-data; name=\"files\"; filename=\"files\"~Content-Type: application/octet-stream~~a~"
                                + "--part~Content-Disposition: form-data; name=\"files\"; filename=\"files\"~Content-Type: application/octet-stream~~b~--part--~");
    }

    @Test
    void answersABodyInPartsAsItIsShown() {
        HttpResponse answer = answer("multipart/mixed: {example: \"--x\\r\\n\\r\\na\\r\\n--x--\"}");

        assertThat(answer.headers().text("Content-Type")).isEqualTo("multipart/mixed;boundary=x");
        assertThat(answer.text()).isEqualTo("--x\r\n\r\na\r\n--x--");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json", "application/xml", "application/jsonl", "application/x-ndjson",
                "application/json-seq", "text/csv", "application/x-www-form-urlencoded", "multipart/form-data",
                "application/hal+json", "application/atom+xml"
            })
    void makesAValueUpThatIsRightInItsType(String type) {
        String schema = "{type: object, required: [id, tags, at], properties: {id: {type: integer}, tags: {type: array,"
                + " items: {type: string}}, at: {type: object, required: [x], properties: {x: {type: boolean}}}}}";
        boolean list = type.equals("text/csv") || type.contains("jsonl");
        String content = "'" + type + "': {schema: " + (list ? "{type: array, items: " + schema + "}" : schema) + "}";
        Contract contract = contract(content);

        HttpResponse answer = answer(content);

        ResponseCheck check = new ResponseCheck(contract.dialect().bodies(), Undocumented.REFUSED);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(check.violations(contract.operations().get(0), "GET", answer))
                .isEmpty();
        assertThat(check.reads(contract.operations().get(0), answer)).isTrue();
        assertThat(answer("'*/*': {schema: " + schema + "}", "Accept", type)
                        .headers()
                        .text("Content-Type"))
                .startsWith(type);
    }

    @ParameterizedTest
    @CsvSource({
        "*/*, application/json",
        "application/*, application/json",
        "text/*, text/csv",
        "multipart/*, multipart/form-data;boundary=part"
    })
    void answersInAUsualTypeOfARangeWhoeverAsksForNone(String range, String type) {
        HttpResponse answer = answer("'" + range + "': {schema: {type: object}, example: {a: 1}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().text("Content-Type")).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image/* | {schema: {type: string, format: binary}} | */* | image/png",
                "image/* | {} | */* | image/png",
                "image/* | {} | image/* | image/png",
                "image/* | {} | image/webp, */*;q=0.1 | image/webp",
                "audio/* | {} | */* | audio/mpeg",
                "video/* | {schema: {}} | video/mp4 | video/mp4"
            })
    void answersInATypeOfARangeThatHoldsNoStructure(String range, String content, String accept, String type) {
        HttpResponse answer = answer("'" + range + "': " + content, "Accept", accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().text("Content-Type")).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "application/x-ndjson",
                "text/csv",
                "application/x-www-form-urlencoded",
                "multipart/form-data"
            })
    void losesNoNullAndNoEmptyListThatHasToBeThere(String type) {
        String content =
                "'" + type + "': {schema: {type: object, required: [id, n, t], properties: {id: {type: integer},"
                        + " n: {type: [integer, 'null']}, t: {type: array, items: {type: string}}}},"
                        + " example: {id: 1, n: null, t: []}}";
        ResponseCheck check = new ResponseCheck(contract(content).dialect().bodies(), Undocumented.REFUSED);

        assertThat(check.violations(contract(content).operations().get(0), "GET", answer(content)))
                .isEmpty();
    }

    @Test
    void writesATextInTheCharacterSetItPromises() {
        assertThat(answer("text/plain;charset=iso-8859-1: {example: é}").body()).containsExactly(0xe9);
        HttpResponse unwritable = answer("text/plain;charset=us-ascii: {example: é}");
        assertThat(unwritable.status()).isEqualTo(500);
        assertThat(unwritable.text()).contains("The text has characters that US-ASCII has not.");
    }

    /** Clients take a text for whatever they like where its type does not say (RFC 9110, section 8.3.2). */
    @ParameterizedTest
    @CsvSource({
        "text/plain, é, text/plain;charset=utf-8",
        "text/plain, e, text/plain",
        "text/html, <p>é</p>, text/html;charset=utf-8",
        "text/html;charset=UTF-8, é, text/html;charset=UTF-8",
        "text/csv, é, text/csv",
        "text/event-stream, 'data: é', text/event-stream",
        "application/json, é, application/json"
    })
    void namesTheCharacterSetOfATextThatNeedsOne(String type, String text, String named) {
        HttpResponse answer = answer("'" + type + "': {schema: {type: string}, example: '" + text + "'}");

        assertThat(answer.headers().text("Content-Type")).isEqualTo(named);
        assertThat(answer.text()).contains(text);
    }

    @Test
    void answersATextInARangeOfTextsAsPlainText() {
        HttpResponse answer = answer("'text/*': {example: hello}");

        assertThat(answer.headers().text("Content-Type")).isEqualTo("text/plain");
        assertThat(answer.text()).isEqualTo("hello");
    }
}
