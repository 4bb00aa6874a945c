package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Contract;
import io.platformapi.contract.ContractReader;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.source.Access;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One documented value, answered in every media type a plain document may name. */
final class MediaTypesTest {

    private static final String ROWS =
            "{type: array, items: {type: object, properties: {id: {type: integer}, name: {type: string}}}}";

    private static HttpResponse answer(String content, String... headers) {
        String document = """
                openapi: 3.1.1
                info: {title: A, version: '1'}
                paths:
                  /a: {get: {responses: {'200': {description: Fine., content: {%s}}}}}
                """.formatted(content.replace("ROWS", ROWS));
        Contract contract =
                new ContractReader(Access.SAME_ORIGIN).read(document, URI.create("file:///a.yaml"), "a.yaml");
        return new MockEngine(contract, MockOptions.usual()).answer(HttpRequest.of("GET", "/a", Headers.of(headers)));
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
}
