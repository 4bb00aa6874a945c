package io.platformapi.servicestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Values of the types of schemas, with texts that try the spelling of every format. Their texts keep no pattern or
 * format but those that decide how they are spelled.
 */
final class WildValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> PIECES = List.of(
            "a",
            "Zoë",
            " ",
            "  ",
            "\"",
            "\"\"",
            ":",
            ",",
            "{",
            "}",
            "[",
            "]",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "\\",
            "/",
            "<",
            ">",
            "&",
            "]]>",
            "<!--",
            "&amp;",
            "'",
            "null",
            "true",
            "False",
            "0",
            "-1",
            "1e5",
            "=",
            "%",
            "+",
            "%41",
            "é中",
            "😀",
            "\u00A0",
            "\u2028",
            "i:nil",
            "{}",
            "[]",
            "00000000-0000-0000-0000-000000000000");

    private final Random random;

    WildValues(long seed) {
        this.random = new Random(seed);
    }

    JsonNode value(Schema schema) {
        if (schema.nullable() && random.nextInt(4) == 0) {
            return JSON.nullNode();
        }
        if (schema.is(Type.OBJECT)) {
            return object(schema);
        }
        if (schema.is(Type.ARRAY)) {
            ArrayNode list = JSON.arrayNode();
            for (int left = random.nextInt(4); left > 0; left--) {
                list.add(given(schema.items()));
            }
            return list;
        }
        return scalar(schema);
    }

    private JsonNode given(Schema schema) {
        JsonNode value = value(schema);
        return value.isNull() ? given(schema) : value;
    }

    private ObjectNode object(Schema schema) {
        ObjectNode object = JSON.objectNode();
        schema.properties().forEach((name, member) -> {
            boolean required = schema.required().contains(name);
            if (required) {
                object.set(name, value(member));
            } else if (random.nextBoolean()) {
                object.set(name, given(member));
            }
        });
        schema.additionalProperties().ifPresent(others -> {
            for (int left = random.nextInt(3); left > 0; left--) {
                object.set(key(schema), given(others));
            }
        });
        return object;
    }

    /** Any text for a dictionary of the platform; the name of an element otherwise. */
    private String key(Schema schema) {
        return schema.keyword("x-datacontract").isMissingNode() ? "k" + random.nextInt(10) : text();
    }

    private JsonNode scalar(Schema schema) {
        JsonNode choices = schema.keyword("enum");
        if (choices.isArray()) {
            return choices.get(random.nextInt(choices.size()));
        }
        if (schema.is(Type.BOOLEAN)) {
            return JSON.booleanNode(random.nextBoolean());
        }
        if (schema.is(Type.INTEGER)) {
            return JSON.numberNode(random.nextInt());
        }
        if (schema.is(Type.NUMBER)) {
            return JSON.numberNode(BigDecimal.valueOf(random.nextInt(), 1 + random.nextInt(4)));
        }
        return JSON.textNode(
                switch (schema.format()) {
                    case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
                    case "date-time" -> "2026-0%d-2%dT09:30:00Z".formatted(1 + random.nextInt(9), random.nextInt(9));
                    default -> text();
                });
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(6); left > 0; left--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
