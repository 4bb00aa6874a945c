package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the members of forms are written, and what of that their readers notice. */
class EncodingsTest {

    private static String document(String type, String schema, String encoding) {
        String said = encoding.isEmpty() ? "" : ", encoding: {" + encoding + "}";
        return ComparedText.document("/pets: {post: {requestBody: {content: {" + type
                + ": {schema: {type: object, properties: {a: " + schema + "}}" + said + "}}},"
                + " responses: {'200': {description: Ok.}}}}");
    }

    private static List<String> found(String type, String schema, String was, String is) {
        return ComparedText.found(document(type, schema, was), document(type, schema, is));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "type: string  | a: {contentType: image/png} | a: {contentType: image/jpeg} | breaking POST /pets body (multipart/form-data) a: `contentType` was image/png and is image/jpeg.",
                "type: string  | a: {contentType: image/png} | a: {contentType: image/*}    | compatible POST /pets body (multipart/form-data) a: `contentType` was image/png and is image/*.",
                "type: string  | a: {contentType: image/*}   | a: {contentType: image/png}  | breaking POST /pets body (multipart/form-data) a: `contentType` was image/* and is image/png.",
                "type: string  | ''                          | a: {contentType: text/plain} | -",
                "type: object  | ''                          | a: {contentType: application/json} | -",
                "'type: array, items: {type: integer}' | ''  | a: {contentType: text/plain} | -",
                "type: string  | ''                          | a: {contentType: image/png}  | breaking POST /pets body (multipart/form-data) a: `contentType` was text/plain and is image/png.",
                "type: string  | a: {contentType: image/png} | ''                           | compatible POST /pets body (multipart/form-data) a: `contentType` was image/png and is text/plain.",
                "type: string  | a: {headers: {X: {schema: {type: string}}}} | a: {headers: {Y: {schema: {type: string}}}} | undecided POST /pets requestBody content/multipart/form-data encoding: `encoding` was {\"a\":{\"headers\":{\"X\":{\"schema\":{\"type\":\"string\"}}}}} and is {\"a\":{\"headers\":{\"Y\":{\"schema\":{\"type\":\"string\"}}}}}.",
            })
    void judgesPartsByTheirTypes(String schema, String was, String is, String expected) {
        assertThat(found("multipart/form-data", "{" + schema + "}", was, is))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "type: array   | ''                 | a: {explode: true}          | -",
                "type: string  | ''                 | a: {explode: false}         | -",
                "type: array   | ''                 | a: {explode: false}         | breaking POST /pets body (application/x-www-form-urlencoded) a is put together in another way.",
                "type: object  | ''                 | a: {style: deepObject, explode: true} | breaking POST /pets body (application/x-www-form-urlencoded) a is put together in another way.",
                "type: array   | a: {style: pipeDelimited} | a: {style: spaceDelimited} | breaking POST /pets body (application/x-www-form-urlencoded) a is put together in another way.",
                "type: string  | ''                 | a: {allowReserved: true}    | compatible POST /pets body (application/x-www-form-urlencoded) a: its value may have reserved characters as they are.",
                "type: string  | a: {allowReserved: true} | a: {}                 | breaking POST /pets body (application/x-www-form-urlencoded) a: its value may no longer have reserved characters as they are.",
            })
    void judgesFieldsByHowTheyLook(String schema, String was, String is, String expected) {
        assertThat(found("application/x-www-form-urlencoded", "{" + schema + "}", was, is))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void saysNothingOfBodiesThatAreNoForms() {
        assertThat(found("application/json", "{type: string}", "", "a: {contentType: image/png}"))
                .isEmpty();
    }
}
