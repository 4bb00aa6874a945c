package io.platformapi.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.report.Finding;
import io.platformapi.report.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A document that breaks no rule, and for each rule one change of it that does. */
final class RulesTest {

    private static final Path CLEAN = Path.of("src/test/resources/io/platformapi/lint/clean.yaml");

    static final List<Change> CHANGES = List.of(
            change(
                    "info-description",
                    "  description: A shop of pets.\n",
                    "",
                    2,
                    "The document does not say what the API is for."),
            change("tag-declared", "tags: [Pets]", "tags: [Pets, Cats]", 14, "The tag \"Cats\" is not declared."),
            change(
                    "tag-unused",
                    "tags:\n  -",
                    "tags:\n  - { name: Cats, description: Only cats. }\n  -",
                    9,
                    "No operation has the tag \"Cats\"."),
            change(
                    "tag-description",
                    "\n    description: What is for sale.",
                    "",
                    9,
                    "The tag \"Pets\" has no description."),
            change(
                    "server-variable-unused",
                    "security:\n",
                    "servers: [{ url: /v1, variables: { region: { default: eu } } }]\nsecurity:\n",
                    6,
                    "The address has no variable {region}."),
            change(
                    "server-slash",
                    "security:\n",
                    "servers: [{ url: /v1/ }]\nsecurity:\n",
                    6,
                    "The address ends in a slash, and each path begins with one."),
            change(
                    "http-scheme",
                    "  securitySchemes:\n",
                    "  securitySchemes:\n    Other: { type: http, scheme: digests }\n",
                    44,
                    "\"digests\" is no HTTP scheme of IANA's registry; did you mean \"digest\"?"),
            change("operation-id", "      operationId: showPet\n", "", 13, "The operation has no operationId."),
            change(
                    "operation-id-case",
                    "showPet",
                    "Show_Pet",
                    15,
                    "The operationId \"Show_Pet\" is neither camelCase nor kebab-case."),
            change("operation-tag", "      tags: [Pets]\n", "      tags: []\n", 13, "The operation has no tag."),
            change("operation-summary", "      summary: Show a pet\n", "", 13, "The operation has no summary."),
            change(
                    "operation-description",
                    "      description: Reads only.\n",
                    "",
                    13,
                    "The operation has no description."),
            change("operation-success", "\"200\":", "\"400\":", 13, "The operation documents no success."),
            change("operation-failure", "\"404\":", "\"204\":", 13, "The operation documents no failure."),
            change(
                    "operation-security",
                    "security:\n  - Key: []\n",
                    "",
                    11,
                    "The operation does not say who may call it."),
            change(
                    "operation-body",
                    "      responses:\n        \"200\"",
                    "      requestBody: { content: { text/plain: { example: a } } }\n      responses:\n        \"200\"",
                    32,
                    "A GET with a body: many servers and proxies drop it."),
            change(
                    "response-body",
                    "\"404\":\n          description: There is none.",
                    "\"204\":\n          description: There is none.\n          content: { text/plain: { example: a } }",
                    42,
                    "An answer with status 204 has no body."),
            change(
                    "header-reserved",
                    "name: kind\n          in: query",
                    "name: Accept\n          in: header",
                    25,
                    "The header \"Accept\" is no parameter in OpenAPI; tools pass it over."),
            change(
                    "encoding-member",
                    "              examples:\n",
                    "              encoding: { nmae: { style: form } }\n              examples:\n",
                    38,
                    "The body has no member \"nmae\" to be encoded; did you mean \"name\"?"),
            change(
                    "path-ambiguous",
                    "components:\n",
                    "  /{shop}/new:\n    get: {}\ncomponents:\n",
                    43,
                    "Some requests match /pets/{petId} as well as /{shop}/new, and nothing says which is meant."),
            change(
                    "link-operation",
                    "          description: There is none.",
                    "          description: There is none.\n          links: { pet: { operationId: showPte } }",
                    42,
                    "No operation has the operationId \"showPte\"; did you mean \"showPet\"?"),
            change(
                    "link-parameter",
                    "          description: There is none.",
                    "          description: There is none.\n          links: { pet: { operationId: showPet, parameters: { petid: 1 } } }",
                    42,
                    "GET /pets/{petId} has no parameter \"petid\"; did you mean \"petId\"?"),
            change(
                    "scope-declared",
                    "security:\n  - Key: []\n",
                    "security:\n  - Key: [raed]\n",
                    7,
                    "The scheme Key has no scope \"raed\"; did you mean \"read\"?"),
            change(
                    "parameter-style",
                    "          description: Of which kind",
                    "          style: pipeDelimited\n          description: Of which kind",
                    27,
                    "How pipeDelimited writes a value of type string is not defined."),
            change(
                    "parameter-description",
                    "          description: Which pet.\n",
                    "",
                    19,
                    "The parameter \"petId\" has no description."),
            change(
                    "example-present",
                    "              examples:\n                a-cat: { value: { name: Tom, age: 3 } }\n",
                    "",
                    36,
                    "The body in application/json has no example."),
            change(
                    "example-valid",
                    "age: 3",
                    "age: -3",
                    39,
                    "The example does not match its schema at /age: expected a number not below 0, received -3."),
            change(
                    "example-member-declared",
                    "age: 3",
                    "agee: 3",
                    39,
                    "The example's member /agee is not declared by its schema."),
            change(
                    "schema-description",
                    "      description: An animal that is for sale.\n",
                    "",
                    46,
                    "The schema Pet has no description."),
            change(
                    "schema-example-valid",
                    "example: Tom",
                    "example: \"\"",
                    51,
                    "The schema's example does not match its schema: expected at least 1 character, received 0 characters."),
            change(
                    "default-valid",
                    "default: any",
                    "default: all",
                    31,
                    "The default does not match its schema: expected one of \"any\", \"cat\", \"dog\", received \"all\"."),
            change(
                    "enum-value-valid",
                    "enum: [any,",
                    "enum: [any, 5,",
                    30,
                    "A value of the enum does not match its schema: expected a string, received 5."),
            change(
                    "required-declared",
                    "required: [name]",
                    "required: [name, colour]",
                    49,
                    "\"colour\" is required but not declared."),
            change(
                    "schema-bounds",
                    "minimum: 0",
                    "minimum: 5\n          maximum: 4",
                    54,
                    "No value matches: minimum 5 and maximum 4."),
            change(
                    "schema-endless",
                    "required: [name]",
                    "required: [mother]",
                    46,
                    "No value matches: each would have to hold another one, without end."),
            change(
                    "schema-one-way",
                    "minLength: 1,",
                    "readOnly: true, writeOnly: true, minLength: 1,",
                    51,
                    "A member that is readOnly and writeOnly travels neither way."),
            change(
                    "schema-value-twice",
                    "enum: [any, cat,",
                    "enum: [any, cat, any,",
                    30,
                    "\"any\" stands twice in \"enum\"."),
            change(
                    "schema-format",
                    "minLength: 1,",
                    "format: emial, minLength: 1,",
                    51,
                    "The format \"emial\" is none that OpenAPI's registry knows; did you mean \"email\"?"),
            change(
                    "schema-items",
                    "minLength: 1, example: Tom",
                    "minLength: 1, example: Tom }\n        tags: { type: array",
                    52,
                    "A list has no \"items\"."),
            change(
                    "schema-keyword-idle",
                    "minimum: 0",
                    "minLength: 0",
                    54,
                    "\"minLength\" says nothing about a value of type integer."),
            change(
                    "discriminator-mapping",
                    "      required: [name]",
                    "      discriminator: { propertyName: name, mapping: { cat: Pte } }\n      required: [name]",
                    49,
                    "There is no schema Pte; did you mean \"Pet\"?"),
            change(
                    "discriminator-word",
                    "type: object\n      required: [name]\n      properties:\n        name: { type: string,",
                    "discriminator: { propertyName: name, mapping: { cat: Pet } }\n      properties:\n        name: { enum: [Tom],",
                    48,
                    "The word \"cat\" leads to Pet, whose \"name\" is never that."),
            change(
                    "discriminator-member",
                    "      required: [name]",
                    "      discriminator: { propertyName: kind }\n      required: [name]",
                    49,
                    "The discriminator \"kind\" is no member of the schemas it tells apart."),
            change(
                    "discriminator-required",
                    "      required: [name]",
                    "      discriminator: { propertyName: age }\n      required: [name]",
                    49,
                    "The discriminator \"age\" may be left out; nothing tells the schemas apart then."),
            change(
                    "component-unused",
                    "  schemas:\n",
                    "  schemas:\n    Cat: { description: A pet. }\n",
                    46,
                    "Nothing refers to the component Cat."),
            change(
                    "reference-siblings",
                    "mother: { $ref:",
                    "mother: { nullable: true, $ref:",
                    55,
                    "What stands beside this $ref does not count in OpenAPI 3.0: nullable."));

    /** A change of the clean document, and the one finding it leads to. */
    private record Change(String rule, String old, String other, int line, String message) {

        @Override
        public String toString() {
            return rule;
        }
    }

    private static Change change(String rule, String old, String other, int line, String message) {
        return new Change(rule, old, other, line, message);
    }

    private static List<Finding> findings(Path document) {
        return Lint.report(new ContractReader(Access.SAME_ORIGIN).readWritten(document.toString()), "pets")
                .findings();
    }

    @Test
    void findsNothingInACleanDocument() {
        assertThat(findings(CLEAN)).isEmpty();
    }

    @Test
    void everyRuleHasItsChange() {
        assertThat(CHANGES.stream().map(Change::rule))
                .containsExactlyElementsOf(Rules.ALL.stream().map(Rule::id).toList());
    }

    @ParameterizedTest
    @FieldSource("CHANGES")
    void findsWhatBreaksTheRule(Change change, @TempDir Path folder) throws IOException {
        String clean = Files.readString(CLEAN);
        Path changed = folder.resolve("pets.yaml");
        Files.writeString(changed, clean.replace(change.old(), change.other()));

        assertThat(clean).containsOnlyOnce(change.old());
        assertThat(findings(changed))
                .filteredOn(finding -> finding.id().equals(change.rule()))
                .extracting(Finding::message, RulesTest::lines)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(change.message(), List.of(change.line())));
    }

    private static List<Integer> lines(Finding finding) {
        return finding.locations().stream().map(Location::line).toList();
    }
}
