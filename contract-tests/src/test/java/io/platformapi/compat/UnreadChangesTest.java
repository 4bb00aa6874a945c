package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nothing looks at: where it changed nobody can tell, and that is said. */
class UnreadChangesTest {

    private static String document(String item) {
        return "openapi: 3.2.0\ninfo: {title: Pets, version: 1.0.0}\npaths:\n  /pets: " + item + "\n";
    }

    private static String get(String parameters, String content) {
        return document("{get: {parameters: [" + parameters + "], responses: {'200': {description: Ok., content: {"
                + content + "}}}}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            encoding: {a: {kind: form}}     | encoding: {a: {kind: none}}      | encoding
            schema: {dividedBy: 2}          | schema: {dividedBy: 3}           | dividedBy
            schema: {type: string}          | schema: {allOf: [{type: string, contentSchema: {}}]} | contentSchema
            schema: {properties: {a: {type: integer, nullable: true}}} | schema: {properties: {a: {type: integer}}} | nullable
            schema: {properties: {x-a: {dividedBy: 2}}} | schema: {properties: {x-a: {dividedBy: 3}}} | dividedBy
            schema: {oneOf: [{type: string}], discriminator: {propertyName: k, defaultMapping: A}} | schema: {oneOf: [{type: string}], discriminator: {propertyName: k, defaultMapping: B}} | defaultMapping
            schema: {xml: {nodeType: none}} | schema: {xml: {nodeType: cdata}} | nodeType
            """)
    void isWhatStandsInContentAndSchemas(String old, String fresh, String named) {
        assertThat(ComparedText.found(
                        get("", "application/jsonl: {" + old + "}"), get("", "application/jsonl: {" + fresh + "}")))
                .singleElement()
                .asString()
                .startsWith("undecided GET /pets responses/200 content/application/jsonl ")
                .contains(": `" + named + "` was ");
    }

    @Test
    void isNothingThatExplainsOrExtends() {
        assertThat(ComparedText.found(
                        get("", "text/plain: {schema: {title: A, x-order: 1, examples: [a], $comment: a}}"),
                        get("", "text/plain: {schema: {title: B, x-order: 2, examples: [b], $comment: b}}")))
                .isEmpty();
    }

    @Test
    void isNothingThatStayedAsItWas() {
        String same = get(
                "{name: q, in: querystring, content: {text/plain: {}}}",
                "application/jsonl: {itemSchema: {type: string}}");
        assertThat(ComparedText.found(same, same)).isEmpty();
    }

    @Test
    void isWhatStandsInTheDocumentBesideItsOperations() {
        String document = get("", "text/plain: {}") + "limits: {perMinute: %d}\n";
        assertThat(ComparedText.found(document.formatted(100), document.formatted(10)))
                .containsExactly("undecided the document limits: `limits` was {\"perMinute\":100} and is"
                        + " {\"perMinute\":10}.");
    }

    @Test
    void isNamedOnceWhereAllOfItIsComparedAsItIsWritten() {
        String encoding = "multipart/form-data: {encoding: {a: {style: form, kind: %s}}}";
        assertThat(ComparedText.found(get("", encoding.formatted("a")), get("", encoding.formatted("b"))))
                .containsExactly(
                        "undecided GET /pets responses/200 content/multipart/form-data encoding: `encoding` was"
                                + " {\"a\":{\"style\":\"form\",\"kind\":\"a\"}} and is {\"a\":{\"style\":\"form\",\"kind\":\"b\"}}.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {pattern: '((('}               | {pattern: '[['}                | schema pattern: `pattern` was "(((" and is "[[".
            {minimum: null}                | {}                             | schema minimum: `minimum` was null and is not given.
            {}                             | {type: integr}                 | schema type: `type` was not given and is "integr".
            {multipleOf: -1}               | {multipleOf: x}                | schema multipleOf: `multipleOf` was -1 and is "x".
            {properties: {a: null}}        | {properties: {a: 5}}           | schema properties/a: `properties/a` was null and is 5.
            {properties: {a: {maxItems: x}}} | {properties: {a: {}}}        | schema properties/a maxItems: `maxItems` was "x" and is not given.
            {patternProperties: {'(': {}}} | {patternProperties: {}}        | schema patternProperties/(: `patternProperties/(` was {} and is not given.
            """)
    void isWhatCannotBeRead(String old, String fresh, String told) {
        assertThat(ComparedText.found(
                        get("", "text/plain: {schema: " + old + "}"), get("", "text/plain: {schema: " + fresh + "}")))
                .containsExactly("undecided GET /pets responses/200 content/text/plain " + told);
        assertThat(ComparedText.found(
                        get("", "text/plain: {schema: " + old + "}"), get("", "text/plain: {schema: " + old + "}")))
                .isEmpty();
    }

    @Test
    void isAWholeAnswerThatCannotBeRead() {
        String item = "{get: {responses: {'200': {description: Ok.}, default: %s}}}";
        assertThat(ComparedText.found(document(item.formatted("null")), document(item.formatted("5"))))
                .containsExactly("undecided GET /pets responses/default: `responses/default` was null and is 5.");
    }
}
