package io.platformapi.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which valid requests like an accepted one are tried, by their bodies. */
class VarietiesTest {

    private static List<String> bodies(String schema, String accepted) {
        Contract contract = Documents.contract("""
                paths:
                  /things:
                    post:
                      operationId: addThing
                      requestBody:
                        content:
                          application/json:
                            schema:
                """ + schema.indent(14) + """
                      responses: {'201': {description: made}}
                """);
        Operation operation = contract.operations().get(0);
        Cases cases = new Cases(contract, Credentials.of(Headers.none(), contract), new Budget(0, 400, 1));
        byte[] body = accepted.getBytes(StandardCharsets.UTF_8);
        HttpRequest request =
                new HttpRequest("POST", "/things", "", Headers.of("Content-Type", "application/json"), body);
        return cases.varied(operation, request).stream()
                .filter(one -> one.request().contentType().isPresent())
                .map(one -> new String(one.request().body(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void haveEachOptionalMemberAloneWhereverItIs() {
        assertThat(bodies("""
                        type: object
                        properties:
                          priority:
                            type: object
                            minProperties: 1
                            properties: {min: {type: integer}, max: {type: integer}}
                        """, "{\"priority\":{\"min\":1,\"max\":5}}"))
                .contains("{\"priority\":{\"min\":1}}", "{\"priority\":{\"max\":5}}")
                .doesNotContain("{\"priority\":{}}");
    }

    @Test
    void haveWhatOnlyAnotherBranchWouldForbid() {
        assertThat(bodies("""
                        type: object
                        properties:
                          notices:
                            type: object
                            required: [channel]
                            properties:
                              channel: {type: string, enum: [sms, email]}
                              number: {type: string, pattern: '^[+][0-9]{3,12}$'}
                              quiet: {type: boolean}
                            if: {properties: {channel: {const: sms}}}
                            then: {required: [number]}
                        """, "{\"notices\":{\"channel\":\"email\",\"quiet\":true}}"))
                .anyMatch(body -> body.matches("\\{\"notices\":\\{\"channel\":\"email\",\"number\":\"[+]\\d+\"}}"));
    }

    @Test
    void haveSeveralMembersThatAPatternNames() {
        assertThat(bodies("""
                        type: object
                        properties:
                          shortcuts:
                            type: object
                            minProperties: 1
                            additionalProperties: false
                            patternProperties: {'^[a-z]$': {type: string, enum: [search, today]}}
                        """, "{\"shortcuts\":{\"n\":\"today\"}}"))
                .anyMatch(body -> body.matches("\\{\"shortcuts\":\\{(\"[a-z]\":\"(search|today)\",?){3}}}"));
    }

    @Test
    void haveEachListedValueOfEachAlternative() {
        assertThat(bodies("""
                        oneOf:
                          - type: object
                            required: [method, card]
                            additionalProperties: false
                            properties: {method: {const: card}, card: {type: string}}
                          - type: object
                            required: [method, days]
                            additionalProperties: false
                            properties: {method: {const: invoice}, days: {type: integer, enum: [14, 30, 60]}}
                        """, "{\"method\":\"card\",\"card\":\"x\"}"))
                .contains(
                        "{\"method\":\"invoice\",\"days\":14}",
                        "{\"method\":\"invoice\",\"days\":30}",
                        "{\"method\":\"invoice\",\"days\":60}");
    }

    /** Nothing says which part comes first; what is a text as well as a picture is sent as a text. */
    @Test
    void haveThePartsOfFormsInAnotherOrderAndEmpty() {
        Contract contract = Documents.contract("""
                paths:
                  /files:
                    post:
                      operationId: addFile
                      requestBody:
                        content:
                          multipart/form-data:
                            schema: {type: object, required: [meta, file], properties: {meta: {type: object}, file: {}}}
                            encoding: {file: {contentType: 'image/png, text/plain'}}
                      responses: {'201': {description: made}}
                """);
        Cases cases = new Cases(contract, Credentials.of(Headers.none(), contract), new Budget(0, 400, 1));
        Case first = cases.of(contract.operations().get(0)).get(0);
        String sent = new String(first.request().body(), StandardCharsets.UTF_8);
        List<Case> varied = cases.varied(contract.operations().get(0), first.request());

        assertThat(first.expected().verdict()).isEqualTo(Expected.Verdict.ACCEPTED);
        assertThat(sent.indexOf("name=\"meta\"")).isLessThan(sent.indexOf("name=\"file\""));
        assertThat(varied)
                .filteredOn(one -> one.id().endsWith("parts-in-another-order"))
                .singleElement()
                .extracting(one -> new String(one.request().body(), StandardCharsets.UTF_8))
                .satisfies(
                        body -> assertThat(body.indexOf("name=\"meta\"")).isGreaterThan(body.indexOf("name=\"file\"")));
        assertThat(varied)
                .filteredOn(one -> one.expected().verdict() == Expected.Verdict.EITHER)
                .extracting(one -> one.expected().reason())
                .containsExactly("it has an empty part file");
        assertThat(varied).extracting(Case::id).contains("addFile/varied/body-has-a-member-that-is-not-declared");
    }
}
