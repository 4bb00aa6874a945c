package io.platformapi.contract.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests to paste and to send, of any document. */
final class ShownOperationsTest {

    private static final Credential ANY = new Credential("any", "Any will do.");

    private static List<SampleRequest> samples(String operation, String schemes) {
        Contract contract = new ContractReader(Access.SAME_ORIGIN)
                .read("""
                openapi: 3.1.1
                info: {title: Boats, version: '1'}
                components: {securitySchemes: {way: %s}}
                paths:
                  /boats/{id}: %s
                """.formatted(schemes, operation), URI.create("file:///boats.yaml"), "boats.yaml");
        ShownOperations operations = new ShownOperations(contract);
        return operations.samples(operations.shown().get(0), ANY);
    }

    private static String curl(List<SampleRequest> samples) {
        assertThat(samples).hasSize(1);
        return samples.get(0).curl("http://127.0.0.1:4010");
    }

    private static final String ID = "{name: id, in: path, required: true, schema: {type: integer}, example: 7}";
    private static final String DONE = "responses: {'204': {description: Done.}}";

    @Test
    void theValuesThatHaveNoNameAreARequest() {
        List<SampleRequest> samples = samples(
                "{put: {parameters: [" + ID + ", {name: X-Crew, in: header, schema: {type: string}, example: Ann},"
                        + " {name: mood, in: cookie, schema: {type: string}, example: calm}],"
                        + " requestBody: {content: {application/json: {schema: {type: object}, example: {a: it's}}}}, "
                        + DONE + "}}",
                "{type: http, scheme: basic}");

        assertThat(curl(samples))
                .isEqualTo("curl -X PUT 'http://127.0.0.1:4010/boats/7' -H 'X-Crew: Ann' -b 'mood=calm'"
                        + " -H 'Content-Type: application/json' --data-binary '{\"a\":\"it'\\''s\"}'");
        assertThat(samples.get(0).headers())
                .isEqualTo(Headers.of("X-Crew", "Ann", "Cookie", "mood=calm", "Content-Type", "application/json"));
        assertThat(samples.get(0).madeUp()).isFalse();
    }

    @Test
    void whatIsRequiredAndNotShownIsMadeUpWhereNoExampleIsWhole() {
        List<SampleRequest> samples = samples(
                "{post: {parameters: [{name: id, in: path, required: true, schema: {type: integer, minimum: 3}},"
                        + " {name: page, in: query, schema: {type: integer}}], requestBody: {required: true, content:"
                        + " {application/json: {schema: {type: object, required: [oars], properties: {oars: {const: 2}}}}}}, "
                        + DONE + "}}",
                "{type: http, scheme: basic}");

        assertThat(curl(samples))
                .isEqualTo("curl 'http://127.0.0.1:4010/boats/3' -H 'Content-Type: application/json'"
                        + " --data-binary '{\"oars\":2}'");
        assertThat(samples.get(0).madeUp()).isTrue();
    }

    @Test
    void anOperationForWhichNoValuesCanBeMadeHasNone() {
        assertThat(samples(
                        "{get: {parameters: [{name: id, in: path, required: true, schema: false}], " + DONE + "}}",
                        "{type: http, scheme: basic}"))
                .isEmpty();
    }

    @Test
    void eachWayToBeLetInIsSentAsItsFieldOrPair() {
        String operation = "{get: {security: [{way: []}], parameters: [" + ID + "], " + DONE + "}}";

        assertThat(curl(samples(operation, "{type: http, scheme: basic}"))).endsWith(" -u 'any:any'");
        assertThat(samples(operation, "{type: http, scheme: basic}").get(0).headers())
                .isEqualTo(Headers.of("Authorization", "Basic YW55OmFueQ=="));
        assertThat(curl(samples(operation, "{type: apiKey, in: cookie, name: sid}")))
                .endsWith(" -b 'sid=any'");
        assertThat(samples(operation, "{type: apiKey, in: query, name: key}")
                        .get(0)
                        .target())
                .isEqualTo("/boats/7?key=any");
    }

    @Test
    void theIdsOfAnOperationAreItsOwnWhereNoOtherDoesTheSame() {
        Contract contract =
                new ContractReader(Access.SAME_ORIGIN).read("""
                openapi: 3.1.1
                info: {title: Boats, version: '1'}
                paths: {/boats: {get: {operationId: list, responses: {}}, post: {operationId: add, responses: {}}}}
                """, URI.create("file:///boats.yaml"), "boats.yaml");
        ShownOperations operations = new ShownOperations(contract);

        assertThat(operations.shown().stream().map(operations::ids)).containsExactly(List.of("list"), List.of("add"));
    }
}
