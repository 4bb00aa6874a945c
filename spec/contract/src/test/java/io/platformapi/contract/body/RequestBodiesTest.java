package io.platformapi.contract.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Route;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What plain documents say of requests in types other than JSON. */
class RequestBodiesTest {

    private static final String ROW = "{type: object, required: [id], properties: {id: {type: integer}}}";

    private static List<String> violations(String declared, String schema, String sent, String body) {
        return violations(declared, schema, sent, body.replace("~", "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> violations(String declared, String schema, String sent, byte[] bytes) {
        String document = """
                openapi: 3.1.0
                info: {title: t, version: '1'}
                paths: {/a: {post: {
                  requestBody: {required: true, content: {'%s': {schema: %s}}}, responses: {'200': {description: ok}}}}}
                """.formatted(declared, schema.replace("ROW", ROW));
        Contract contract =
                new ContractReader(Access.SAME_ORIGIN).read(document, URI.create("file:///t.yaml"), "t.yaml");
        HttpRequest request = HttpRequest.of("POST", "/a", Headers.of("Content-Type", sent), bytes);
        Route.Found route = (Route.Found) contract.route(request);
        return contract.dialect().negotiation(route, request).isPresent()
                ? List.of("not read")
                : RequestCheck.violations(contract.dialect().bind(route, request)).stream()
                        .map(Violation::toString)
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // type | schema | right | wrong | what is said of it
                "application/x-ndjson | ROW | {\"id\":1}~{\"id\":2}~ | {\"id\":1}~{\"id\":\"x\"} | body line 2/id: expected an integer, received \"x\"",
                "application/x-ndjson | ROW | {\"id\":1} | {} | body /id: expected a value: it is required, received nothing",
                "application/jsonl;charset=utf-8 | {type: array, items: ROW} | {\"id\":1} | {\"id\":1}~1 | body /1: expected an object, received 1",
                "application/jsonl | ROW | {\"id\":1} | {\"id\" | body: expected application/jsonl that can be read, received line 1, column 6:"
                        + " Unexpected end-of-input within/between Object entries; a value must stand on one line",
                "text/csv | {type: array, items: ROW} | id~1~2~ | id~x~ | body /0/id: expected an integer, received \"x\"",
            })
    void areReadAndChecked(String type, String schema, String right, String wrong, String violation) {
        assertThat(violations(type, schema, type, right)).isEmpty();
        assertThat(violations(type, schema, type, wrong)).containsExactly(violation);
    }

    @Test
    void areTakenUnreadWhereTheDocumentNamesATypeThatNobodyUnderstands() {
        assertThat(violations("application/yaml", "ROW", "application/yaml", "id: 1"))
                .isEmpty();
        assertThat(violations("application/yaml", "ROW", "application/yaml", ""))
                .containsExactly("body: expected a value: it is required, received nothing");
        assertThat(violations("*/*", "ROW", "application/x-own", "id: 1"))
                .containsExactly("body: expected an object, received \"id: 1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/xml                     | UTF-16     | ''",
                "application/xml                     | UTF-16     | <?xml version=\"1.0\" encoding=\"UTF-16\"?>",
                "application/xml                     | UTF-16LE   | ''",
                "text/xml; charset=utf-16            | UTF-16BE   | ''",
                "application/xml; charset=iso-8859-1 | ISO-8859-1 | ''",
                "application/xml; charset=iso-8859-1 | ISO-8859-1 | <?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>",
            })
    void areXmlInAnyCharacterSetThatItsTypeOrItsFirstBytesName(String type, String charset, String declaration) {
        String schema = "{type: object, xml: {name: a}, properties: {b: {enum: [ä]}}}";
        byte[] right = (declaration + "<a><b>ä</b></a>").getBytes(Charset.forName(charset));
        byte[] wrong = (declaration + "<a><b>ö</b></a>").getBytes(Charset.forName(charset));
        assertThat(violations(type.split(";")[0], schema, type, right)).isEmpty();
        assertThat(violations(type.split(";")[0], schema, type, wrong))
                .containsExactly("body /b: expected one of \"ä\", received \"ö\"");
    }

    @Test
    void areNotReadInPartsThatNobodySaysTheEndOf() {
        assertThat(violations("multipart/form-data", "ROW", "multipart/form-data", "x"))
                .containsExactly("not read");
    }
}
