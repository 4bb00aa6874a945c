package io.platformapi.compat.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platformapi.compat.schema.reading.References;
import io.platformapi.compat.schema.reading.SchemaReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubsumptionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {type: integer}                                  | {type: number}
            {type: number, multipleOf: 6}                    | {type: number, multipleOf: 1.5}
            {type: integer, exclusiveMinimum: 5}             | {type: integer, minimum: 6}
            {type: string, enum: [1, 2]}                     | {type: boolean}
            {enum: [a, b]}                                   | {type: string, maxLength: 1}
            {type: string, pattern: '^[a-f0-9]{8}$'}         | {type: string, minLength: 8, maxLength: 8}
            {type: string, pattern: '^(?=.*[0-9])[a-z0-9]+$'} | {type: string, pattern: '[0-9]'}
            {oneOf: [{type: string}, {}]}                    | {not: {type: string}}
            {type: integer, minimum: 0}                      | {anyOf: [{minimum: 11}, {maximum: 10}]}
            {type: array, items: {type: integer}}            | {type: array, prefixItems: [{type: number}]}
            {type: array, maxItems: 1}                       | {uniqueItems: true}
            {type: array, contains: {const: 1}, maxItems: 1} | {items: {type: integer}}
            {type: array, contains: {const: 1}, maxItems: 2} | {contains: {const: 1}, maxContains: 2}
            {type: array, items: {const: 1}, minItems: 3}    | {contains: {const: 1}, minContains: 3}
            {required: [a, b]}                               | {type: [object, string, number, boolean, array, 'null']}
            {type: object, required: [a, b]}                 | {minProperties: 2}
            {dependentRequired: {a: [b]}, required: [a]}     | {required: [b]}
            {type: object, patternProperties: {'^x-': {type: string}}} | {properties: {x-a: {type: string}}}
            {if: {type: string}, then: {minLength: 2}}       | {not: {const: a}}
            """)
    void provesThatAllValuesAreUnderstood(String sent, String read) throws JsonProcessingException {
        assertThat(subset(sent, read)).isEqualTo(new Verdict.Yes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {type: number}                              | {type: integer}                                  | 0.5
            {type: integer, maximum: 100}               | {type: integer, maximum: 50}                     | 51
            {type: integer, multipleOf: 5}              | {anyOf: [{multipleOf: 10}, {maximum: 20}]}       | 25
            {type: string}                              | {type: string, maxLength: 2}                     | "aaa"
            {type: string}                              | {type: string, pattern: '^a*$'}                  | "b"
            {type: string}                              | {type: string, enum: [a, b]}                     | "c"
            {type: boolean}                             | {const: true}                                    | false
            {type: [string, 'null']}                    | {type: string}                                   | null
            {type: array, items: {type: integer}}       | {type: array, uniqueItems: true}                 | [0,0]
            {type: array}                               | {contains: {type: string}}                       | []
            {type: array, items: {const: 1}, minItems: 1} | {contains: {const: 1}, maxContains: 2}         | [1,1,1]
            {type: array, items: {const: 1}, maxItems: 2} | {contains: {const: 1}, minContains: 2}         | []
            {type: object}                              | {required: [a]}                                  | {}
            {type: object, properties: {a: {type: string}}} | {properties: {a: {minLength: 1}}}            | {"a":""}
            {type: object}                              | {additionalProperties: {type: string}}           | {"a":{}}
            {type: object}                              | {propertyNames: {maxLength: 1}}                  | {"aa":{}}
            {}                                          | {not: {required: [a, b]}}                        | {"a":{},"b":{}}
            """)
    void showsAValueThatIsNotUnderstood(String sent, String read, String witness) throws JsonProcessingException {
        assertThat(subset(sent, read))
                .isInstanceOfSatisfying(
                        Verdict.No.class, no -> assertThat(no.witness()).hasToString(witness));
    }

    @Test
    void saysWhyItCannotDecide() throws JsonProcessingException {
        assertThat(subset("{type: string, pattern: '^(a)\\1$'}", "{enum: [aa]}"))
                .isEqualTo(new Verdict.Undecided("the pattern ^(a)\\1$ has a back reference"));
    }

    /** A document is read so that there are none; should one be left, the comparison goes on. */
    @Test
    void cannotDecideByAKeywordThatTheValidatorDoesNotRead() throws JsonProcessingException {
        assertThat(subset("{type: array, uniqueItems: few, items: {pattern: '((('}}", "{maxItems: 0}"))
                .isEqualTo(new Verdict.Undecided(
                        "no validator can read the schemas, to look at the value that was found, [{}]"));
    }

    @Test
    void endsOnSchemasThatReferToThemselves() throws JsonProcessingException {
        String list = "{type: object, properties: {next: {$ref: '#'}, value: {type: %s}}}";
        assertThat(subset(list.formatted("integer"), list.formatted("number"))).isEqualTo(new Verdict.Yes());
        assertThat(subset(list.formatted("number"), list.formatted("integer"))).isInstanceOf(Verdict.No.class);
    }

    @Test
    void keepsNoAnswerThatLeanedOnOneThatNobodyKnows() throws JsonProcessingException {
        String pair = "{type: object, properties: {code: {contentEncoding: %s}, inner: {$ref: '#/$defs/inner'}},"
                + " $defs: {inner: {type: object, properties: {outer: {$ref: '#'}}}}}";
        JsonNode sent = tree(pair.formatted("base16"));
        JsonNode read = tree(pair.formatted("base32"));
        Subsumption subsumption = new Subsumption(
                document(sent), document(read), SchemaReading.Direction.REQUEST, SchemaReading.Profile.LITERAL);
        References.Located one = new References.Located(sent, "");
        References.Located other = new References.Located(read, "");
        assertThat(subsumption.subset(one, other)).isInstanceOf(Verdict.Undecided.class);
        assertThat(subsumption.subset(inner(sent), inner(read))).isInstanceOf(Verdict.Undecided.class);
    }

    /** What breaks stands behind the circles, in the first; the last leans on the second, and that on the first. */
    @ParameterizedTest
    @CsvSource({"a b c", "a c b", "b a c", "b c a", "c a b", "c b a"})
    void keepsNoAnswerThatLeansOnAQuestionFurtherOutUnlessThatEndsWithNone(String order)
            throws JsonProcessingException {
        String circle = "{$defs: {a: {type: object, properties: {b: {$ref: '#/$defs/b'}, z: {type: %s}}},"
                + " b: {type: object, properties: {c: {$ref: '#/$defs/c'}, a: {$ref: '#/$defs/a'}}},"
                + " c: {type: object, properties: {b: {$ref: '#/$defs/b'}}}}}";
        JsonNode sent = tree(circle.formatted("number"));
        JsonNode read = tree(circle.formatted("integer"));
        Subsumption subsumption = new Subsumption(
                document(sent), document(read), SchemaReading.Direction.REQUEST, SchemaReading.Profile.LITERAL);
        for (String name : order.split(" ")) {
            assertThat(subsumption.subset(defined(sent, name), defined(read, name)))
                    .as(name)
                    .isInstanceOf(Verdict.No.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {properties: {a: %s}}               | /properties/a
            {type: array, items: %s}            | /items
            {type: array, prefixItems: [{}, %s]} | /prefixItems/1
            {additionalProperties: %s}          | /additionalProperties
            """)
    void findsSchemasWithoutValuesWhereverTheyAre(String around, String place) throws JsonProcessingException {
        JsonNode sent = tree(around.formatted("{type: string, minLength: 3, maxLength: 2}"));
        JsonNode read = tree(around.formatted("{type: string, minLength: 4, maxLength: 2}"));
        assertThat(common(sent, read).impossible(new References.Located(sent, ""), new References.Located(read, "")))
                .extracting(Gap::sent, Gap::verdict)
                .containsExactly(tuple(
                        place,
                        new Verdict.Undecided("no value satisfies the schema, so that nothing can be compared")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{properties: {a: %s}}",
                "{type: array, items: %s}",
                "{type: array, prefixItems: [{}, %s]}",
                "{additionalProperties: %s}",
                "{anyOf: [{type: string}, %s]}"
            })
    void findsANewOneOfWhereverItIs(String around) throws JsonProcessingException {
        JsonNode sent = tree(around.formatted("{type: object}"));
        JsonNode read = tree(around.formatted("{oneOf: [{type: object}, {type: object, required: [a]}]}"));
        assertThat(common(sent, read).becomesOneOf(new References.Located(sent, ""), new References.Located(read, "")))
                .isTrue();
    }

    private static Subsumption common(JsonNode sent, JsonNode read) {
        return new Subsumption(
                document(sent), document(read), SchemaReading.Direction.REQUEST, SchemaReading.Profile.COMMON);
    }

    private static References.Located inner(JsonNode document) {
        return defined(document, "inner");
    }

    private static References.Located defined(JsonNode document, String name) {
        return new References.Located(document.at("/$defs/" + name), "/$defs/" + name);
    }

    private static Verdict subset(String sent, String read) throws JsonProcessingException {
        JsonNode one = tree(sent);
        JsonNode other = tree(read);
        return new Subsumption(
                        document(one), document(other), SchemaReading.Direction.REQUEST, SchemaReading.Profile.LITERAL)
                .subset(new References.Located(one, ""), new References.Located(other, ""));
    }

    private static Subsumption.Document document(JsonNode schema) {
        return new Subsumption.Document(References.within(schema), SchemaReading.Dialect.JSON_SCHEMA_2020_12);
    }

    /** JSON without quotes around plain words. */
    private static JsonNode tree(String schema) throws JsonProcessingException {
        return JSON.readTree(schema.replaceAll("'([^']*)'|([$\\w-]*[A-Za-z$][$\\w-]*)", "\"$1$2\"")
                .replace("\\", "\\\\")
                .replaceAll("\"(true|false|null)\"(?=[,}])", "$1"));
    }
}
