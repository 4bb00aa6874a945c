package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** What is only described anew deserves a patch; what is only written in another order deserves none. */
    @Test
    void deserveAnotherVersionWhereTextsDiffer() {
        assertThat(ComparedText.report(OF_3_1, OF_3_1.replace("[string, 'null']", "['null', string]"))
                        .summary())
                .containsExactly("info.version 1.0.0 is honest; 1.0.0 would do.");
        assertThat(ComparedText.report(OF_3_1, OF_3_2.replace("The note.", "A note."))
                        .summary())
                .containsExactly("info.version 1.0.0 says too little: this change deserves 1.0.1.");
    }

    @Test
    void differWhereTheyDoNot() {
        assertThat(ComparedText.found(OF_3_0, OF_3_2.replace("maxLength: 10", "maxLength: 11")))
                .isNotEmpty()
                .allMatch(each -> each.startsWith("breaking GET /notes/{id}"));
    }

    /** What is said otherwise since 3.1, in a member of requests and of answers. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {type: string, format: byte}                       | {type: string, contentEncoding: base64}
            {type: string, format: binary}                     | {type: string, contentMediaType: image/png}
            {type: string, nullable: true}                     | {anyOf: [{type: string}, {type: 'null'}]}
            {nullable: true, allOf: [{$ref: '#/components/schemas/A'}]} | {oneOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]}
            {type: string, nullable: true, enum: [a, b]}       | {type: [string, 'null'], enum: [a, b]}
            {allOf: [{$ref: '#/components/schemas/A'}, {type: object, nullable: true}]} | {allOf: [{$ref: '#/components/schemas/A'}, {type: [object, 'null']}]}
            {type: string, example: a}                         | {type: string, examples: [a]}
            {type: string, nullable: true, enum: [a, b]}       | {type: string, enum: [a, b]}
            {type: object, nullable: true, allOf: [{$ref: '#/components/schemas/A'}]} | {type: [object, 'null'], allOf: [{$ref: '#/components/schemas/A'}]}
            """)
    void saysTheSameOfMembers(String of30, String of31) {
        String member = "{type: object, properties: {a: %s}}";
        assertThat(ComparedText.found(
                        bothWays("3.0.4", "application/json", member.formatted(of30)),
                        bothWays("3.1.1", "application/json", member.formatted(of31))))
                .isEmpty();
        assertThat(ComparedText.found(
                        bothWays("3.1.1", "application/json", member.formatted(of31)),
                        bothWays("3.0.4", "application/json", member.formatted(of30))))
                .isEmpty();
    }

    @Test
    void saysTheSameOfABodyOfBytes() {
        String of30 = bothWays("3.0.4", "application/octet-stream", "{type: string, format: binary}");
        String of31 = bothWays("3.1.1", "application/octet-stream", "{}");
        assertThat(ComparedText.found(of30, of31)).isEmpty();
        assertThat(ComparedText.found(of31, of30)).isEmpty();
    }

    @Test
    void tellsWhatElseBecomesOfBytes() {
        assertThat(ComparedText.found(
                        bothWays("3.0.4", "application/json", "{type: string, format: byte}"),
                        bothWays("3.1.1", "application/json", "{type: string, contentEncoding: base64, maxLength: 9}")))
                .containsExactly(
                        "breaking POST /a body (application/json): `maxLength` was not given and is 9.",
                        "compatible POST /a 200 body (application/json): `maxLength` was not given and is 9.");
    }

    private static String bothWays(String version, String type, String schema) {
        return """
                openapi: %s
                info: {title: Notes, version: 1.0.0}
                paths:
                  /a: {post: {requestBody: {content: {%s: {schema: %s}}}, responses: {'200': {description: a, content: {%s: {schema: %s}}}}}}
                components: {schemas: {A: {type: object, properties: {b: {type: string}}}}}
                """.formatted(version, type, schema, type, schema);
    }

    private static final String OF_2_0 = """
            swagger: '2.0'
            info: {title: Notes, version: 1.0.0}
            paths:
              /a:
                post:
                  consumes: [application/x-www-form-urlencoded]
                  parameters: [{name: b, in: formData, type: string, required: true}, {name: c, in: query, type: array, items: {type: string}}]
                  responses: {'200': {description: Ok.}}
            """;

    private static final String SUCCESSOR = """
            openapi: 3.0.4
            info: {title: Notes, version: 1.0.0}
            paths:
              /a:
                post:
                  parameters: [{name: c, in: query, explode: false, schema: {type: array, items: {type: string}}}]
                  requestBody:
                    required: true
                    content: {application/x-www-form-urlencoded: {schema: {type: object, required: [b], properties: {b: {type: string}}}}}
                  responses: {'200': {description: Ok.}}
            """;

    /** Neither says where it is served, and the form says nothing of how its members are encoded. */
    @Test
    void saysTheSameIn20WithoutAHost() {
        assertThat(ComparedText.found(OF_2_0, SUCCESSOR)).isEmpty();
        assertThat(ComparedText.found(SUCCESSOR, OF_2_0)).isEmpty();
    }
}
