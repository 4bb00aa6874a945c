package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Spells values in JSV, into one text. */
final class JsvWriter {

    private final StringBuilder out;

    JsvWriter(StringBuilder out) {
        this.out = out;
    }

    void value(JsonNode value, Shape shape) {
        switch (value.getNodeType()) {
            case OBJECT -> object(value, shape);
            case ARRAY -> list(value, shape.items());
            case BOOLEAN -> out.append(value.booleanValue() ? "True" : "False");
            case NUMBER -> out.append(value.asText());
            case NULL, MISSING -> {}
            default -> text(value.asText(), shape);
        }
    }

    private void object(JsonNode object, Shape shape) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (!member.getValue().isNull()) {
                if (!first) {
                    out.append(',');
                }
                first = false;
                escaped(member.getKey());
                out.append(':');
                value(member.getValue(), shape.member(member.getKey()));
            }
        }
        out.append('}');
    }

    private void list(JsonNode list, Shape items) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            JsonNode item = list.get(i);
            if (item.isNull() && items.isObject()) {
                out.append("{}");
            } else {
                value(item, items);
            }
        }
        out.append(']');
    }

    private void text(String text, Shape shape) {
        if (shape.isMoment() && isBare(text, shape)) {
            out.append(Moments.shortest(text));
        } else {
            escaped(text);
        }
    }

    private void escaped(String text) {
        if (text.isEmpty() || hasSpecial(text)) {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            out.append(text);
        }
    }

    /** Whether a text may stand without quotes; only a moment may have colons. */
    static boolean isBare(String text, Shape shape) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpecial(c) && !(c == ':' && shape.isMoment())) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean hasSpecial(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSpecial(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean isSpecial(char c) {
        return switch (c) {
            case '"', ':', ',', '{', '}', '[', ']', '\r', '\n' -> true;
            default -> false;
        };
    }
}
