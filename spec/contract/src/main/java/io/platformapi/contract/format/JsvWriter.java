package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Spells values in JSV, into one text. */
final class JsvWriter {

    /** What a name may not have outside of quotes. */
    static final CharacterTable SPECIAL = CharacterTable.of("\":,{}[]\r\n");

    private static final CharacterTable SPECIAL_IN_MOMENTS = CharacterTable.of("\",{}[]\r\n");

    private final Output out;
    private final int mark;

    JsvWriter(Output out) {
        this(out, 1);
    }

    /** @param mark how many quotes to write for one: two inside of other quotes */
    JsvWriter(Output out, int mark) {
        this.out = out;
        this.mark = mark;
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
                written(member.getKey(), SPECIAL);
                out.append(':');
                value(member.getValue(), shape.member(member.getKey()));
            }
        }
        out.append('}');
    }

    private void list(JsonNode list, Shape items) {
        out.append('[');
        out.itemsBegin(list);
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
        out.itemsEnd(list);
        out.append(']');
    }

    private void text(String text, Shape shape) {
        written(shape.isMoment() ? Moments.shortest(text) : text, special(shape));
    }

    /** What a text of a shape may not have outside of quotes; only a moment may have colons. */
    static CharacterTable special(Shape shape) {
        return shape.isMoment() ? SPECIAL_IN_MOMENTS : SPECIAL;
    }

    private void written(String text, CharacterTable special) {
        int start = out.length();
        out.append(text);
        if (text.isEmpty() || out.has(special, start)) {
            out.quote(start, mark);
        }
    }
}
