package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A type of JSON Schema. */
public enum Type {
    OBJECT,
    ARRAY,
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    NULL;

    /** The name in a schema, such as {@code string}. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of a name; empty where no type has it. */
    public static Optional<Type> named(String keyword) {
        return Stream.of(values())
                .filter(type -> type.keyword().equals(keyword))
                .findFirst();
    }

    /** The type of a value; a number without a fraction is an integer. */
    public static Type of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> OBJECT;
            case ARRAY -> ARRAY;
            case NUMBER -> isWhole(value) ? INTEGER : NUMBER;
            case BOOLEAN -> BOOLEAN;
            case NULL, MISSING -> NULL;
            default -> STRING;
        };
    }

    private static boolean isWhole(JsonNode number) {
        return number.isIntegralNumber()
                || number.decimalValue().stripTrailingZeros().scale() <= 0;
    }
}
