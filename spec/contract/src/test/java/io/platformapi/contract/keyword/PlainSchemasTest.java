package io.platformapi.contract.keyword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Warning;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reader makes of schemas that nobody can read as they are written. */
class PlainSchemasTest {

    private static Contract read(String version, String schemas) {
        String text = "openapi: " + version + "\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
                + schemas.indent(4);
        return new ContractReader(Access.SAME_ORIGIN).read(text, URI.create("file:///s.yaml"), "s.yaml");
    }

    private static List<String> warnings(Contract contract) {
        return contract.warnings().stream().map(Warning::toString).toList();
    }

    private static List<String> faults(Contract contract, String schema, String json) {
        return contract.schema(schema).orElseThrow().faults(tree(json)).stream()
                .map(Fault::rule)
                .toList();
    }

    private static JsonNode tree(String json) {
        try {
            return new Json().read(json.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedBody e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            3.1.0 | exclusiveMinimum: true | "exclusiveMinimum" takes a number; true is passed over, as if the keyword were not there; leave it out
            3.1.0 | minimum: 3, exclusiveMinimum: true | "exclusiveMinimum" takes a number; true is passed over, as if the keyword were not there; write exclusiveMinimum: 3 in place of it and minimum
            3.1.0 | maximum: 3, exclusiveMaximum: false | "exclusiveMaximum" takes a number; false is passed over, as if the keyword were not there; leave it out
            3.0.3 | exclusiveMinimum: 5 | "exclusiveMinimum" takes true or false; 5 is passed over, as if the keyword were not there; write minimum: 5 and exclusiveMinimum: true
            3.0.3 | minimum: null | "minimum" takes a number; null is passed over, as if the keyword were not there
            3.1.0 | minimum: '3' | "minimum" takes a number; "3" is passed over, as if the keyword were not there; write minimum: 3
            3.1.0 | multipleOf: 0 | "multipleOf" takes a number above 0; 0 is passed over, as if the keyword were not there
            3.0.3 | multipleOf: -2 | "multipleOf" takes a number above 0; -2 is passed over, as if the keyword were not there
            3.1.0 | minLength: -1 | "minLength" takes a whole number from 0; -1 is passed over, as if the keyword were not there
            3.1.0 | maxItems: 2.5 | "maxItems" takes a whole number from 0; 2.5 is passed over, as if the keyword were not there
            3.0.3 | maxProperties: many | "maxProperties" takes a whole number from 0; "many" is passed over, as if the keyword were not there
            3.1.0 | uniqueItems: 'true' | "uniqueItems" takes true or false; "true" is passed over, as if the keyword were not there; write uniqueItems: true
            3.0.3 | nullable: 1 | "nullable" takes true or false; 1 is passed over, as if the keyword were not there
            3.1.0 | type: integr | "type" takes object, array, string, integer, number, boolean or null; "integr" is passed over, as if the keyword were not there; did you mean "integer"?
            3.1.0 | type: [] | "type" takes object, array, string, integer, number, boolean or null; [] is passed over, as if the keyword were not there
            3.1.0 | type: [string, text] | "type" takes object, array, string, integer, number, boolean or null; ["string","text"] is passed over, as if the keyword were not there
            3.0.3 | enum: x | "enum" takes a list; "x" is passed over, as if the keyword were not there; write enum: [x]
            3.0.3 | enum: null | "enum" takes a list; null is passed over, as if the keyword were not there
            3.1.0 | required: name | "required" takes a list of names; "name" is passed over, as if the keyword were not there; write required: [name]
            3.0.3 | required: true | "required" takes a list of names; true is passed over, as if the keyword were not there; list the member's name in the "required" of its object
            3.1.0 | required: [a, 3] | "required" takes a list of names; ["a",3] is passed over, as if the keyword were not there
            3.1.0 | format: 3 | "format" takes a text; 3 is passed over, as if the keyword were not there
            3.1.0 | pattern: '(((' | "pattern" takes a regular expression; "(((" is passed over, as if the keyword were not there; it has a ( without its )
            3.0.3 | pattern: '(?i)abc' | "pattern" takes a regular expression; "(?i)abc" is passed over, as if the keyword were not there; it has a group of a kind that ECMA-262 does not have, such as (?i)
            3.1.0 | pattern: '(?<=a+)b' | "pattern" takes a regular expression; "(?<=a+)b" is passed over, as if the keyword were not there; it has a lookbehind at a text of any length
            3.1.0 | pattern: '^(a)?\\1$' | "pattern" takes a regular expression; "^(a)?\\\\1$" is passed over, as if the keyword were not there; it has a back reference to a group that may not have matched yet
            3.1.0 | pattern: '^\\p{Lettre}+$' | "pattern" takes a regular expression; "^\\\\p{Lettre}+$" is passed over, as if the keyword were not there; it has \\p{Lettre} without the u flag (read with the u flag: the property Lettre, which is not known here)
            3.1.0 | pattern: '^\\p{L}\\-$' | "pattern" takes a regular expression; "^\\\\p{L}\\\\-$" is passed over, as if the keyword were not there; it has \\p{L} without the u flag (read with the u flag: the escape \\-)
            3.1.0 | pattern: 'a{99999999999}' | "pattern" takes a regular expression; "a{99999999999}" is passed over, as if the keyword were not there; it has a quantifier above 2147483647
            3.0.3 | pattern: 3 | "pattern" takes a regular expression; 3 is passed over, as if the keyword were not there
            3.1.0 | items: [{type: string}] | "items" takes a schema; [{"type":"string"}] is passed over, as if the keyword were not there; a schema for each item is written as prefixItems
            3.0.3 | items: null | "items" takes a schema; null is passed over, as if the keyword were not there
            3.1.0 | additionalProperties: 'false' | "additionalProperties" takes a schema; "false" is passed over, as if the keyword were not there; write additionalProperties: false
            3.1.0 | not: 3 | "not" takes a schema; 3 is passed over, as if the keyword were not there
            3.1.0 | if: null, then: {minimum: 3} | "if" takes a schema; null is passed over, as if the keyword were not there
            3.0.3 | allOf: {type: string} | "allOf" takes a list of schemas; {"type":"string"} is passed over, as if the keyword were not there; put a list around it
            3.1.0 | anyOf: [] | "anyOf" takes a list of schemas; [] is passed over, as if the keyword were not there
            3.1.0 | oneOf: [{type: string}, null] | "oneOf" takes a list of schemas; [{"type":"string"},null] is passed over, as if the keyword were not there
            3.1.0 | prefixItems: {type: string} | "prefixItems" takes a list of schemas; {"type":"string"} is passed over, as if the keyword were not there; put a list around it
            3.1.0 | properties: [a] | "properties" takes schemas by name; ["a"] is passed over, as if the keyword were not there
            3.1.0 | dependentRequired: {a: b} | "dependentRequired" takes lists of names by name; {"a":"b"} is passed over, as if the keyword were not there
            3.1.0 | contentMediaType: 3 | "contentMediaType" takes a text; 3 is passed over, as if the keyword were not there
            3.0.3 | discriminator: kind | "discriminator" takes an object; "kind" is passed over, as if the keyword were not there
            3.0.3 | xml: [a] | "xml" takes an object; ["a"] is passed over, as if the keyword were not there
            3.0.3 | $ref: 3 | "$ref" takes a text; 3 is passed over, as if the keyword were not there
            3.1.0 | $id: 'a b' | "$id" takes an address; "a b" is passed over, as if the keyword were not there
            3.1.0 | $schema: 4 | "$schema" takes an address; 4 is passed over, as if the keyword were not there
            """)
    void passesOverAnArgumentThatIsNone(String version, String keywords, String message) {
        Contract contract = read(version, "A: {" + keywords + "}");

        String keyword = message.substring(1, message.indexOf('"', 1));
        assertThat(warnings(contract)).containsExactly("s.yaml:6 /components/schemas/A/" + keyword + ": " + message);
        for (String any : List.of("null", "7", "\"abc\"", "{\"a\":1}", "[1,1]")) {
            assertThat(faults(contract, "A", any)).doesNotContain(keyword);
        }
        assertThat(contract.schema("A").orElseThrow().node().json().has(keyword))
                .isFalse();
        Sampler.ofAnswers(Whim.seeded(1)).sample(contract.schema("A").orElseThrow());
    }

    @Test
    void keepsTheOtherKeywordsOfTheSchema() {
        Contract contract = read("3.1.0", "A: {type: number, minimum: 0, exclusiveMinimum: true, maximum: 9}");

        assertThat(faults(contract, "A", "0")).isEmpty();
        assertThat(faults(contract, "A", "-1")).containsExactly("minimum");
        assertThat(faults(contract, "A", "10")).containsExactly("maximum");
    }

    @Test
    void readsWhatIsNoSchemaAsOneThatTakesEveryValue() {
        Contract contract = read("3.1.0", """
                A: {properties: {a: null, b: {type: string}}, additionalProperties: false}
                B: {allOf: [{type: object}, 3]}
                C: {prefixItems: [{type: integer}, text, {type: string}]}
                D: 'none'
                E: {patternProperties: {'^(a': {type: string}, '^b': {type: string}}}
                """);

        assertThat(warnings(contract))
                .containsExactly(
                        "s.yaml:6 /components/schemas/A/properties/a: \"a\" of properties is no schema but null; it is"
                                + " read as {}, which takes every value",
                        "s.yaml:7 /components/schemas/B/allOf/1: \"1\" of allOf is no schema but 3; it is read as {},"
                                + " which takes every value",
                        "s.yaml:8 /components/schemas/C/prefixItems/1: \"1\" of prefixItems is no schema but \"text\";"
                                + " it is read as {}, which takes every value",
                        "s.yaml:10 /components/schemas/E/patternProperties/^(a: \"patternProperties\" takes schemas by"
                                + " regular expression; \"^(a\" is none that is understood, and is passed over with its"
                                + " schema; it has a ( without its )",
                        "s.yaml:9 /components/schemas/D: \"D\" is an object in OpenAPI; what stands here is passed"
                                + " over");
        assertThat(faults(contract, "A", "{\"a\":1,\"b\":\"x\"}")).isEmpty();
        assertThat(faults(contract, "A", "{\"b\":1,\"c\":1}"))
                .containsExactlyInAnyOrder("type", "additionalProperties");
        assertThat(faults(contract, "C", "[1,2,3]")).containsExactly("type");
        assertThat(faults(contract, "E", "{\"(a\":1,\"b\":1}")).containsExactly("type");
    }

    /** A count is an int for the validator: 4294967296 was 0, and refused everything. */
    @Test
    void readsACountLargerThanAnyValueAsNoLimit() {
        Contract contract =
                read("3.1.0", "A: {maxLength: 4294967296, maxItems: 1e30, maxProperties: 9223372036854775807}");

        assertThat(warnings(contract)).isEmpty();
        assertThat(faults(contract, "A", "\"abc\"")).isEmpty();
        assertThat(faults(contract, "A", "[1]")).isEmpty();
        assertThat(faults(contract, "A", "{\"a\":1}")).isEmpty();
    }

    @Test
    void looksAtSchemasWhereverTheyStand() {
        String text = """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /a:
                    parameters: [{name: q, in: query, schema: {minimum: x}}]
                    post:
                      requestBody: {content: {text/plain: {schema: {minimum: x}}}}
                      responses:
                        default:
                          description: any
                          headers: {X-A: {schema: {minimum: x}}, X-B: {content: {text/plain: {schema: {minimum: x}}}}}
                          content: {application/json: {schema: {type: array, items: {not: {minimum: x}}}}}
                      callbacks: {c: {'{$url}': {get: {responses: {default: {description: a, content: {a/b: {schema: {minimum: x}}}}}}}}}
                webhooks: {w: {post: {requestBody: {content: {a/b: {schema: {minimum: x}}}}}}}
                components:
                  schemas: {default: {minimum: x}, example: {minimum: x, example: {minimum: x}}}
                  parameters: {P: {name: p, in: query, schema: {minimum: x}}}
                  headers: {H: {schema: {minimum: x}}}
                  pathItems: {I: {get: {parameters: [{name: p, in: query, content: {a/b: {schema: {minimum: x}}}}]}}}
                """;
        Contract contract = new ContractReader(Access.SAME_ORIGIN).read(text, URI.create("file:///s.yaml"), "s.yaml");

        assertThat(contract.warnings().stream()
                        .filter(warning -> warning.rule().equals("schema-keyword"))
                        .map(warning -> warning.place().line()))
                .containsExactlyInAnyOrder(5, 7, 11, 11, 12, 13, 14, 16, 16, 17, 18, 19);
    }

    @Test
    void passesOverAReferenceToWhatIsNoSchema() {
        Contract contract = read("3.1.0", """
                A: {$ref: '#/info/title'}
                B: {properties: {r: {$ref: '#/info'}}}
                C: {$ref: '#/components/schemas/D/enum'}
                D: {enum: [1]}
                """);

        assertThat(warnings(contract))
                .containsExactly(
                        "s.yaml:6 /components/schemas/A/$ref: this reference leads to \"T\", not to a schema; it is"
                                + " passed over, as if it were not there",
                        "s.yaml:7 /components/schemas/B/properties/r/$ref: this reference leads to an info, not to a"
                                + " schema; it is passed over, as if it were not there",
                        "s.yaml:8 /components/schemas/C/$ref: this reference leads to [1], not to a schema; it is"
                                + " passed over, as if it were not there");
        assertThat(faults(contract, "A", "{}")).isEmpty();
        assertThat(faults(contract, "B", "{\"r\":1}")).isEmpty();
    }

    @Test
    void refusesReferencesThatNeverComeToADefinition() {
        assertThatThrownBy(() -> read("3.1.0", """
                A: {$ref: '#/components/schemas/B'}
                B: {$ref: '#/components/schemas/A'}
                """))
                .hasMessage("s.yaml:6 /components/schemas/A/$ref: this $ref leads back to itself; point it at a"
                        + " definition");
    }

    @Test
    void readsASchemaInAnUnknownDialectAsTheDocumentsOwn() {
        Contract contract = read("3.1.0", "A: {$schema: 'https://example.com/mine', type: string}");

        assertThat(warnings(contract))
                .containsExactly("s.yaml:6 /components/schemas/A/$schema: schemas in the dialect"
                        + " \"https://example.com/mine\" are not understood; this one is read as"
                        + " https://json-schema.org/draft/2020-12/schema");
        assertThat(faults(contract, "A", "1")).containsExactly("type");
        assertThat(warnings(read("3.1.0", "A: {$schema: 'https://json-schema.org/draft/2020-12/schema'}")))
                .isEmpty();
    }

    @Test
    void endsWhereSchemasAskOfOneValueTheSameThingAgain() {
        Contract contract = read("3.0.3", """
                Pet:
                  type: object
                  required: [kind]
                  properties: {kind: {type: string}}
                  discriminator: {propertyName: kind}
                  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
                Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {required: [lives], properties: {lives: {type: integer}}}]}
                Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {required: [bark], properties: {bark: {type: string}}}]}
                """);

        assertThat(faults(contract, "Pet", "{\"kind\":\"Cat\",\"lives\":9}")).isEmpty();
        assertThat(faults(contract, "Cat", "{\"kind\":\"Cat\",\"lives\":9}")).isEmpty();
        assertThat(faults(contract, "Cat", "{\"kind\":\"Cat\"}")).contains("required");
        assertThat(faults(contract, "Dog", "{\"bark\":1}")).contains("required", "type");
        assertThat(contract.schema("Cat").orElseThrow().properties()).containsOnlyKeys("kind", "lives");
        Sampler.ofAnswers(Whim.seeded(1)).sample(contract.schema("Pet").orElseThrow());
    }
}
