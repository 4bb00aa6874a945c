package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One API, written in three versions of OpenAPI: where they say the same, nothing has changed. */
class VersionsTest {

    private static final String DOCUMENT = """
            openapi: VERSION
            info: {title: Notes, version: 1.0.0}
            paths:
              /notes/{id}:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: integer, MINIMUM}}
                get:
                  responses:
                    '200':
                      description: The note.
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Note'}, EXAMPLES}
                        application/xml: {schema: {$ref: '#/components/schemas/Note'}}
                        application/jsonl: {LINES}
            components:
              schemas:
                Note:
                  type: object
                  required: [text]
                  xml: {name: note}
                  properties:
                    text: {NULLABLE, maxLength: 10}
                    lang: {type: string, xml: {ATTRIBUTE}}
                    tags: {type: array, items: {type: string}, xml: {WRAPPED}}
            """;

    private static final String OF_3_0 = DOCUMENT.replace("VERSION", "3.0.4")
            .replace("MINIMUM", "minimum: 0, exclusiveMinimum: true")
            .replace("EXAMPLES", "examples: {one: {value: {text: a}}}")
            .replace("LINES", "schema: {type: array, items: {$ref: '#/components/schemas/Note'}}")
            .replace("NULLABLE", "type: string, nullable: true")
            .replace("ATTRIBUTE", "attribute: true")
            .replace("WRAPPED", "wrapped: true");

    private static final String OF_3_1 = DOCUMENT.replace("VERSION", "3.1.1")
            .replace("MINIMUM", "exclusiveMinimum: 0")
            .replace("EXAMPLES", "examples: {one: {value: {text: a}}}")
            .replace("LINES", "schema: {type: array, items: {$ref: '#/components/schemas/Note'}}")
            .replace("NULLABLE", "type: [string, 'null']")
            .replace("ATTRIBUTE", "attribute: true")
            .replace("WRAPPED", "wrapped: true");

    private static final String OF_3_2 = DOCUMENT.replace("VERSION", "3.2.0")
            .replace("MINIMUM", "exclusiveMinimum: 0")
            .replace("EXAMPLES", "examples: {one: {dataValue: {text: a}}}")
            .replace("LINES", "itemSchema: {$ref: '#/components/schemas/Note'}")
            .replace("NULLABLE", "type: [string, 'null']")
            .replace("ATTRIBUTE", "nodeType: attribute")
            .replace("WRAPPED", "nodeType: element");

    @Test
    void sayTheSame() {
        for (String old : List.of(OF_3_0, OF_3_1, OF_3_2)) {
            for (String fresh : List.of(OF_3_0, OF_3_1, OF_3_2)) {
                assertThat(ComparedText.found(old, fresh)).isEmpty();
            }
        }
    }

    @Test
    void differWhereTheyDoNot() {
        assertThat(ComparedText.found(OF_3_0, OF_3_2.replace("maxLength: 10", "maxLength: 11")))
                .isNotEmpty()
                .allMatch(each -> each.startsWith("breaking GET /notes/{id}"));
    }
}
