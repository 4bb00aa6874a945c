package io.platformapi.compat.schema.shape;

import com.fasterxml.jackson.databind.JsonNode;

/** One of the six types a JSON value can have; {@code integer} is a number with a constraint, not a type. */
public enum JsonType {
    OBJECT,
    STRING,
    NUMBER,
    ARRAY,
    BOOLEAN,
    NULL;

    /** The type of a value. */
    public static JsonType of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> OBJECT;
            case ARRAY -> ARRAY;
            case NUMBER -> NUMBER;
            case BOOLEAN -> BOOLEAN;
            case NULL, MISSING -> NULL;
            default -> STRING;
        };
    }
}
