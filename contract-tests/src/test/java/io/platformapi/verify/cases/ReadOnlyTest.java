package io.platformapi.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.schema.Schema;
import org.junit.jupiter.api.Test;

/** Members that only answers have are left out of requests, wherever they are declared. */
class ReadOnlyTest {

    private static String left(String schema, String value) {
        return ReadOnly.left(Documents.schema(schema), json(value)).toString();
    }

    private static JsonNode json(String value) {
        return Documents.json(value);
    }

    @Test
    void leavesThemOutAtAnyDepth() {
        String schema = """
                type: object
                required: [id]
                properties:
                  id: {type: integer, readOnly: true}
                  owner: {type: object, properties: {id: {readOnly: true}, name: {}}}
                  lines: {type: array, items: {type: object, properties: {no: {readOnly: true}, text: {}}}}
                additionalProperties: {type: object, properties: {at: {readOnly: true}}}
                """;

        assertThat(left(schema, """
                        {"id":1,"owner":{"id":2,"name":"a"},"lines":[{"no":1,"text":"b"},{"no":2}],"x":{"at":3,"y":4}}""")).isEqualTo("""
                        {"owner":{"name":"a"},"lines":[{"text":"b"},{}],"x":{"y":4}}""");
    }

    @Test
    void findsThemBehindReferencesAllOfAndUnions() {
        String schema = """
                allOf:
                  - {$ref: '#/components/schemas/It/$defs/Base'}
                  - oneOf:
                      - {required: [cat], properties: {cat: {}, catId: {type: integer, readOnly: true}}}
                      - {required: [dog], properties: {dog: {}, dogId: {$ref: '#/components/schemas/It/$defs/Id'}}}
                  - {properties: {id: {description: said again}}}
                $defs:
                  Id: {type: integer, readOnly: true}
                  Base: {type: object, properties: {id: {$ref: '#/components/schemas/It/$defs/Id'}, ref: {$ref: '#/components/schemas/It/$defs/Free', readOnly: true}}}
                  Free: {type: integer}
                """;

        assertThat(left(schema, "{\"id\":1,\"ref\":2,\"dog\":true,\"dogId\":3}"))
                .isEqualTo("{\"dog\":true}");
    }

    @Test
    void leavesThemInWhereTheSchemaAsksForThemInAnotherWay() {
        assertThat(left("{minProperties: 2, properties: {id: {readOnly: true}}}", "{\"id\":1,\"name\":\"a\"}"))
                .isEqualTo("{\"id\":1,\"name\":\"a\"}");
    }

    @Test
    void asksNoRequestForThem() {
        Schema plain = Documents.schema(
                "{type: object, required: [id, name], properties: {id: {type: integer, readOnly: true}}}");
        assertThat(ReadOnly.isValid(plain, json("{\"name\":1}"))).isTrue();
        assertThat(ReadOnly.isValid(plain, json("{\"id\":1}"))).isFalse();

        Schema union = Documents.schema("""
                oneOf:
                  - {type: object, required: [id, cat], properties: {id: {type: integer, readOnly: true}, cat: {type: string}}}
                  - {type: object, required: [id, dog], properties: {id: {type: integer, readOnly: true}, dog: {type: string}}}
                """);
        assertThat(ReadOnly.isValid(union, json("{\"cat\":\"a\"}"))).isTrue();
        assertThat(ReadOnly.isValid(union, json("{\"dog\":\"a\"}"))).isTrue();
        assertThat(ReadOnly.isValid(union, json("{\"dog\":1}"))).isFalse();
        assertThat(ReadOnly.isValid(union, json("{}"))).isFalse();

        Schema parts = Documents.schema("""
                allOf:
                  - {type: object, properties: {id: {type: integer, readOnly: true}}}
                  - {type: object, required: [id, name]}
                dependentRequired: {name: [id]}
                """);
        assertThat(ReadOnly.isValid(parts, json("{\"name\":\"a\"}"))).isTrue();

        Schema list = Documents.schema(
                "{type: array, items: {type: object, required: [id, n], properties: {id: {readOnly: true}}}}");
        String many = "{\"n\":1},".repeat(300);
        assertThat(ReadOnly.isValid(list, json("[" + many + "{\"n\":1}]"))).isTrue();
        assertThat(ReadOnly.isValid(list, json("[" + many + "{}]"))).isFalse();
    }
}
