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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a look at a value calls right, the validator finds nothing wrong with. */
class ApprovalsTest {

    private static final int SCHEMAS = 1500;
    private static final int VALUES = 30;
    private static final long SEED = 20260131;

    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "false",
            "0",
            "1",
            "-1",
            "2.5",
            "1.0",
            "3",
            "70",
            "1e2",
            "9223372036854775807",
            "12345678901234567890",
            "\"\"",
            "\"a\"",
            "\"abc\"",
            "\"ABC\"",
            "\"𝒳𝒴\"",
            "\"2026-01-31\"",
            "\"2026-01-31T09:30:00Z\"",
            "\"mia@example.org\"",
            "\"5e000003-2b7f-4e19-8c64-0f9d7a3b5e18\"",
            "\"1\"");

    private static final List<String> KEYWORDS_OF_ALL = List.of(
            "\"type\":\"object\"",
            "\"type\":\"array\"",
            "\"type\":\"string\"",
            "\"type\":\"integer\"",
            "\"type\":\"number\"",
            "\"type\":\"boolean\"",
            "\"enum\":[1,\"a\",null,[1],{\"a\":1}]",
            "\"enum\":[\"abc\",2.5]",
            "\"minimum\":1",
            "\"maximum\":2.5",
            "\"multipleOf\":0.5",
            "\"minLength\":1",
            "\"maxLength\":2",
            "\"pattern\":\"^[a-z]\"",
            "\"format\":\"date-time\"",
            "\"format\":\"email\"",
            "\"format\":\"uuid\"",
            "\"format\":\"int32\"",
            "\"format\":\"unheard-of\"",
            "\"minItems\":1",
            "\"maxItems\":2",
            "\"uniqueItems\":true",
            "\"minProperties\":1",
            "\"maxProperties\":2",
            "\"required\":[\"a\"]",
            "\"additionalProperties\":false",
            "\"readOnly\":true",
            "\"title\":\"a thing\"",
            "\"x-own\":{\"a\":1}");

    private static final List<String> OLD_KEYWORDS =
            List.of("\"nullable\":true", "\"exclusiveMinimum\":true", "\"exclusiveMaximum\":true");

    private static final List<String> NEW_KEYWORDS = List.of(
            "\"type\":[\"string\",\"null\"]",
            "\"type\":[\"integer\",\"object\",\"array\"]",
            "\"const\":1",
            "\"exclusiveMinimum\":1",
            "\"exclusiveMaximum\":70",
            "\"prefixItems\":[{\"type\":\"string\"}]",
            "\"patternProperties\":{\"^a\":{\"type\":\"string\"}}",
            "\"dependentRequired\":{\"a\":[\"b\"]}",
            "\"propertyNames\":{\"maxLength\":1}",
            "\"contains\":{\"type\":\"string\"}",
            "\"unevaluatedProperties\":false");

    private final Random random = new Random(SEED);

    private static Schema schema(String version, String json) {
        String text = "openapi: " + version + "\ncomponents: {\"schemas\":{\"A\":" + json
                + ",\"B\":{\"type\":\"object\",\"required\":[\"a\"],\"properties\":"
                + "{\"a\":{\"type\":\"string\"},\"b\":{\"$ref\":\"#/components/schemas/B\"}}},"
                + "\"Round\":{\"allOf\":[{\"$ref\":\"#/components/schemas/Round\"},{\"type\":\"string\"}]}}}";
        Node document = Sources.of(text, URI.create("file:///s.yaml"), "s.yaml", Access.SAME_ORIGIN);
        return new Schemas(document).of(document.at("/components/schemas/A"));
    }

    private static JsonNode tree(String json) {
        try {
            return new Json().read(json.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedBody e) {
            throw new AssertionError(json, e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0.3", "3.1.0"})
    void callsNothingRightThatTheValidatorFindsFaultWith(String version) {
        int right = 0;
        int sure = 0;
        for (int i = 0; i < SCHEMAS; i++) {
            String written = written(version, 2);
            Schema schema = schema(version, written);
            for (int j = 0; j < VALUES; j++) {
                String value = value(3);
                List<Fault> faults = schema.judged(tree(value));
                boolean isSure = schema.isSureOf(tree(value));
                assertThat(isSure && !faults.isEmpty())
                        .as("seed %s, OpenAPI %s: %s of %s is %s", SEED, version, written, value, faults)
                        .isFalse();
                right += faults.isEmpty() ? 1 : 0;
                sure += isSure ? 1 : 0;
            }
        }
        assertThat(right).as("right values that were made").isGreaterThan(2000);
        assertThat(sure).as("of %s right values", right).isGreaterThan(right / 2);
    }

    private String written(String version, int depth) {
        List<String> keywords = new ArrayList<>(KEYWORDS_OF_ALL);
        keywords.addAll(version.startsWith("3.0") ? OLD_KEYWORDS : NEW_KEYWORDS);
        if (depth > 0) {
            String a = written(version, depth - 1);
            String b = written(version, depth - 1);
            keywords.addAll(List.of(
                    "\"properties\":{\"a\":" + a + ",\"b\":" + b + "}",
                    "\"items\":" + a,
                    "\"additionalProperties\":" + b,
                    "\"allOf\":[" + a + "," + b + "]",
                    "\"anyOf\":[" + a + "," + b + "]",
                    "\"oneOf\":[" + a + "," + b + "]",
                    "\"oneOf\":[{\"$ref\":\"#/components/schemas/B\"},{\"type\":\"string\"}]",
                    "\"not\":" + a,
                    "\"$ref\":\"#/components/schemas/B\"",
                    "\"$ref\":\"#/components/schemas/Round\"",
                    "\"properties\":{\"a\":{\"type\":\"integer\"},\"b\":{}}"));
        }
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> keywords.get(random.nextInt(keywords.size())))
                .collect(Collectors.toMap(text -> text.substring(0, text.indexOf(':')), text -> text, (x, y) -> x))
                .values()
                .stream()
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String value(int depth) {
        int kind = random.nextInt(depth > 0 ? 4 : 2);
        if (kind == 2) {
            return IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> value(depth - 1))
                    .collect(Collectors.joining(",", "[", "]"));
        }
        if (kind == 3) {
            return List.of("a", "b", "c").subList(0, random.nextInt(4)).stream()
                    .map(name -> "\"" + name + "\":" + value(depth - 1))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return SCALARS.get(random.nextInt(SCALARS.size()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: object, required: [a], properties: {a: {type: string, maxLength: 3}}} | {"a": "abc"}
            {type: object, additionalProperties: false, properties: {a: {}}}             | {"a": {"b": 1}}
            {$ref: '#/components/schemas/B'}                                             | {"a": "", "b": {"a": ""}}
            {type: array, uniqueItems: true, maxItems: 3, items: {enum: [x, y]}}         | ["x", "y"]
            {oneOf: [{$ref: '#/components/schemas/B'}, {type: 'null'}]}                  | null
            {anyOf: [{$ref: '#/components/schemas/B'}, {type: 'null'}]}                  | {"a": ""}
            {type: number, exclusiveMinimum: 0, maximum: 70}                             | 2.5
            {type: integer, format: int32, minimum: -5}                                  | 7
            {type: string, format: email, minLength: 3, description: Where mail goes.}   | "mia@example.org"
            {allOf: [{$ref: '#/components/schemas/B'}, {maxProperties: 2}]}              | {"a": ""}
            """)
    void isSureOfRightValuesByCommonKeywords(String written, String value) {
        assertThat(schema("3.1.0", written).isSureOf(tree(value))).as(written).isTrue();
    }

    /** To ask such a schema of a value would be to ask it of that value while it is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "1"})
    void isSureOfNothingWhereASchemaComesBackToItself(String value) {
        Schema round = schema("3.1.0", "{$ref: '#/components/schemas/Round'}");
        assertThat(round.isSureOf(tree(value))).isFalse();
    }
}
