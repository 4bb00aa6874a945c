package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.schema.SameValues;
import io.platformapi.contract.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Another value like one that is taken, for lists whose items differ. */
final class Variation {

    private Variation() {}

    /** The item, or one like it that the list does not hold yet; empty where nothing else comes to mind. */
    static Optional<JsonNode> of(JsonNode item, List<Schema> place, ArrayNode taken) {
        Set<JsonNode> held = IntStream.range(0, taken.size())
                .mapToObj(taken::get)
                .map(SameValues::form)
                .collect(Collectors.toSet());
        Stream<JsonNode> named = place.stream()
                .map(schema -> schema.keyword("enum"))
                .flatMap(values -> IntStream.range(0, values.size()).mapToObj(values::get));
        Stream<JsonNode> changed = IntStream.rangeClosed(1, taken.size() + 1)
                .boxed()
                .flatMap(number -> Stream.of(changed(item, number), changed(item, -number)));
        return Stream.concat(Stream.of(item), Stream.concat(named, changed))
                .filter(candidate -> !held.contains(SameValues.form(candidate)))
                .filter(candidate -> candidate.equals(item)
                        || place.stream()
                                .allMatch(schema -> schema.faults(candidate).isEmpty()))
                .findFirst();
    }

    private static JsonNode changed(JsonNode item, int number) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (item.isNumber()) {
            return json.numberNode(item.asLong() + number);
        }
        if (item.isTextual()) {
            return json.textNode(numbered(item.asText(), Math.abs(number)));
        }
        if (item.isBoolean()) {
            return BooleanNode.valueOf(!item.booleanValue());
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
