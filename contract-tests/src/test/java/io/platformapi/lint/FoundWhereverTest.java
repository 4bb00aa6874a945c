package io.platformapi.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that stand where nobody looked, and what is none although it looks like one. */
final class FoundWhereverTest {

    @TempDir
    private Path folder;

    private List<String> findings(String version, String responses, String rest) throws IOException {
        String document = """
                openapi: %s
                info: {title: Pets, version: '1', description: All of pets.}
                security: [{key: []}]
                tags: [{name: pets, description: All of pets.}]
                paths:
                  /pets:
                    post:
                      operationId: addPet
                      summary: Add
                      description: Adds one.
                      tags: [pets]
                      responses: %s
                %s
                """.formatted(version, responses, rest.indent(6).stripTrailing());
        Path file = Files.writeString(folder.resolve("pets.yaml"), document + """
                components:
                  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
                  schemas:
                    Pet:
                      description: One.
                      type: object
                      required: [id, name, secret]
                      properties: {id: {type: integer, readOnly: true}, name: {type: string}, secret: {type: string, writeOnly: true}}
                      example: {name: Tom}
                """);
        return Lint.report(new ContractReader(Access.SAME_ORIGIN).readWritten(file.toString()), "pets")
                .findings()
                .stream()
                .filter(finding -> !finding.id().equals("component-unused"))
                .map(finding -> finding.locations().get(0).line() + " " + finding.id() + " " + finding.message())
                .toList();
    }

    private static String schema(String name, String schema) {
        return "requestBody: {content: {application/json: {schema: {title: " + name + ", " + schema + "}}}}";
    }

    @Test
    void knowsWhereACircleEnds() throws IOException {
        String away = "{'200': {description: ok}, default: {description: no}}";
        String back = "$ref: '#/paths/~1pets/post/requestBody/content/application~1json/schema'";
        assertThat(findings("3.0.3", away, schema("A", "allOf: [{" + back + "}]")))
                .anyMatch(FoundWhereverTest::isEndless);
        assertThat(findings("3.0.3", away, schema("A", "type: array, minItems: 1, items: {oneOf: [{" + back + "}]}")))
                .anyMatch(FoundWhereverTest::isEndless);
        for (String ends : List.of(
                "type: object, required: [a], properties: {a: {type: array, items: {" + back + "}}}",
                "type: object, nullable: true, required: [a], properties: {a: {" + back + "}}",
                "type: object, required: [a], properties: {a: {oneOf: [{" + back + "}, {type: string}]}}",
                "type: object, properties: {a: {" + back + "}}")) {
            assertThat(findings("3.0.3", away, schema("A", ends))).noneMatch(FoundWhereverTest::isEndless);
        }
    }

    private static boolean isEndless(String finding) {
        return finding.contains("schema-endless");
    }

    @Test
    void knowsThatUpTo30OnlySomeSchemesHaveScopes() throws IOException {
        String away = "{'200': {description: ok}, default: {description: no}}";
        assertThat(findings("3.0.3", away, "security: [{key: [admin]}]"))
                .contains("13 scope-declared The scheme key is of type apiKey, which has no scopes up to OpenAPI 3.0.");
        assertThat(findings("3.1.0", away, "security: [{key: [admin]}]"))
                .noneMatch(finding -> finding.contains("scope-declared"));
    }

    @Test
    void isSilentAboutAMemberThatDoesNotTravelThisWay() throws IOException {
        assertThat(
                        findings(
                                "3.0.3",
                                "{'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}, example: {id: 1, name: Tom}}}}, default: {description: no}}",
                                "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}, example: {name: Tom, secret: x}}}}"))
                .isEmpty();
    }

    @Test
    void seesThatAMemberIsMissingThatTravelsThisWay() throws IOException {
        assertThat(
                        findings(
                                "3.0.3",
                                "{'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}, example: {name: Tom}}}}, default: {description: no}}",
                                "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}, example: {id: 1, name: Tom}}}}"))
                .containsExactly(
                        "12 example-valid The example does not match its schema at /id: expected a value: it is"
                                + " required, received nothing.",
                        "13 example-valid The example does not match its schema at /secret: expected a value: it is"
                                + " required, received nothing.");
    }

    @Test
    void looksBelowTheDefaultResponse() throws IOException {
        assertThat(findings(
                        "3.0.3",
                        "{'200': {description: ok}, default: {description: bad, content: {application/json: {schema: {type: object, required: [zip], properties: {code: {type: integer, default: none, example: x, enum: [a]}}}, example: {code: 1}}}}}",
                        ""))
                .extracting(finding -> finding.split(" ")[1])
                .containsExactlyInAnyOrder(
                        "example-valid",
                        "example-valid",
                        "default-valid",
                        "default-valid",
                        "enum-value-valid",
                        "schema-example-valid",
                        "schema-example-valid",
                        "required-declared");
    }

    @Test
    void findsNamesThatAreMisspelled() throws IOException {
        assertThat(findings(
                        "3.0.3",
                        "{'200': {desciption: ok, content: {application/json: {schema: {type: object, requried: [a], properties: {a: {type: string, minLenght: 3, maxlength: 5}}}, example: {a: x}}}}, default: {description: no}}",
                        "requestBdy: {}\nx-any: {}"))
                .containsExactly(
                        "12 field-known \"desciption\" is no field of a response; did you mean \"description\"?",
                        "12 field-known \"requried\" is no field of a schema; did you mean \"required\"?",
                        "12 field-known \"minLenght\" is no field of a schema; did you mean \"minLength\"?",
                        "12 field-known \"maxlength\" is no field of a schema; did you mean \"maxLength\"?",
                        "13 field-known \"requestBdy\" is no field of an operation; did you mean \"requestBody\"?");
        assertThat(findings(
                        "3.1.0",
                        "{'200': {description: ok, content: {application/json: {schema: {type: object, tpye: a, whatever: 1}, example: {}}}}, default: {description: no}}",
                        ""))
                .containsExactly(
                        "12 not-looked-at not looked at: `whatever: 1`, which is not known here",
                        "12 field-known \"tpye\" is no field of a schema; did you mean \"type\"?");
    }

    @Test
    void tellsAPlaceOnceThatTwoLookAt() throws IOException {
        assertThat(findings(
                        "3.1.0",
                        "{'200': {description: ok, contnt: {}, content: {application/json: {schema: {type: object, whatever: 1, xml: {nodeType: text, nmae: a}}, itemSchema: {}, example: {}}}}, default: {description: no}}",
                        ""))
                .containsExactly(
                        "12 not-looked-at not looked at: `whatever: 1`, which is not known here",
                        "12 field-known \"contnt\" is no field of a response; did you mean \"content\"?",
                        "12 field-known \"itemSchema\" of a media type is not known in OpenAPI 3.1.",
                        "12 field-known \"nodeType\" of an xml is not known in OpenAPI 3.1.",
                        "12 field-known \"nmae\" is no field of an xml; did you mean \"name\"?");
    }

    @Test
    void findsKeywordsOfAnotherVersion() throws IOException {
        String schema =
                "{'200': {description: ok, content: {application/json: {schema: {%s}, example: a}}}, default: {description: no}}";

        assertThat(findings("3.1.0", schema.formatted("type: string, nullable: true"), ""))
                .containsExactly("12 field-known \"nullable\" of a schema is not known in OpenAPI 3.1.");
        assertThat(findings("3.0.3", schema.formatted("type: string, const: a"), ""))
                .containsExactly("12 field-known \"const\" of a schema is not known in OpenAPI 3.0.");
    }

    @Test
    void tellsWhatTheReaderPassedOver() throws IOException {
        assertThat(findings(
                        "3.1.0",
                        "{'200': {description: ok, content: {application/json: {schema: {type: string, pattern: '((('}, example: a}}}, default: null}",
                        ""))
                .contains(
                        "12 schema-keyword \"pattern\" takes a regular expression; \"(((\" is passed over, as if the"
                                + " keyword were not there; it has a ( without its )",
                        "12 shape \"default\" is an object in OpenAPI; what stands here is passed over");
    }

    @Test
    void takesADiscriminatorForTheHintItIs() throws IOException {
        assertThat(findings(
                        "3.1.0",
                        "{'200': {description: ok, content: {application/json: {schema: {discriminator: {propertyName: kind, mapping: {cat: Cat}}, oneOf: [{type: object, required: [kind], properties: {kind: {enum: [cat]}}}, {type: object, required: [kind], properties: {kind: {enum: [dog]}}}]}, example: {kind: cat}}}}, default: {description: no}}",
                        ""))
                .isEmpty();
    }

    @Test
    void saysWhichRuleCouldNotLook() throws IOException {
        Path file = Files.writeString(
                folder.resolve("pets.yaml"), "openapi: 3.1.0\ninfo: {title: P, version: '1'}\npaths: {}\n");
        Rule failing = new Rule("any", contract -> {
            throw new IllegalStateException("lost");
        });

        assertThat(Lint.faults(failing, new ContractReader(Access.SAME_ORIGIN).readWritten(file.toString())))
                .extracting(Offence::message)
                .containsExactly("The rule failed and did not look at the document: java.lang.IllegalStateException:"
                        + " lost.");
    }

    /** Who has split a document in files looks for the operation, and not for the file. */
    @Test
    void namesTheOperationThatLeadsIntoAnotherFile() throws IOException {
        Files.writeString(folder.resolve("answer.yaml"), "description: ok\ncontents: {}\n");
        Files.writeString(
                folder.resolve("pets.yaml"),
                "get:\n  responses:\n    '200': {$ref: answer.yaml}\n    '2000': {description: no}\n");
        Files.writeString(folder.resolve("pet.yaml"), "type: object\nproperties: {a: {tipe: string}}\n");
        Path file = Files.writeString(folder.resolve("openapi.yaml"), """
                openapi: 3.1.0
                info: {title: Pets, version: '1'}
                paths: {/pets: {$ref: pets.yaml}}
                components: {schemas: {Pet: {$ref: pet.yaml}}}
                """);
        assertThat(Lint.report(new ContractReader(Access.SAME_ORIGIN).readWritten(file.toString()), "pets")
                        .findings())
                .filteredOn(finding -> List.of("field-known", "response-status").contains(finding.id()))
                .extracting(finding -> finding.subject() + ": " + finding.message())
                .containsExactlyInAnyOrder(
                        "GET /pets: \"contents\" is no field of a response; did you mean \"content\"?",
                        "GET /pets: \"2000\" is no status; write one such as 200, 4XX or default",
                        "schemas Pet: \"tipe\" is no field of a schema; did you mean \"type\"?");
    }
}
