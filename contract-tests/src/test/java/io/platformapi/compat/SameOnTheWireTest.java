package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the same text in a message is the same, whatever its schema calls it. */
class SameOnTheWireTest {

    private static final String OK = "responses: {'200': {description: Ok.}}";

    private static List<String> levels(String place, String was, String is) {
        String old = ComparedText.document(place.replace("SCHEMA", was));
        String fresh = ComparedText.document(place.replace("SCHEMA", is));
        return ComparedText.found(old, fresh).stream()
                .map(each -> each.substring(0, each.indexOf(' ')))
                .distinct()
                .toList();
    }

    private static String body(String type) {
        return "/pets: {post: {requestBody: {content: {" + type
                + ": {schema: {type: object, properties: {a: SCHEMA}}}}}, " + OK + "}}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pets: {get: {parameters: [{name: a, in: query, schema: SCHEMA}], %s}}",
                "/pets: {get: {parameters: [{name: a, in: header, schema: SCHEMA}], %s}}",
                "/pets: {get: {parameters: [{name: a, in: query, style: deepObject, schema: {type: object, properties: {a: SCHEMA}}}], %s}}",
                "/pets: {post: {requestBody: {content: {text/plain: {schema: SCHEMA}}}, %s}}",
                "/pets: {post: {requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {a: SCHEMA}}}}}, %s}}",
                "/pets: {post: {requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: SCHEMA}}}}}, %s}}",
            })
    void takesTextForWhatItSays(String form) {
        String place = form.formatted(OK);
        for (String harmless : List.of(
                "{type: boolean} -> {type: string, enum: ['true', 'false']}",
                "{type: string, enum: ['true', 'false']} -> {type: boolean}",
                "{type: integer, enum: [1, 2]} -> {type: string, enum: ['1', '2', all]}",
                "{type: string, enum: ['1', '2']} -> {type: integer}",
                "{type: integer} -> {type: string}",
                "{oneOf: [{type: integer}, {type: boolean}]} -> {type: string}",
                "{type: array, items: {type: integer}} -> {type: array, items: {type: string}}",
                "{type: array, items: {type: boolean}} -> {type: array, items: {enum: ['true', 'false']}}")) {
            String[] sides = harmless.split(" -> ");
            assertThat(levels(place, sides[0], sides[1])).as(harmless).isSubsetOf(List.of("compatible"));
        }
        for (String breaking : List.of(
                "{type: string} -> {type: integer}",
                "{type: boolean} -> {type: string, enum: ['true']}",
                "{type: integer} -> {type: string, enum: ['1', '2']}",
                "{type: array, items: {type: string}} -> {type: array, items: {type: integer}}",
                "{type: integer, enum: [1, 2]} -> {type: string, enum: ['1', '3']}")) {
            String[] sides = breaking.split(" -> ");
            assertThat(levels(place, sides[0], sides[1])).as(breaking).contains("breaking");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/xml  | {type: object, properties: {b: {type: integer}}} | {type: object, properties: {b: {type: string}}} | compatible",
                "application/xml  | {type: integer} | {type: array, items: {type: integer}} | breaking",
                "application/json | {type: integer} | {type: string} | breaking",
                "multipart/form-data | {type: object, properties: {b: {type: integer}}} | {type: object, properties: {b: {type: string}}} | breaking",
            })
    void tellsNumbersFromWordsWhereTheyAreWrittenOtherwise(String type, String was, String is, String expected) {
        assertThat(levels(body(type), was, is)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "style: deepObject, explode: true, schema: {type: object} | style: deepObject, schema: {type: object} | -",
                "in: header, explode: true, schema: {type: array}  | in: header, schema: {type: array}  | -",
                "in: header, explode: true, schema: {type: object} | in: header, schema: {type: object} | breaking",
                "style: pipeDelimited, explode: true, schema: {type: array} | schema: {type: array} | -",
                "style: pipeDelimited, explode: false, schema: {type: array} | schema: {type: array} | breaking",
                "content: {application/json: {schema: {type: object}}} | content: {application/xml: {schema: {type: object}}} | breaking",
                "content: {application/json: {schema: {type: array}}}  | content: {application/xml: {schema: {type: array}}}  | breaking",
                "content: {application/json: {schema: {type: string}}} | content: {application/json: {schema: {enum: [1]}}}   | breaking",
            })
    void seesWhetherAValueIsPutTogetherOtherwise(String was, String is, String expected) {
        String place = "/pets: {get: {parameters: [{name: a, in: query, SCHEMA}], " + OK + "}}";
        place = was.startsWith("in: ") ? place.replace("in: query, ", "") : place;
        assertThat(levels(place, was, is)).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "X-Page: {content: {application/json: {schema: {type: string}}}} | X-Page: {content: {application/json: {schema: {type: [string, integer]}}}} | breaking",
                "X-Page: {schema: {type: string}} | X-Page: {schema: {type: [string, integer]}} | compatible",
                "Content-Type: {schema: {type: string}} | X-Page: {schema: {type: string}} | compatible",
            })
    void judgesFieldsOfAnswersByWhatIsSent(String was, String is, String expected) {
        String place = "/pets: {get: {responses: {'200': {description: Ok., headers: {SCHEMA}}}}}";
        assertThat(levels(place, was, is)).containsExactly(expected);
    }
}
