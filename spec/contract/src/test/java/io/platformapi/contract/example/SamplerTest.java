package io.platformapi.contract.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values made up from schemas. */
class SamplerTest {

    private static Schema schema(String yaml) {
        String document = "openapi: 3.1.1\ninfo: { title: t, version: 1.0.0 }\npaths: {}\ncomponents:\n  schemas:\n"
                + yaml.indent(4);
        return new ContractReader(Access.SAME_ORIGIN)
                .read(document, URI.create("file:///t.yaml"), "t.yaml")
                .schema("Sampled")
                .orElseThrow();
    }

    @Test
    void givesAMemberWhatEachPartOfAllOfAsksOfIt() {
        Schema file = schema("""
                Sampled:
                  allOf:
                    - type: object
                      properties:
                        link: { type: object, required: [url], properties: { url: { type: string } } }
                    - type: object
                      properties:
                        link: { type: object, required: [access], properties: { access: { enum: [open] } } }
                """);

        JsonNode value = Sampler.ofAnswers(Whim.FIRST).sample(file);

        assertThat(file.faults(value)).isEmpty();
        assertThat(value.path("link").properties())
                .extracting(member -> member.getKey())
                .containsExactlyInAnyOrder("url", "access");
    }

    @Test
    void givesATextThatIsJsonAValueOfTheSchemaOfItsContent() {
        Schema event = schema("""
                Sampled:
                  type: object
                  properties:
                    data:
                      type: string
                      contentMediaType: application/json
                      contentSchema: { type: object, required: [text], properties: { text: { type: string } } }
                    any: { type: string, contentMediaType: application/problem+json }
                    short: { type: string, maxLength: 1, contentMediaType: application/json }
                    coded: { type: string, contentEncoding: base64, contentMediaType: application/json }
                    other: { type: string, contentMediaType: text/html }
                """);

        assertThat(Sampler.ofAnswers(Whim.FIRST).sample(event).toString())
                .isEqualTo("{\"data\":\"{\\\"text\\\":\\\"string\\\"}\",\"any\":\"{}\",\"short\":\"s\","
                        + "\"coded\":\"string\",\"other\":\"string\"}");
    }

    @Test
    void givesARequiredMemberThatIsNotDeclared() {
        Schema link = schema("""
                Sampled: { type: object, required: [url, accessed], properties: { url: { type: string } } }
                """);

        JsonNode value = Sampler.ofAnswers(Whim.FIRST).sample(link);

        assertThat(link.faults(value)).isEmpty();
        assertThat(value.has("accessed")).isTrue();
    }

    @Test
    void leavesOutAMemberWhoseOnlyVariantIsBeingMade() {
        Schema failure = schema("""
                Sampled:
                  type: object
                  required: [type]
                  properties:
                    type: { enum: [card_error] }
                    intent:
                      type: object
                      properties: { last: { anyOf: [{ $ref: '#/components/schemas/Sampled' }] } }
                """);

        JsonNode value = Sampler.ofAnswers(Whim.FIRST).sample(failure);

        assertThat(failure.faults(value)).isEmpty();
        assertThat(value.toString()).isEqualTo("{\"type\":\"card_error\",\"intent\":{}}");
    }

    @Test
    void takesAVariantThatIsNotBeingMade() {
        Schema tree = schema("""
                Sampled:
                  type: object
                  required: [name, next]
                  properties:
                    name: { enum: [a] }
                    next: { oneOf: [{ $ref: '#/components/schemas/Sampled' }, { type: integer }] }
                """);

        assertThat(Sampler.ofAnswers(Whim.FIRST).sample(tree).toString()).isEqualTo("{\"name\":\"a\",\"next\":0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- "})
    void takesAVariantThatIsNoOther(String partOfAllOf) {
        Schema source =
                schema((partOfAllOf.isEmpty() ? "Sampled:\n" : "Sampled:\n  allOf:\n") + (partOfAllOf + """
                oneOf:
                    - { type: object, required: [login], properties: { login: { type: string } } }
                    - { type: object, additionalProperties: true }
                """).indent(4));

        JsonNode value = Sampler.ofAnswers(Whim.FIRST).sample(source);

        assertThat(source.faults(value)).isEmpty();
    }

    /** Schemas that no list of members tells, and those that several of them make together. */
    private static final String[] KINDS = {
        "{type: array, prefixItems: [{type: integer}, {type: string}], items: false, minItems: 2}",
        "{type: array, prefixItems: [{type: integer}], items: {type: boolean}, minItems: 4}",
        "{type: array, uniqueItems: true, minItems: 2, items: {type: boolean}}",
        "{type: array, uniqueItems: true, minItems: 3, items: {type: integer, maximum: 2, minimum: 0}}",
        "{type: array, uniqueItems: true, minItems: 3, items: {enum: [a, b, c]}}",
        "{type: array, uniqueItems: true, minItems: 3, items: {type: object, required: [n], properties: {n: {type: integer}}}}",
        "{type: array, items: {type: string}, contains: {const: x}, maxItems: 2}",
        "{type: array, minItems: 3, contains: {type: integer, minimum: 7}, minContains: 2}",
        "{type: object, additionalProperties: {type: string}, minProperties: 2}",
        "{type: object, minProperties: 3}",
        "{type: object, minProperties: 2, properties: {a: {type: integer}, b: {type: integer}}}",
        "{type: object, maxProperties: 1, properties: {a: {type: integer}, b: {type: integer}}}",
        "{type: object, maxProperties: 1, required: [b], properties: {a: {type: integer}, b: {type: integer}}}",
        "{type: object, minProperties: 2, patternProperties: {'^x-[a-z]{3,9}$': {type: integer}}, additionalProperties: false}",
        "{type: object, minProperties: 2, additionalProperties: {type: integer}, propertyNames: {enum: [de, en, fr]}}",
        "{type: object, minProperties: 2, additionalProperties: {type: integer}, propertyNames: {pattern: '^[a-z]{2,9}$'}}",
        "{type: object, required: [x-a], patternProperties: {'^x-': {type: integer}}}",
        "{type: object, required: [k], additionalProperties: {type: integer}}",
        "{type: object, properties: {card: {type: string}, name: {type: string}}, dependentRequired: {card: [name, pin]}}",
        "{type: object, required: [a], properties: {a: {type: integer}}, oneOf: [{required: [b], properties: {b: {type: string}}}, {required: [c], properties: {c: {type: string}}}]}",
        "{type: object, properties: {a: {type: integer}, b: {type: integer}}, oneOf: [{required: [a]}, {required: [b]}]}",
        "{type: object, properties: {a: {type: integer}, b: {type: integer}}, anyOf: [{required: [a]}, {required: [b]}]}",
        "{oneOf: [{required: [a], properties: {a: {type: integer}}}, {required: [b], properties: {b: {type: integer}}}], anyOf: [{required: [c]}, {required: [d]}]}",
        "{allOf: [{oneOf: [{required: [a]}, {required: [b]}]}, {anyOf: [{required: [c]}, {required: [d]}]}, {type: object, required: [e]}]}",
        "{allOf: [{type: object, required: [a], properties: {a: {type: string}}}, {properties: {a: {enum: [x, y]}}}]}",
        "{allOf: [{type: object, required: [a], properties: {a: {type: string, minLength: 3}}}, {properties: {a: {maxLength: 4}}}]}",
        "{allOf: [{type: integer, minimum: 1}, {minimum: 5}, {maximum: 9}, {multipleOf: 2}, {multipleOf: 3}]}",
        "{allOf: [{type: [string, integer]}, {type: [integer, boolean]}]}",
        "{allOf: [{type: number}, {type: integer, exclusiveMinimum: 3.5, exclusiveMaximum: 5}]}",
        "{allOf: [{enum: [a, b]}, {enum: [b, c]}]}",
        "{type: object, anyOf: [{type: string}, {required: [a], properties: {a: {type: integer}}}]}",
        "{oneOf: [{enum: [a]}, {enum: [b]}]}",
        "{oneOf: [{type: integer, minimum: 10}, {type: integer, maximum: 20, minimum: 0}]}",
        "{type: object, required: [kind], properties: {kind: {type: string}}, oneOf: [{properties: {kind: {const: cat}, lives: {type: integer}}, required: [lives]}, {properties: {kind: {const: dog}}}]}",
        "{type: string, format: date, pattern: '^2026-'}",
        "{type: string, minLength: 8, maxLength: 8}",
        "{type: string, minLength: 40}",
        "{type: object, required: [id, name], properties: {id: {type: integer, readOnly: true}, name: {type: string}, key: {type: string, writeOnly: true}}}",
        "{type: object, minProperties: 2, additionalProperties: false, properties: {id: {type: integer, readOnly: true}, key: {type: integer, writeOnly: true}}}",
        "{type: object, required: [next], properties: {next: {anyOf: [{$ref: '#/components/schemas/Sampled'}, {type: 'null'}]}}}",
        "{type: object, required: [next], properties: {next: {oneOf: [{$ref: '#/components/schemas/Sampled'}, {type: object, required: [end], properties: {end: {type: boolean}}}]}}}",
        "{type: object, required: [all], properties: {all: {type: array, items: {$ref: '#/components/schemas/Sampled'}}}}",
        "{type: [object, 'null'], required: [next], properties: {next: {$ref: '#/components/schemas/Sampled'}}}",
        "{type: object, additionalProperties: {$ref: '#/components/schemas/Sampled'}}",
        "{type: array, prefixItems: [{type: string}, {oneOf: [{$ref: '#/components/schemas/Sampled'}, {type: integer}]}], minItems: 2, items: false}"
    };

    @ParameterizedTest
    @FieldSource("KINDS")
    void makesWhatRequestsAndAnswersMayCarry(String kind) {
        Schema schema = schema("Sampled: " + kind);

        assertThat(OneWay.WRITE_ONLY.faults(
                        schema, Sampler.ofAnswers(Whim.FIRST).sample(schema)))
                .isEmpty();
        for (int seed = 0; seed < 30; seed++) {
            JsonNode answer = Sampler.ofAnswers(Whim.seeded(seed)).sample(schema);
            assertThat(OneWay.WRITE_ONLY.faults(schema, answer))
                    .as("%s", answer)
                    .isEmpty();
            assertThat(Sampler.ofRequests(Whim.sparing(new Random(seed))).valid(schema))
                    .hasValueSatisfying(value -> assertThat(OneWay.READ_ONLY.faults(schema, value))
                            .as("%s", value)
                            .isEmpty());
        }
    }

    @Test
    void leavesOutWhatDoesNotTravelTheValuesWay() {
        Schema pet = schema("""
                Sampled:
                  type: object
                  required: [id, name, key]
                  properties:
                    id: {type: integer, readOnly: true}
                    name: {type: string}
                    key: {type: string, writeOnly: true}
                    owner: {allOf: [{type: object, properties: {since: {type: integer}}}], readOnly: true}
                """);

        assertThat(Sampler.ofRequests(Whim.FIRST).sample(pet).toString())
                .isEqualTo("{\"name\":\"string\",\"key\":\"string\"}");
        assertThat(Sampler.ofAnswers(Whim.FIRST).sample(pet).toString())
                .isEqualTo("{\"id\":0,\"name\":\"string\",\"owner\":{\"since\":0}}");
    }

    @Test
    void sparesWhatIsOptionalAsOftenAsNot() {
        Schema pair = schema("Sampled: {type: object, required: [a], properties: {a: {enum: [1]}, b: {enum: [2]}}}");
        Sampler sampler = Sampler.ofRequests(Whim.sparing(new Random(1)));

        assertThat(Stream.generate(() -> sampler.sample(pair).toString()).limit(20))
                .containsOnly("{\"a\":1}", "{\"a\":1,\"b\":2}");
    }

    @Test
    void hasNothingToGiveForWhatNoFiniteValueSatisfies() {
        Schema endless = schema(
                "Sampled: {type: object, required: [next], properties: {next: {$ref: '#/components/schemas/Sampled'}}}");

        assertThat(Sampler.ofRequests(Whim.sparing(new Random(1))).valid(endless))
                .isEmpty();
    }

    /** Whose children the document tells by a discriminator, with and without a mapping. */
    private static final String PETS = """
            Pet:
              type: object
              required: [kind]
              properties: { kind: { type: string, example: any } }
              discriminator: { propertyName: kind, mapping: { meow: '#/components/schemas/Cat' } }
            Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { required: [hunts], properties: { hunts: { const: true } } }] }
            Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { required: [pack], properties: { pack: { const: 3 } } }] }
            Bird: { type: object, required: [kind], properties: { kind: { enum: [owl] } } }
            Fish: { type: object, required: [kind], properties: { kind: { type: string } } }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $ref: '#/components/schemas/Cat' | {"kind":"meow","hunts":true}
            $ref: '#/components/schemas/Dog' | {"kind":"Dog","pack":3}
            $ref: '#/components/schemas/Pet' | {"kind":"meow","hunts":true}
            oneOf: [$ref: '#/components/schemas/Dog', $ref: '#/components/schemas/Cat'] | {"kind":"Dog","pack":3}
            anyOf: [$ref: '#/components/schemas/Fish'], discriminator: {propertyName: kind} | {"kind":"Fish"}
            oneOf: [$ref: '#/components/schemas/Fish'], discriminator: {propertyName: kind, mapping: {wet: Fish}} | {"kind":"wet"}
            oneOf: [$ref: '#/components/schemas/Bird'], discriminator: {propertyName: kind} | {"kind":"owl"}
            """)
    void tellsTheKindOfAnObjectAsItsDiscriminatorDoes(String sampled, String value) {
        Schema schema = schema("Sampled: { "
                + sampled.replace("[$", "[{$").replace(", $", "}, {$").replace("']", "'}]") + " }\n" + PETS);

        assertThat(Sampler.ofAnswers(Whim.FIRST).sample(schema)).hasToString(value);
    }

    @Test
    void leavesOutKindsThatAreNotThere() {
        Schema schema = schema("""
                Sampled:
                  type: object
                  required: [kind]
                  discriminator: { propertyName: kind, mapping: { a: '#/components/schemas/Gone', b: Gone, c: 'file:///gone.yaml' } }
                """);

        assertThat(Sampler.ofAnswers(Whim.FIRST).sample(schema)).hasToString("{\"kind\":\"Sampled\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ type: object, minProperties: 3, propertyNames: { pattern: '^x-' }, additionalProperties: { type: integer } }",
                "{ type: object, minProperties: 3, patternProperties: { ^s_: { type: string } }, additionalProperties: false }",
                "{ type: object, minProperties: 3, propertyNames: { pattern: '^[a-z]+$' } }",
                "{ type: object, minProperties: 3, propertyNames: { enum: [a, b, c] } }"
            })
    void findsAsManyNamesAsAreAskedForThoughAPatternLeavesLittleChoice(String written) {
        Schema schema = schema("Sampled: " + written + "\n");

        for (Whim whim : new Whim[] {Whim.FIRST, Whim.seeded(1), Whim.seeded(2)}) {
            JsonNode value = Sampler.ofAnswers(whim).sample(schema);
            assertThat(schema.faults(value)).as(value.toString()).isEmpty();
        }
    }
}
