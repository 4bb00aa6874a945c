package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas that lead back to themselves about the same value, as generators write base types. */
class CirclesTest {

    private static final String BASE = """
            Animal:
              type: object
              required: [kind]
              properties: {kind: {type: string}}
              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
            Cat:
              allOf:
                - $ref: '#/components/schemas/Animal'
                - {type: object, required: [lives], properties: {kind: {enum: [cat]}, lives: {type: integer}}}
            Dog:
              allOf:
                - $ref: '#/components/schemas/Animal'
                - {type: object, required: [bark], properties: {kind: {enum: [dog]}, bark: {type: string}}}
            """;

    @ParameterizedTest
    @CsvSource({"3.0.3, Animal", "3.0.3, Cat", "3.1.1, Animal", "3.1.1, Cat"})
    void findsNothingInABaseAndItsChildrenThatStayTheSame(String version, String root) {
        assertThat(findings(version, root, BASE, BASE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3.0.3, Animal", "3.0.3, Cat", "3.1.1, Animal", "3.1.1, Cat"})
    void findsAnOptionalMemberOfAChildCompatible(String version, String root) {
        String more = BASE.replace("lives: {type: integer}", "lives: {type: integer}, fur: {type: string}");
        assertThat(found(version, root, BASE, more))
                .containsExactly("request-schema-extended", "response-schema-extended");
        assertThat(found(version, root, more, BASE))
                .containsExactly("request-member-removed", "response-member-removed");
    }

    @ParameterizedTest
    @CsvSource({"3.0.3, Animal", "3.0.3, Cat", "3.1.1, Animal", "3.1.1, Cat"})
    void provesWhatBreaksInAChild(String version, String root) {
        String narrower = BASE.replace("lives: {type: integer}", "lives: {type: integer, maximum: 9}");
        Finding there = findings(version, root, BASE, narrower).get(0);
        assertThat(there.id()).isEqualTo("request-maximum-narrowed");
        assertThat(there.evidence().get(0).text()).contains("\"lives\":10", "\"kind\":\"cat\"");
        assertThat(found(version, root, narrower, BASE)).contains("response-maximum-widened");
    }

    @Test
    void provesWhatBreaksInTheBase() {
        String narrower = BASE.replace("properties: {kind: {type: string}}", "maxProperties: 2");
        assertThat(found("3.1.1", "Animal", BASE.replace("Dog", "Hound"), narrower))
                .isNotEmpty();
        assertThat(findings("3.1.1", "Animal", BASE, BASE.replace("[kind]", "[kind, name]")))
                .extracting(Finding::id)
                .contains("request-required-narrowed");
    }

    @Test
    void followsCirclesOfSeveralSchemas() {
        String three = """
                A: {anyOf: [{$ref: '#/components/schemas/B'}, {type: integer}]}
                B: {allOf: [{$ref: '#/components/schemas/C'}, {type: object, properties: {b: {type: %s}}}]}
                C: {oneOf: [{$ref: '#/components/schemas/A'}, {type: object, required: [c]}]}
                """;
        for (String root : List.of("A", "B", "C")) {
            assertThat(found("3.1.1", root, three.formatted("string"), three.formatted("string")))
                    .isEmpty();
            assertThat(found("3.1.1", root, three.formatted("string"), three.formatted("[string, integer]")))
                    .isNotEmpty();
        }
    }

    @Test
    void takesAUnionThatIsItsOwnBranchAsTheOthers() {
        String union = "A: {oneOf: [{$ref: '#/components/schemas/A'}, {type: %s}]}";
        assertThat(findings("3.1.1", "A", union.formatted("string"), union.formatted("integer")))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.evidence())
                        .extracting(Evidence::name)
                        .contains("witness"));
    }

    @Test
    void saysWhereANegationOfItselfChanges() {
        String paradox = "A: {not: {allOf: [{$ref: '#/components/schemas/A'}, {type: %s}]}}";
        assertThat(found("3.1.1", "A", paradox.formatted("string"), paradox.formatted("integer")))
                .containsExactly("request-not-narrowed", "response-not-widened");
    }

    private static List<String> found(String version, String root, String before, String after) {
        return findings(version, root, before, after).stream().map(Finding::id).toList();
    }

    private static List<Finding> findings(String version, String root, String before, String after) {
        return Rule.compared(contract(version, root, before), contract(version, root, after))
                .findings();
    }

    private static Contract contract(String version, String root, String schemas) {
        String content = "{application/json: {schema: {$ref: '#/components/schemas/" + root + "'}}}";
        String document = """
                openapi: %s
                info: {title: Animals, version: 1.0.0}
                paths:
                  /animals:
                    put:
                      requestBody: {required: true, content: %s}
                      responses: {'200': {description: Changed., content: %s}}
                components:
                  schemas:
                """.formatted(version, content, content) + schemas.indent(4);
        return new ContractReader(Access.SAME_ORIGIN)
                .read(document, URI.create("file:///animals.yaml"), "animals.yaml");
    }
}
