package io.platformapi.contract.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.schema.Typing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the platform spells values as text: booleans in many ways, lists by commas with or without brackets. */
final class PlatformText {

    /** {@code true}, {@code t}, {@code y}, {@code 1}, {@code on} and their opposites, as ServiceStack reads them. */
    static final Typing TYPING = (text, schema) -> Typing.of(text, schema, PlatformText::truth);

    private PlatformText() {}

    /** The value of a path variable, a query parameter or a form field. */
    static JsonNode value(String text, Schema schema) {
        return schema.is(Type.ARRAY) ? list(text, schema.items()) : TYPING.value(text.strip(), schema);
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t", "y", "1", "on" -> Optional.of(true);
            case "false", "f", "n", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static ArrayNode list(String text, Schema items) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        String inner = bracketed ? text.substring(1, text.length() - 1) : text;
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        if (!inner.isBlank()) {
            split(inner).forEach(item -> list.add(TYPING.value(item.strip(), items)));
        }
        return list;
    }

    /** Splits at commas outside of quotes; a doubled quote inside quotes is one. */
    private static List<String> split(String text) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                item.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                items.add(item.toString());
                item.setLength(0);
            } else {
                item.append(c);
            }
        }
        items.add(item.toString());
        return items;
    }
}
