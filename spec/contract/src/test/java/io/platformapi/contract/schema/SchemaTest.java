package io.platformapi.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    private static Schema schema(String version, String yaml) {
        String text = "openapi: " + version + "\ncomponents:\n  schemas:\n" + yaml.indent(4);
        Node document = Sources.of(text, URI.create("file:///s.yaml"), "s.yaml", Access.SAME_ORIGIN);
        Node schemas = document.member("components").member("schemas");
        return new Schemas(document).of(schemas.members().values().iterator().next());
    }

    private static List<String> faults(Schema schema, String json) {
        return schema.faults(tree(json)).stream()
                .map(fault -> fault.pointer() + " " + fault.rule() + ": " + fault.expected() + ", " + fault.received())
                .toList();
    }

    private static JsonNode tree(String json) {
        try {
            return new Json().read(json.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedBody e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void seesANullableReferenceHoweverItIsWritten() {
        for (String written : List.of(
                "A: {oneOf: [{$ref: '#/components/schemas/B'}, {type: 'null'}]}\nB: {type: object, properties: {c: {}}}",
                "A: {anyOf: [{type: 'null'}, {$ref: '#/components/schemas/B'}]}\nB: {type: object, properties: {c: {}}}",
                "A: {type: [object, 'null'], properties: {c: {}}}")) {
            Schema schema = schema("3.1.0", written);
            assertThat(schema.nullable()).as(written).isTrue();
            assertThat(schema.properties()).as(written).containsOnlyKeys("c");
        }
        Schema old = schema(
                "3.0.3",
                "A: {nullable: true, allOf: [{$ref: '#/components/schemas/B'}]}\nB: {type: object, properties: {c: {}}}");
        assertThat(old.nullable()).isTrue();
        assertThat(old.properties()).containsOnlyKeys("c");
    }

    /** Written as they are compared in JSON Schema: exactly, however large. */
    @Test
    void comparesNumbersOfEverySize() {
        Schema most = schema("3.1.0", "A: {type: integer, maximum: 50}");
        assertThat(faults(most, "50")).isEmpty();
        assertThat(faults(most, "1e300")).containsExactly(" maximum: a number not above 50, 1E+300");
        assertThat(faults(most, "9223372036854775808")).hasSize(1);

        Schema least = schema("3.0.3", "A: {type: number, minimum: 0.1, exclusiveMinimum: true}");
        assertThat(faults(least, "0.1")).hasSize(1);
        assertThat(faults(least, "0.10000000000000000000000000001")).isEmpty();

        Schema between = schema("3.1.0", "A: {exclusiveMinimum: 1e400, exclusiveMaximum: 1e402}");
        assertThat(faults(between, "1e401")).isEmpty();
        assertThat(faults(between, "1e400")).hasSize(1);
        assertThat(faults(between, "1e402")).hasSize(1);

        Schema part = schema("3.1.0", "A: {multipleOf: 1e400}");
        assertThat(faults(part, "3e400")).isEmpty();
        assertThat(faults(part, "1e399")).hasSize(1);
        assertThat(faults(schema("3.1.0", "A: {multipleOf: 0.01}"), "4.35")).isEmpty();
    }

    /** The validator speaks the language of the machine that it runs on. */
    @Test
    void tellsOfTheBranchThatWasMeantInWhateverLanguageTheValidatorSpeaks() {
        Locale own = Locale.getDefault();
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)) {
            try {
                Locale.setDefault(language);
                Schema schema = schema("3.1.0", "A: {anyOf: [{type: 'null'}, {type: boolean}]}");

                assertThat(faults(schema, "1")).containsExactly(" type: a boolean, 1");
            } finally {
                Locale.setDefault(own);
            }
        }
    }

    @Test
    void saysAtMostTwoHundredThingsOfAValue() {
        Schema schema = schema("3.1.0", "A: {type: array, items: {type: string, format: uuid}}");

        assertThat(faults(schema, "[" + "1,".repeat(198) + "1]"))
                .hasSize(199)
                .startsWith("/0 type: a string, 1")
                .endsWith("/198 type: a string, 1");
        assertThat(faults(schema, "[" + "1,".repeat(100_000) + "1]"))
                .hasSize(200)
                .startsWith("/0 type: a string, 1")
                .endsWith("/199 type: a string, 1");
    }

    @Test
    void saysAtMostTwoHundredThingsOfAUnionsBranch() {
        Schema schema =
                schema("3.1.0", "A: {oneOf: [{type: boolean}, {type: array, items: {type: string, format: uuid}}]}");

        assertThat(faults(schema, "[" + "1,".repeat(100_000) + "1]"))
                .hasSize(201)
                .startsWith(" oneOf: a value of exactly one of the documented kinds, [" + "1,".repeat(29) + "1…");
    }

    /** To write it all to show its beginning took a second for every fifty faults. */
    @Test
    void showsTheBeginningOfALongValue() {
        Schema schema = schema("3.1.0", "A: {type: array, uniqueItems: true, items: {type: string}}");

        assertThat(faults(schema, "[" + "\"é\\n\",".repeat(100) + "1]"))
                .contains("/100 type: a string, 1")
                .allMatch(fault -> fault.length() < 200);
        assertThat(faults(schema("3.1.0", "A: {type: integer}"), "[" + "\"é\",".repeat(100) + "1]"))
                .containsExactly(" type: an integer, [" + "\"é\",".repeat(14) + "\"é\"…");
    }

    @Test
    void readsAnAddressOfAnyLength() {
        Schema schema = schema("3.1.0", "A: {type: string, format: email}");

        assertThat(faults(schema, "\"a@" + "b.".repeat(100_000) + "c\"")).isEmpty();
        assertThat(faults(schema, "\"a@" + "b.".repeat(100_000) + "\"")).hasSize(1);
    }

    @Test
    void mergesAllOf() {
        Schema schema = schema("3.1.0", """
                A:
                  allOf:
                    - $ref: '#/components/schemas/Base'
                    - {type: object, required: [b], properties: {b: {type: string}}}
                Base: {type: object, required: [a], properties: {a: {type: integer}}}
                """);

        assertThat(schema.properties().keySet()).containsExactly("a", "b");
        assertThat(schema.required()).containsExactly("a", "b");
        assertThat(schema.types()).containsExactly(Type.OBJECT);
    }

    @Test
    void livesWithSchemasThatContainThemselves() {
        Schema schema = schema(
                "3.1.0",
                "Tree: {type: object, properties: {kids: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}");

        assertThat(schema.properties().get("kids").items().properties()).containsOnlyKeys("kids");
        assertThat(faults(schema, "{\"kids\":[{\"kids\":[{\"kids\":1}]}]}"))
                .containsExactly("/kids/0/kids/0/kids type: an array, 1");
    }

    @Test
    void reportsEveryFaultWithItsPlace() {
        Schema schema = schema("3.1.0", """
                A:
                  type: object
                  required: [id, name]
                  additionalProperties: false
                  properties:
                    id: {type: string, format: uuid}
                    name: {type: string, maxLength: 3}
                    tags: {type: array, maxItems: 1, items: {enum: [a, b]}}
                """);

        assertThat(faults(schema, "{\"id\":\"x\",\"tags\":[\"a\",\"c\"],\"more\":1}"))
                .containsExactlyInAnyOrder(
                        "/id format-uuid: a UUID such as 6f9619ff-8b86-4d11-b42d-00c04fc964ff, \"x\"",
                        "/name required: a value: it is required, nothing",
                        "/tags maxItems: at most 1 item, 2 items",
                        "/tags/1 enum: one of \"a\", \"b\", \"c\"",
                        "/more additionalProperties: no such member, 1");
    }

    @Test
    void namesTheFaultsOfTheBranchThatWasMeant() {
        Schema schema = schema("3.1.0", """
                A:
                  anyOf:
                    - {type: 'null'}
                    - {type: object, required: [a], properties: {a: {type: integer}}}
                    - {type: array}
                """);

        assertThat(faults(schema, "{\"a\":\"x\"}")).containsExactly("/a type: an integer, \"x\"");
    }

    @Test
    void followsThreeZero() {
        Schema schema = schema("3.0.3", "A: {type: integer, nullable: true, minimum: 3, exclusiveMinimum: true}");

        assertThat(faults(schema, "null")).isEmpty();
        assertThat(faults(schema, "4")).isEmpty();
        assertThat(faults(schema, "3")).hasSize(1);
    }

    @Test
    void assertsTheFormatsItPromises() {
        assertThat(faults(schema("3.1.0", "A: {format: email}"), "\"a@b@c\"")).hasSize(1);
        assertThat(faults(schema("3.1.0", "A: {format: date}"), "\"2026-02-30\""))
                .hasSize(1);
        assertThat(faults(schema("3.1.0", "A: {format: date-time}"), "\"2026-02-28\""))
                .hasSize(1);
        assertThat(faults(schema("3.1.0", "A: {format: uri}"), "\"/relative\"")).hasSize(1);
        assertThat(faults(schema("3.1.0", "A: {format: byte}"), "\"a$\"")).hasSize(1);
        assertThat(faults(schema("3.1.0", "A: {format: int32}"), "2147483648")).hasSize(1);
        assertThat(faults(schema("3.1.0", "A: {format: int64}"), "9223372036854775808"))
                .hasSize(1);
        assertThat(faults(schema("3.1.0", "A: {format: hostname}"), "\"no host!\""))
                .hasSize(1);
        assertThat(faults(schema("3.1.0", "A: {format: password}"), "\"not asserted!\""))
                .isEmpty();
    }

    /** Names of other drafts are no keywords, and the validator has no check of them. */
    @ParameterizedTest
    @ValueSource(strings = {"3.0.3", "3.1.0", "3.2.0"})
    void judgesValuesWhateverNamesItsSchemasHave(String version) {
        for (String name : List.of("id", "$id", "$anchor", "definitions", "$defs", "dependencies")) {
            Schema schema = schema(
                    version,
                    "A: {type: object, " + name + ": 'a', properties: {b: {" + name + ": 'b', type: integer}}}");

            assertThat(faults(schema, "{\"b\": 1}")).as(name).isEmpty();
            assertThat(faults(schema, "{\"b\": \"1\"}")).as(name).hasSize(1);
        }
    }

    /** A discriminator is a hint to readers (OpenAPI 3.1.1, section 4.8.25): what it says of names forbids no value. */
    @ParameterizedTest
    @ValueSource(strings = {"3.0.3", "3.1.0", "3.2.0"})
    void findsNothingWrongBecauseOfADiscriminator(String version) {
        String branches = "oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]";
        String animals = """
                Cat: {type: object, required: [kind], properties: {kind: {type: string, enum: [cat]}}}
                Dog: {type: object, required: [kind], properties: {kind: {type: string, enum: [dog]}}}
                """;
        for (String discriminator : List.of(
                "{propertyName: kind}",
                "{propertyName: kind, mapping: {cat: Cat, dog: Dog}}",
                "{propertyName: kind, mapping: {cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}}",
                "{propertyName: kind, mapping: {feline: '#/components/schemas/Cat', cat: '#/components/schemas/Dog'}}",
                "{propertyName: kind, mapping: {cat: '#/components/schemas/Nobody'}}",
                "{propertyName: species}")) {
            Schema pet = schema(version, "Pet: {discriminator: " + discriminator + ", " + branches + "}\n" + animals);
            assertThat(faults(pet, "{\"kind\":\"cat\"}")).as(discriminator).isEmpty();
            assertThat(faults(pet, "{\"kind\":\"cow\"}")).as(discriminator).hasSize(2);

            Schema any = schema(
                    version,
                    "Pet: {discriminator: " + discriminator + ", " + branches.replace("oneOf", "anyOf") + "}\n"
                            + animals);
            assertThat(faults(any, "{\"kind\":\"dog\"}")).as(discriminator).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0.3", "3.1.0"})
    void findsNothingWrongBecauseOfADiscriminatorThatIsInherited(String version) {
        Schema litter = schema(version, """
                Litter: {type: array, items: {$ref: '#/components/schemas/Cat'}}
                Pet: {type: object, required: [kind], discriminator: {propertyName: kind, mapping: {dog: Dog}}, properties: {kind: {type: string}}}
                Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {lives: {type: integer}}}]}
                Dog: {allOf: [{$ref: '#/components/schemas/Pet'}]}
                """);

        assertThat(faults(litter, "[{\"kind\":\"dog\",\"lives\":9},{\"kind\":\"Cat\"},{\"kind\":\"ghost\"}]"))
                .isEmpty();
        assertThat(faults(litter, "[{\"lives\":\"nine\"}]"))
                .containsExactly(
                        "/0/kind required: a value: it is required, nothing", "/0/lives type: an integer, \"nine\"");
    }

    @Test
    void takesWhatIsOnlyAnAnnotationAsOne() {
        assertThat(faults(schema("3.1.0", "A: {contentMediaType: application/json}"), "\"not {JSON\""))
                .isEmpty();
        assertThat(faults(schema("3.1.0", "A: {contentEncoding: base64}"), "\"no base64!\""))
                .isEmpty();
        assertThat(faults(schema("3.1.0", "A: {dependencies: {a: [b]}}"), "{\"a\":1}"))
                .isEmpty();
    }

    /** What Java reads otherwise; {@code EcmaTableTest} has many more. */
    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '`', textBlock = """
            ^a$|^b$ "a" "a\\n"
            ^\\S+$ "ab" "\\u00a0"
            ^\\s+$ "\\u00a0\\ufeff" "a"
            ^\\p{Letter}+$ "aé" "123"
            ^\\p{Script=Greek}+$ "αβγ" "abc"
            ^[^[]+$ "]a" "[["
            ^{[0-9a-f]+}$ "{0f}" "zzz"
            ^[a-z&&[^b]]$ "&]" "c"
            ^.$ "😀" "\\u2028"
            ^\\u{61}+$ "aa" "u"
            ^\\w+\\b-$ "a-" "é-"
            ^[\\w.-]+\\-x$ "a.b-x" "a.bx"
            ^([^a-c]){2,}\\W{1,2}\\1$ "_z]z" "_z]_"
            """)
    void readsPatternsAsEcma262(String pattern, String right, String wrong) {
        Schema text = schema("3.0.3", "A: {type: string, pattern: '" + pattern + "'}");
        Schema member = schema("3.1.0", "A: {additionalProperties: false, patternProperties: {'" + pattern + "': {}}}");

        assertThat(faults(text, right)).isEmpty();
        assertThat(faults(text, wrong)).hasSize(1);
        assertThat(faults(member, "{" + right + ":1}")).isEmpty();
        assertThat(faults(member, "{" + wrong + ":1}")).hasSize(1);
        assertThat(member.byPattern(tree(right).asText())).hasSize(1);
        assertThat(member.byPattern(tree(wrong).asText())).isEmpty();
    }

    @Test
    void stopsAPatternThatWouldRunForever() {
        Schema schema = schema("3.1.0", "A: {type: string, pattern: '^(a+)+$'}");

        assertThat(faults(schema, "\"" + "a".repeat(5000) + "!\"")).hasSize(1);
        assertThat(faults(schema, "\"aaa\"")).isEmpty();
    }

    @Test
    void typesTextByTheSchema() {
        assertThat(Typing.JSON
                        .value("12", schema("3.1.0", "A: {type: integer}"))
                        .isInt())
                .isTrue();
        assertThat(Typing.JSON.value("12", schema("3.1.0", "A: {type: string}")).isTextual())
                .isTrue();
        assertThat(Typing.JSON
                        .value("1e3", schema("3.1.0", "A: {type: number}"))
                        .isNumber())
                .isTrue();
        assertThat(Typing.JSON
                        .value("True", schema("3.1.0", "A: {type: boolean}"))
                        .isTextual())
                .isTrue();
        assertThat(Typing.JSON
                        .value("5", schema("3.1.0", "A: {oneOf: [{type: integer}, {type: string}]}"))
                        .isInt())
                .isTrue();
    }
}
