package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns text into the value a schema asks for: the text of a path, a query, a form, XML, JSV or CSV has no type of its
 * own.
 *
 * <p>A text that cannot be made the value asked for stays text, so that validation names it; nothing is dropped. Where
 * a schema allows several types, the first of boolean, integer, number and null that the text spells is taken, else
 * text. Thread-safe.
 */
@FunctionalInterface
public interface Typing {

    /** JSON's own spellings: {@code true}, {@code false}, {@code null} and JSON numbers. */
    Typing JSON = (text, schema) -> of(text, schema, JsonSpelling::truth);

    /** The value of a text, as a schema wants it. */
    JsonNode value(String text, Schema schema);

    /** The value of a text with a dialect's spellings of booleans. */
    static JsonNode of(String text, Schema schema, Truth truth) {
        Set<Type> types = schema.types();
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (types.contains(Type.BOOLEAN)) {
            Optional<Boolean> spelled = truth.of(text);
            if (spelled.isPresent()) {
                return json.booleanNode(spelled.get());
            }
        }
        if (types.contains(Type.INTEGER) && JsonSpelling.INTEGER.matcher(text).matches()) {
            return JsonSpelling.integer(text);
        }
        if (types.contains(Type.NUMBER) && JsonSpelling.NUMBER.matcher(text).matches()) {
            return JsonSpelling.number(text);
        }
        boolean spelledNull = text.equals("null") && types.contains(Type.NULL) && !types.contains(Type.STRING);
        return spelledNull ? json.nullNode() : json.textNode(text);
    }

    /** The boolean a text spells. */
    @FunctionalInterface
    interface Truth {

        /** The boolean; empty for a text that spells none. */
        Optional<Boolean> of(String text);
    }

    /** The grammar of JSON's scalars. */
    final class JsonSpelling {

        private static final int LONGEST_NUMBER = 1000;
        private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0," + LONGEST_NUMBER + "})");
        private static final Pattern NUMBER = Pattern.compile(
                "-?(0|[1-9]\\d{0," + LONGEST_NUMBER + "})(\\.\\d{1," + LONGEST_NUMBER + "})?([eE][+-]?\\d{1,4})?");

        private JsonSpelling() {}

        static Optional<Boolean> truth(String text) {
            boolean truth = text.equals("true");
            return truth || text.equals("false") ? Optional.of(truth) : Optional.empty();
        }

        private static JsonNode integer(String text) {
            BigInteger value = new BigInteger(text);
            if (value.bitLength() < Integer.SIZE) {
                return JsonNodeFactory.instance.numberNode(value.intValue());
            }
            return value.bitLength() < Long.SIZE
                    ? JsonNodeFactory.instance.numberNode(value.longValue())
                    : JsonNodeFactory.instance.numberNode(value);
        }

        private static JsonNode number(String text) {
            return INTEGER.matcher(text).matches()
                    ? integer(text)
                    : JsonNodeFactory.instance.numberNode(new BigDecimal(text));
        }
    }
}
