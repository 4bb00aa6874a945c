package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
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
        JsonNode left = OneWay.READ_ONLY.without(schema, value);
        return left == value || isValid(schema, left) || !isValid(schema, value) ? left : value;
    }
}
