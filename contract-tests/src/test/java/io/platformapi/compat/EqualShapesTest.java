package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schemas of equal content at several places: each place is named, and no finding names another's. */
class EqualShapesTest {

    private static String answer(String schema) {
        return "{get: {responses: {'200': {description: Ok., content: {application/json: {schema: " + schema + "}}}}}}";
    }

    private static String members(String type) {
        return "{type: object, properties: {alpha: {type: " + type + "}, beta: {type: " + type + "}}}";
    }

    @Test
    void namesEachOfTwoMembersOfOneAnswer() {
        assertThat(ComparedText.found(
                        ComparedText.document("/a: " + answer(members("string"))),
                        ComparedText.document("/a: " + answer(members("integer")))))
                .containsExactly(
                        "breaking GET /a 200 body (application/json) /alpha: `type` was \"string\" and is \"integer\".",
                        "breaking GET /a 200 body (application/json) /beta: `type` was \"string\" and is \"integer\".");
    }

    @Test
    void namesEachMemberOfTwoOperationsThatShareNothing() {
        String paths = "/a: " + answer("{type: object, properties: {alpha: {type: %1$s}}}") + "\n/b: "
                + answer("{type: object, properties: {beta: {type: %1$s}}}");
        assertThat(ComparedText.found(
                        ComparedText.document(paths.formatted("string")),
                        ComparedText.document(paths.formatted("integer"))))
                .containsExactly(
                        "breaking GET /a 200 body (application/json) /alpha: `type` was \"string\" and is \"integer\".",
                        "breaking GET /b 200 body (application/json) /beta: `type` was \"string\" and is \"integer\".");
    }

    @Test
    void namesTheOperationsThatShareAComponentAtEachOnesPlace() {
        String paths = "/a: " + answer("{$ref: '#/components/schemas/Pet'}") + "\n/b: "
                + answer("{type: array, items: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object}]}}");
        String components = "components: {schemas: {Pet: {type: object, properties: {name: {type: %s}}}}}\n";
        List<Finding> findings = ComparedText.report(
                        ComparedText.document(paths) + components.formatted("string"),
                        ComparedText.document(paths) + components.formatted("integer"))
                .findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).message())
                .isEqualTo("200 body (application/json) /name: `type` was \"string\" and is \"integer\".");
        assertThat(findings.get(0).evidence()).contains(new Evidence("also", "GET /b"));
        assertThat(findings.get(0).sites())
                .extracting(site -> site.subject() + " " + site.place())
                .containsExactly(
                        "GET /a 200 body (application/json) /name", "GET /b 200 body (application/json) /*/name");
    }

    @Test
    void namesMembersOfSchemasThatReferToEachOtherInCirclesWhoeverIsAskedFirst() {
        String components = """
                components:
                  schemas:
                    Pet: {type: object, properties: {owner: {$ref: '#/components/schemas/Owner'}, name: {type: %1$s}}}
                    Owner: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}, name: {type: %1$s}}}
                """;
        for (String paths : List.of(
                "/pets: " + answer("{$ref: '#/components/schemas/Pet'}") + "\n/owners: "
                        + answer("{$ref: '#/components/schemas/Owner'}"),
                "/owners: " + answer("{$ref: '#/components/schemas/Owner'}") + "\n/pets: "
                        + answer("{$ref: '#/components/schemas/Pet'}"))) {
            assertThat(ComparedText.report(
                                    ComparedText.document(paths) + components.formatted("string"),
                                    ComparedText.document(paths) + components.formatted("integer"))
                            .findings())
                    .flatExtracting(Finding::sites)
                    .extracting(site -> site.subject() + site.place().replaceAll(".*\\)", ""))
                    .containsExactlyInAnyOrder(
                            "GET /pets /name", "GET /pets /owner/name", "GET /owners /name", "GET /owners /pet/name");
        }
    }

    @Test
    void namesAllMembersHoweverMany() {
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < 700; i++) {
            members.append(i == 0 ? "" : ", ").append("m").append(i).append(": {type: %1$s}");
        }
        String paths = "/a: " + answer("{type: object, properties: {" + members + "}}");
        assertThat(ComparedText.found(
                        ComparedText.document(paths.formatted("string")),
                        ComparedText.document(paths.formatted("integer"))))
                .hasSize(700);
    }

    @Test
    void namesEachValueThatAnEnumerationGainedOrLost() {
        String many =
                "/a: " + answer("{allOf: [{type: object}, {type: object, properties: {kind: {enum: [a, b%s]}}}]}");
        assertThat(ComparedText.found(
                        ComparedText.document(many.formatted("")),
                        ComparedText.document(many.formatted(", EVENT_10, EVENT_11, EVENT_12, EVENT_13"))))
                .containsExactly("breaking GET /a 200 body (application/json) /kind:"
                        + " `enum` gained \"EVENT_10\", \"EVENT_11\", \"EVENT_12\", \"EVENT_13\".");
    }
}
