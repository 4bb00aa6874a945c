package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.schema.Schema;

/**
 * Members that only responses have: a request should not have them, and what a server makes of them is its own affair
 * (OpenAPI 3.0, section 4.7.24.2).
 */
final class ReadOnly {

    private ReadOnly() {}

    /** Whether a value may be sent, by its schema. */
    static boolean isValid(Schema schema, JsonNode value) {
        return OneWay.READ_ONLY.faults(schema, value).isEmpty();
    }

    /** What of a value is sent; all of it where its schema refuses what would be left. */
    static JsonNode left(Schema schema, JsonNode value) {
        JsonNode left = left(Applied.of(schema), value);
        return left == value || isValid(schema, left) || !isValid(schema, value) ? left : value;
    }

    private static JsonNode left(Applied schemas, JsonNode value) {
        JsonNode left = value;
        if (value instanceof ObjectNode object) {
            left = members(schemas, object);
        } else if (value instanceof ArrayNode array) {
            left = items(schemas, array);
        }
        return left.equals(value) ? value : left;
    }

    private static ObjectNode members(Applied schemas, ObjectNode object) {
        ObjectNode left = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> {
            Applied own = schemas.member(member.getKey());
            if (!own.isReadOnly()) {
                left.set(member.getKey(), left(own, member.getValue()));
            }
        });
        return left;
    }

    private static ArrayNode items(Applied schemas, ArrayNode array) {
        ArrayNode left = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < array.size(); i++) {
            left.add(left(schemas.item(i), array.get(i)));
        }
        return left;
    }
}
