package io.platformapi.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.schema.Schema;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every place of a value is broken, by every schema that speaks of it. */
class FlawsTest {

    private static List<String> flaws(String schema, String value) {
        Schema declared = Documents.schema(schema);
        JsonNode valid = Documents.json(value);
        assertThat(declared.faults(valid)).isEmpty();
        return Flaws.of(declared, valid, Sampler.ofRequests(Whim.sparing(new Random(1)))).stream()
                .map(flaw -> flaw.pointer() + " " + flaw.rule() + " " + flaw.value())
                .toList();
    }

    @Test
    void breaksEveryItemOfAList() {
        assertThat(flaws("{type: array, items: {type: integer, minimum: 1}}", "[5,6,7]"))
                .containsExactly(
                        " type \"x\"",
                        "/0 type [\"x\",6,7]",
                        "/0 minimum [0,6,7]",
                        "/1 type [5,\"x\",7]",
                        "/1 minimum [5,0,7]",
                        "/2 type [5,6,\"x\"]",
                        "/2 minimum [5,6,0]");
    }

    @Test
    void breaksMembersOfItemsOfMembers() {
        assertThat(flaws("""
                                type: object
                                properties:
                                  lines:
                                    type: array
                                    items:
                                      type: object
                                      required: [n]
                                      properties: {n: {type: array, items: {type: integer, maximum: 9}}}
                                """, "{\"lines\":[{\"n\":[1]},{\"n\":[2,3]}]}"))
                .contains(
                        "/lines/1/n required {\"lines\":[{\"n\":[1]},{}]}",
                        "/lines/0/n/0 maximum {\"lines\":[{\"n\":[10]},{\"n\":[2,3]}]}",
                        "/lines/1/n/1 maximum {\"lines\":[{\"n\":[1]},{\"n\":[2,10]}]}");
    }

    @Test
    void breaksListsInLists() {
        assertThat(flaws("{type: array, items: {type: array, items: {type: boolean}}}", "[[true],[false,true]]"))
                .contains("/1/1 type [[true],[false,\"x\"]]");
    }

    @Test
    void breaksThePlacesOfATupleAndWhatComesBehind() {
        assertThat(flaws("{type: array, prefixItems: [{type: integer}, {enum: [a]}], items: false}", "[1,\"a\"]"))
                .contains("/0 type [\"x\",\"a\"]", "/1 enum [1,\"not-one-of-these\"]", "/2 items [1,\"a\",1]");
    }

    @Test
    void breaksTheValuesOfAMap() {
        assertThat(flaws("{type: object, additionalProperties: {type: integer}}", "{\"a\":1,\"b\":2}"))
                .contains("/a type {\"a\":\"x\",\"b\":2}", "/b type {\"a\":1,\"b\":\"x\"}");
        assertThat(flaws("""
                                type: object
                                patternProperties: {'^x-': {type: integer}}
                                additionalProperties: {type: boolean}
                                """, "{\"x-a\":1,\"b\":true}"))
                .contains("/x-a type {\"x-a\":\"x\",\"b\":true}", "/b type {\"x-a\":1,\"b\":\"x\"}");
    }

    @Test
    void breaksByEveryPartOfAllOf() {
        assertThat(flaws("""
                                allOf:
                                  - {type: object, required: [a], properties: {a: {type: string, maxLength: 3}}}
                                  - {properties: {a: {minLength: 1}}}
                                required: [b]
                                properties: {b: {type: integer}}
                                """, "{\"a\":\"x\",\"b\":1}"))
                .contains(
                        "/a required {\"b\":1}",
                        "/b required {\"a\":\"x\"}",
                        "/a maxLength {\"a\":\"xxxx\",\"b\":1}",
                        "/a minLength {\"a\":\"\",\"b\":1}");
    }

    @Test
    void breaksByTheAlternativesOfAUnion() {
        assertThat(flaws("""
                                oneOf:
                                  - {type: object, required: [cat], properties: {cat: {type: integer}}}
                                  - {type: object, required: [dog], properties: {dog: {type: boolean}}}
                                """, "{\"dog\":true}")).contains("/dog required {}", "/dog type {\"dog\":\"x\"}");
    }

    @Test
    void breaksOptionalMembersThatTheValueHasNot() {
        assertThat(flaws("""
                                type: object
                                properties:
                                  size: {type: integer, maximum: 3}
                                  owner: {type: object, properties: {age: {type: integer}}}
                                """, "{}"))
                .contains("/size type {\"size\":\"x\"}", "/size maximum {\"size\":4}")
                .anyMatch(flaw -> flaw.startsWith("/owner/age type "));
    }

    @Test
    void breaksThatAMemberAsksForAnother() {
        assertThat(flaws("{type: object, dependentRequired: {card: [name]}}", "{\"card\":1,\"name\":2}"))
                .contains("/name dependentRequired {\"card\":1}");
    }

    @Test
    void breaksTheNumberOfMembers() {
        assertThat(flaws("{type: object, minProperties: 2, maxProperties: 2}", "{\"a\":1,\"b\":2}"))
                .contains(" minProperties {\"a\":1}", " maxProperties {\"a\":1,\"b\":2,\"qa\":\"x\"}");
    }

    /** A server that does not look at one rule refuses what breaks another as well, and is not found. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{type: integer, enum: [1, 2, 3]} | 2 | enum | 0",
                "{type: boolean, enum: [true]} | true | enum | false",
                "{type: integer, const: 7} | 7 | const | 8",
                "{type: integer, minimum: 10, multipleOf: 5} | 15 | minimum | 5",
                "{type: integer, maximum: 20, multipleOf: 5} | 15 | maximum | 25",
                "{type: integer, minimum: 10, multipleOf: 5} | 15 | multipleOf | 16",
                "{type: number, minimum: 1450, multipleOf: 0.5} | 1500 | multipleOf | 1500.25",
                "{type: string, minLength: 2, pattern: '^[a-z]*$'} | abc | minLength | a",
                "{type: string, maxLength: 3, pattern: '^[A-Z]+$'} | AB | maxLength | ABAB",
                "{type: string, pattern: '^[0-9]{3}$', minLength: 3, maxLength: 3} | 123 | pattern | ~ ~",
                "{type: array, maxItems: 2, uniqueItems: true, items: {type: integer, minimum: 0}} | [5] | uniqueItems | [5,5]",
                "{type: array, maxItems: 2, uniqueItems: true, items: {type: boolean}} | [true,false] | uniqueItems | [false,false]",
                "{type: array, uniqueItems: true, items: {enum: [a, b]}} | [] | uniqueItems | [\"a\",\"a\"]",
                "{type: array, contains: {const: 1}, items: {type: integer}, minItems: 1} | [1, 2] | contains | [2]",
                "{type: object, propertyNames: {maxLength: 2}, additionalProperties: {const: 1}} | {\"a\": 1} | propertyNames | {\"a\":1,\"aaa\":1}",
                "{type: object, maxProperties: 1, propertyNames: {maxLength: 2}, additionalProperties: {const: 1}} | {\"a\": 1} | maxProperties | {\"a\":1,\"qa\":1}",
            })
    void breaksOneRuleAndNoOther(String schema, String valid, String rule, String wrong) {
        String value = schema.contains("string") ? "\"" + valid + "\"" : valid;
        String broken = schema.contains("string") ? "\"" + wrong + "\"" : wrong;

        assertThat(flaws(schema, value)).contains(" " + rule + " " + broken);
    }

    @Test
    void growsAListByItemsThatAreRight() {
        Schema schema = Documents.schema(
                "{type: array, maxItems: 3, uniqueItems: true, items: {type: string, pattern: '^[a-z]+$'}}");
        JsonNode wrong = WrongValues.of(schema, Documents.json("[\"a\"]")).get("maxItems");

        assertThat(schema.faults(wrong)).extracting(fault -> fault.rule()).containsExactly("maxItems");
    }

    @Test
    void leavesMembersAloneThatOnlyAnswersHave() {
        assertThat(flaws("""
                                type: object
                                required: [id, name]
                                properties:
                                  id: {type: integer, readOnly: true}
                                  at: {$ref: '#/components/schemas/It/$defs/At'}
                                  name: {type: string}
                                  lines: {type: array, items: {allOf: [{properties: {n: {readOnly: true, type: integer}}}]}}
                                $defs: {At: {type: string, format: date-time, readOnly: true}}
                                """, "{\"id\":1,\"name\":\"a\",\"lines\":[{\"n\":1}]}"))
                .noneMatch(flaw -> flaw.matches("/(id|at|lines/0/n)( |/).*"))
                .contains("/name required {\"id\":1,\"lines\":[{\"n\":1}]}");
    }

    @Test
    void comesToAnEndWhereASchemaComesBackToItself() {
        assertThat(flaws("""
                                type: object
                                properties: {a: {$ref: '#/components/schemas/It'}, b: {$ref: '#/components/schemas/It'}}
                                """, "{}")).hasSizeLessThan(100);
    }
}
