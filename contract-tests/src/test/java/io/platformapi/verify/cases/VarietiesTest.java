package io.platformapi.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                components: {schemas: {Thing: {type: object, properties: {name: {type: string}}}}}
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

    @Test
    void haveWhatAMemberAsksForBesideIt() {
        assertThat(bodies("""
                        type: object
                        properties:
                          meta:
                            type: object
                            properties: {pages: {type: integer, maximum: 500}, taken: {type: boolean}}
                            dependentRequired: {pages: [taken]}
                        """, "{\"meta\":{}}"))
                .anyMatch(body -> body.matches("\\{\"meta\":\\{\"pages\":500,\"taken\":(true|false)}}"));
    }

    @Test
    void haveDatesBeforeManyProgramsCountAndTextsThatLookLikePrograms() {
        assertThat(bodies(
                        "type: object\nproperties: {born: {type: string, format: date}}\n",
                        "{\"born\":\"2031-01-01\"}"))
                .contains("{\"born\":\"1969-07-20\"}");
        assertThat(bodies("type: object\nproperties: {name: {type: string}}\n", "{\"name\":\"x\"}"))
                .contains("{\"name\":\"{{7*7}} ${7*7}\"}");
    }

    /** Nothing says that two members of one component differ; one that has to fit another, such as an end, may. */
    @Test
    void haveTwoMembersOfOneComponentWithTheSameValue() {
        String trip = """
                type: object
                properties:
                  origin: {$ref: '#/components/schemas/Thing'}
                  destination: {$ref: '#/components/schemas/Thing'}
                """;

        assertThat(bodies(trip, "{\"origin\":{\"name\":\"a\"},\"destination\":{\"name\":\"b\"}}"))
                .contains("{\"origin\":{\"name\":\"a\"},\"destination\":{\"name\":\"a\"}}");
        assertThat(bodies(
                        trip.replace("destination", "tripEnd"),
                        "{\"origin\":{\"name\":\"a\"},\"tripEnd\":{\"name\":\"b\"}}"))
                .doesNotContain("{\"origin\":{\"name\":\"a\"},\"tripEnd\":{\"name\":\"a\"}}");
    }

    private static List<Case> forms(String encoding) {
        Contract contract = Documents.contract("""
                paths:
                  /files:
                    post:
                      operationId: addFile
                      requestBody:
                        content:
                          multipart/form-data:
                            schema: {type: object, required: [meta, file], properties: {meta: {type: object}, file: {}}}
                            encoding: {meta: {contentType: application/json}, file: {contentType: '%s'}}
                      responses: {'201': {description: made}, '415': {description: unread}}
                """.formatted(encoding));
        Cases cases = new Cases(contract, Credentials.of(Headers.none(), contract), new Budget(0, 400, 1));
        Operation operation = contract.operations().get(0);
        Case first = cases.of(operation).get(0);
        assertThat(first.isValid()).isTrue();
        assertThat(cases.of(operation))
                .filteredOn(one -> one.id().endsWith("/boundary"))
                .singleElement()
                .extracting(one -> one.request().headers().text("Content-Type"))
                .isEqualTo("multipart/form-data");
        return Stream.concat(Stream.of(first), cases.varied(operation, first.request()).stream())
                .toList();
    }

    private static String sent(Case one) {
        return new String(one.request().body(), StandardCharsets.ISO_8859_1);
    }

    /** Nothing says which part comes first; what is a text as well as a picture is sent as a text. */
    @Test
    void haveThePartsOfFormsInAnotherOrder() {
        List<Case> forms = forms("image/png, text/plain");

        assertThat(forms.get(0).expected().verdict()).isEqualTo(Expected.Verdict.ACCEPTED);
        assertThat(sent(forms.get(0)).indexOf("name=\"meta\""))
                .isLessThan(sent(forms.get(0)).indexOf("name=\"file\""));
        assertThat(forms)
                .filteredOn(one -> one.id().endsWith("parts-in-another-order"))
                .singleElement()
                .extracting(VarietiesTest::sent)
                .satisfies(
                        body -> assertThat(body.indexOf("name=\"meta\"")).isGreaterThan(body.indexOf("name=\"file\"")));
        assertThat(forms).extracting(Case::id).contains("addFile/varied/body-has-a-member-that-is-not-declared");
    }

    /** No bytes are a text, but no picture. */
    @Test
    void haveFilesThatAreEmpty() {
        assertThat(verdicts(forms("image/png, text/plain"))).containsEntry("it has an empty part file", "VARIED []");
        assertThat(verdicts(forms("image/png"))).containsEntry("it has an empty part file", "EITHER []");
    }

    @Test
    void haveFilesOfEachTypeThatIsListedAndOneThatIsNot() {
        List<Case> forms = forms("image/png, application/pdf, text/plain");

        assertThat(verdicts(forms))
                .containsEntry("its part file is image/png", "VARIED [415]")
                .containsEntry("its part file is application/pdf", "VARIED [415]")
                .containsEntry("its part file is application/x-not-offered", "REFUSED [415]")
                .containsEntry("its part meta is application/x-not-offered", "REFUSED [415]")
                .doesNotContainKey("its part file is text/plain");
        assertThat(forms)
                .filteredOn(one -> one.expected().reason().endsWith("image/png"))
                .extracting(VarietiesTest::sent)
                .singleElement()
                .asString()
                .contains("Content-Type: image/png\r\n\r\n\u0089PNG\r\n");
    }

    private static Map<String, String> verdicts(List<Case> cases) {
        return cases.stream()
                .map(Case::expected)
                .collect(Collectors.toMap(
                        Expected::reason, each -> each.verdict() + " " + each.statuses(), (one, other) -> other));
    }
}
