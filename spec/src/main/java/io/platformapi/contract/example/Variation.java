package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.schema.Schema;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Another value like one that is taken, for lists whose items differ. */
final class Variation {

    private Variation() {}

    /** The item, or one like it that the list does not hold yet; the item again where nothing else comes to mind. */
    static JsonNode of(JsonNode item, Schema schema, ArrayNode taken) {
        List<JsonNode> held =
                IntStream.range(0, taken.size()).mapToObj(taken::get).toList();
        JsonNode values = schema.keyword("enum");
        Stream<JsonNode> others = values.isEmpty()
                ? IntStream.rangeClosed(1, taken.size() + 1).mapToObj(number -> changed(item, number))
                : IntStream.range(0, values.size()).mapToObj(values::get);
        return Stream.concat(Stream.of(item), others)
                .filter(candidate -> !held.contains(candidate))
                .findFirst()
                .orElse(item);
    }

    private static JsonNode changed(JsonNode item, int number) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (item.isNumber()) {
            return json.numberNode(item.asLong() + number);
        }
        if (item.isTextual()) {
            return json.textNode(numbered(item.asText(), number));
        }
        if (item instanceof ObjectNode object && !object.isEmpty()) {
            String first = object.fieldNames().next();
            return object.deepCopy().set(first, changed(object.get(first), number));
        }
        return item;
    }

    /** The text with its end replaced by a number, so that its length and most formats stay as they are. */
    private static String numbered(String text, int number) {
        String digits = String.valueOf(number);
        return text.length() <= digits.length() ? digits : text.substring(0, text.length() - digits.length()) + digits;
    }
}
