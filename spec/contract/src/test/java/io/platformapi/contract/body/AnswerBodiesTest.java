package io.platformapi.contract.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Content;
import io.platformapi.contract.check.ResponseCheck;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with answers in each media type, and which of them are not looked into. */
class AnswerBodiesTest {

    private static final String ROW = "{type: object, required: [id], properties: {id: {type: integer},"
            + " ok: {type: boolean}, name: {type: [string, 'null']}, tags: {type: array, items: {type: string}}}}";

    private static Contract contract(String content) {
        String document = """
                openapi: 3.1.0
                info: {title: t, version: '1'}
                paths: {/a: {get: {responses: {'200': {description: ok, content: {%s}}}}}}
                """.formatted(content.replace("ROW", ROW));
        return new ContractReader(Access.SAME_ORIGIN).read(document, URI.create("file:///t.yaml"), "t.yaml");
    }

    private static List<String> violations(Contract contract, HttpResponse answer) {
        return new ResponseCheck(contract.dialect().bodies(), Undocumented.ALLOWED)
                .violations(contract.operations().get(0), "GET", answer).stream()
                        .map(Violation::toString)
                        .toList();
    }

    private static boolean reads(Contract contract, HttpResponse answer) {
        return new ResponseCheck(contract.dialect().bodies(), Undocumented.ALLOWED)
                .reads(contract.operations().get(0), answer);
    }

    private static HttpResponse answer(String type, String body) {
        String text = body.replace("~", "\n").replace("^", "\u001e");
        return HttpResponse.of(200, type, text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // documented type | schema | sent type | body
                "application/jsonl | {type: array, items: ROW} | application/jsonl | {\"id\":1}~{\"id\":2}~",
                "application/x-ndjson | ROW | application/x-ndjson;charset=utf-8 | {\"id\":1}~~{\"id\":2}",
                "application/x-ndjson | ROW | application/x-ndjson | {\"id\":1}",
                "application/jsonl | {type: string} | application/jsonl | anything",
                "application/json-seq | ROW | application/json-seq | ^{\"id\":1}~^{~\"id\":2}~",
                "text/csv | {type: array, items: ROW} | text/csv | id,ok,name,tags~1,True,,\"[\"\"a\"\"]\"~2,false,b,[]",
                "text/csv | {type: array, items: ROW} | text/csv; header=absent | 1,true,a,[]~2,,,",
                "text/csv | ROW | text/csv | id~1~",
                "text/csv | {type: array, items: {type: array, items: {type: integer}}} | text/csv | 1,2~3,4~",
                "text/csv | {type: array, items: {type: integer}} | text/csv | 1,2~3",
                "text/csv | {type: integer} | text/csv | 7",
                "text/csv | {type: string, maxLength: 3} | text/csv | a;b",
                "application/x-www-form-urlencoded | ROW | application/x-www-form-urlencoded | id=1&tags=a&tags=b&ok=true",
                "multipart/form-data | ROW | multipart/form-data; boundary=b |"
                        + " --b~Content-Disposition: form-data; name=\"id\"~~1~--b--~",
                "text/plain | {type: integer} | text/plain | 7",
                "text/* | {type: string, maxLength: 1} | text/html | x",
                "'*/*' | {type: array, items: ROW} | text/csv | id~1~",
            })
    void findsNothingWrongWithARightAnswer(String documented, String schema, String sent, String body) {
        Contract contract = contract("'" + documented.replace("'", "") + "': {schema: " + schema + "}");

        assertThat(violations(contract, answer(sent, body))).isEmpty();
        assertThat(reads(contract, answer(sent, body))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // type | schema | body | what is said of it
                "application/jsonl | {type: array, items: ROW} | {\"id\":1}~{\"id\":\"x\"}~ | body /1/id: expected an integer, received \"x\"",
                "application/x-ndjson | ROW | {\"id\":1}~~{\"id\":\"x\"} | body line 3/id: expected an integer, received \"x\"",
                "application/x-ndjson | ROW | {\"id\":\"x\"} | body /id: expected an integer, received \"x\"",
                "application/json-seq | ROW | ^{\"id\":1}~^{}~ | body record 2/id: expected a value: it is required, received nothing",
                "application/json-seq | ROW | {\"id\":1}~ | body: expected a body in application/json-seq, received a body that is not:"
                        + " line 1, column 1: a record begins with the byte 0x1E",
                "application/jsonl | {type: string, maxLength: 3} | anything | body: expected at most 3 characters, received 8 characters",
                "text/csv | {type: array, items: ROW} | id,ok~1,yes~ | body /0/ok: expected a boolean, received \"yes\"",
                "text/csv | {type: array, items: ROW} | id,tags~1,a~ | body /0/tags: expected an array, received \"a\"",
                "text/csv | {type: array, items: ROW} | name~a~ | body /0/id: expected a value: it is required, received nothing",
                "text/csv | {type: array, items: ROW} | id~1,2~ | body: expected a body in text/csv, received a body that is not:"
                        + " line 2, column 3: there is no column for this cell",
                "text/csv | ROW | id~1~2~ | body: expected a body in text/csv, received a body that is not:"
                        + " line 4, column 1: one value is expected, but here are 2",
                "text/csv | {type: array, items: {type: array, items: {type: integer}}} | 1,2~a,4~ | body /1/0: expected an integer, received \"a\"",
                "application/x-www-form-urlencoded | ROW | id=x | body /id: expected an integer, received \"x\"",
                "application/x-www-form-urlencoded | ROW | id=1&id=2 | body /id: expected one value, received 2 fields of this name",
                "application/x-www-form-urlencoded | ROW | id=1&name=%zz | body: expected a body in application/x-www-form-urlencoded,"
                        + " received a body that is not: line 1, column 11: the field name has a '%' that escapes nothing",
            })
    void saysWhatIsWrongWithAWrongOne(String type, String schema, String body, String violation) {
        assertThat(violations(contract("'" + type + "': {schema: " + schema + "}"), answer(type, body)))
                .containsExactly(violation);
    }

    @Test
    void takesNothingAtAllForAnEmptyListTextOrForm() {
        assertThat(violations(contract("application/jsonl: {schema: {type: array}}"), answer("application/jsonl", "")))
                .isEmpty();
        assertThat(violations(contract("application/x-ndjson: {schema: ROW}"), answer("application/x-ndjson", "")))
                .isEmpty();
        assertThat(violations(
                        contract("application/x-www-form-urlencoded: {schema: {type: object}}"),
                        answer("application/x-www-form-urlencoded", "")))
                .isEmpty();
        assertThat(violations(contract("text/csv: {schema: {type: array, minItems: 1}}"), answer("text/csv", "")))
                .containsExactly("body: expected a body in text/csv, received nothing");
        assertThat(violations(contract("application/xml: {schema: ROW}"), answer("application/xml", "")))
                .containsExactly("body: expected a body in application/xml, received nothing");
    }

    @Test
    void looksIntoNothingThatItDoesNotUnderstand() {
        for (String content : List.of(
                "image/png: {schema: {type: string, format: binary}}",
                "application/yaml: {schema: ROW}",
                "text/csv: {}",
                "text/html: {schema: ROW}")) {
            String type = content.substring(0, content.indexOf(':'));

            assertThat(violations(contract(content), answer(type, "%&\"x"))).isEmpty();
            assertThat(reads(contract(content), answer(type, "%&\"x"))).isFalse();
        }
    }

    @Test
    void readsATextInTheCharacterSetItIsIn() {
        Contract contract = contract("text/plain: {schema: {enum: [é], type: string}}");
        byte[] latin = "é".getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = "é".getBytes(Charset.forName("UTF-16"));

        assertThat(violations(contract, HttpResponse.of(200, "text/plain; charset=ISO-8859-1", latin)))
                .isEmpty();
        assertThat(violations(contract, HttpResponse.of(200, "text/plain; charset=utf-16", utf16)))
                .isEmpty();
        assertThat(violations(contract, answer("text/plain; charset=unheard-of", "é")))
                .isEmpty();
        assertThat(violations(contract, HttpResponse.of(200, "text/plain; charset=utf-8", latin)))
                .containsExactly("body: expected a body in text/plain, received a body that is not:"
                        + " the bytes are no text in UTF-8");
        assertThat(violations(contract, HttpResponse.of(200, "text/plain", latin)))
                .containsExactly("body: expected one of \"é\", received \"\uFFFD\"");
    }

    private static final String PARTS = """
            multipart/form-data: {schema: {type: object, required: [meta], properties: {
              meta: {type: object, properties: {n: {type: integer}}},
              files: {type: array, items: {type: string, format: binary}}}},
              encoding: {files: {contentType: image/png, headers: {X-Page: {required: true, schema: {type: integer}}}}}}""".replace("\n", "");

    private static List<String> ofParts(String... parts) {
        String body = "--b~Content-Disposition: form-data; name="
                + String.join("~--b~Content-Disposition: form-data; name=", parts) + "~--b--~";
        return violations(contract(PARTS), answer("multipart/form-data; boundary=b", body));
    }

    @Test
    void checksPartsAndTheirHeaders() {
        assertThat(ofParts(
                        "meta~Content-Type: application/json~~{\"n\":1}",
                        "\"files\"; filename=\"a.png\"~X-Page: 1~~\u0089PNG",
                        "files~X-Page: 2~~x"))
                .isEmpty();
        assertThat(ofParts("meta~~{\"n\":\"x\"}")).containsExactly("body /meta/n: expected an integer, received \"x\"");
        assertThat(ofParts("meta~~{}", "files~~x"))
                .containsExactly("body /files: expected a part with the header X-Page, received one without");
        assertThat(ofParts("meta~~{}", "files~X-Page: one~~x"))
                .containsExactly("body /files: expected in the header X-Page an integer, received \"one\"");
        assertThat(ofParts("files~X-Page: 1~~x"))
                .containsExactly("body /meta: expected a value: it is required, received nothing");
        assertThat(violations(contract(PARTS), answer("multipart/form-data", "--b--")))
                .containsExactly("body: expected a body in multipart/form-data, received a body that is not:"
                        + " line 1, column 1: the type multipart/form-data names no boundary");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: string, contentMediaType: image/png} | Content-Type: image/png",
                "{contentMediaType: image/png} | Content-Type: image/png",
                "{type: string, format: binary} | Content-Type: application/octet-stream",
                "{type: string, contentMediaType: image/png, contentEncoding: base64} | filename",
            })
    void writesAPartInTheTypeThatItsSchemaNames(String schema, String shown) throws Exception {
        Contract contract = contract("multipart/form-data: {schema: {type: object, properties: {f: " + schema + "}}}");
        Content content = contract.operations()
                .get(0)
                .response(200)
                .orElseThrow()
                .contents()
                .get(0);
        String written = new String(
                contract.dialect()
                        .bodies()
                        .write(content, new Json().read("{\"f\":\"x\"}".getBytes(StandardCharsets.UTF_8)))
                        .bytes(),
                StandardCharsets.UTF_8);

        if (shown.equals("filename")) {
            assertThat(written).doesNotContain(shown).doesNotContain("Content-Type");
        } else {
            assertThat(written).contains(shown + "\r\n");
        }
    }

    @Test
    void readsAPartInTheCharacterSetItIsIn() {
        Contract contract =
                contract("multipart/form-data: {schema: {type: object, properties: {a: {enum: [é], type: string}}}}");
        String body =
                "--b\r\nContent-Disposition: form-data; name=a\r\nContent-Type: text/plain; charset=ISO-8859-1\r\n\r\né\r\n--b--";

        assertThat(violations(
                        contract,
                        HttpResponse.of(
                                200, "multipart/form-data; boundary=b", body.getBytes(StandardCharsets.ISO_8859_1))))
                .isEmpty();
    }

    @Test
    void keepsTheNamesOfFiles() throws Exception {
        String body =
                "--b\r\nContent-Disposition: form-data; filename=\"a \\\"b\\\" é.png\"; name=\"f\"\r\n\r\nx\r\n--b--\r\n";

        assertThat(Multipart.read(body.getBytes(StandardCharsets.UTF_8), "b").parts())
                .extracting(Multipart.Part::name, Multipart.Part::filename)
                .containsExactly(org.assertj.core.api.Assertions.tuple("f", "a \"b\" é.png"));
        Multipart.Part part =
                new Multipart.Part("f", "a \"b\" é.png", Optional.empty(), Headers.none(), new byte[] {'x'});
        assertThat(Multipart.read(new Multipart(List.of(part)).written("b"), "b")
                        .parts()
                        .get(0)
                        .filename())
                .isEqualTo("a \"b\" é.png");
    }
}
