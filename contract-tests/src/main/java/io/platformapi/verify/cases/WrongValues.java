package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.schema.KnownFormat;
import io.platformapi.contract.schema.Schema;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** For each keyword a value it refuses, of the right type otherwise. */
final class WrongValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LARGEST = 5000;

    /** Makes a value that a keyword refuses. */
    @FunctionalInterface
    private interface Wrong {
        Optional<JsonNode> value(JsonNode keyword, JsonNode valid);
    }

    private static final Map<String, Wrong> KEYWORDS = Map.ofEntries(
            Map.entry("enum", (all, valid) -> Optional.of(JSON.textNode("not-one-of-these"))),
            Map.entry("const", (one, valid) -> Optional.of(JSON.textNode("not-this"))),
            Map.entry(
                    "minimum",
                    (limit, valid) ->
                            Optional.of(JSON.numberNode(limit.decimalValue().subtract(BigDecimal.ONE)))),
            Map.entry(
                    "maximum",
                    (limit, valid) ->
                            Optional.of(JSON.numberNode(limit.decimalValue().add(BigDecimal.ONE)))),
            Map.entry("exclusiveMinimum", (limit, valid) -> Optional.of(limit).filter(JsonNode::isNumber)),
            Map.entry("exclusiveMaximum", (limit, valid) -> Optional.of(limit).filter(JsonNode::isNumber)),
            Map.entry(
                    "multipleOf",
                    (step, valid) ->
                            Optional.of(JSON.numberNode(step.decimalValue().divide(BigDecimal.valueOf(2))))),
            Map.entry("minLength", (least, valid) -> text(least.asInt() - 1)),
            Map.entry("maxLength", (most, valid) -> text(most.asInt() + 1)),
            Map.entry("pattern", (pattern, valid) -> Optional.of(JSON.textNode("~ ~"))),
            Map.entry("minItems", (least, valid) -> items(valid, least.asInt() - 1)),
            Map.entry("maxItems", (most, valid) -> items(valid, most.asInt() + 1)),
            Map.entry("uniqueItems", (unique, valid) -> items(valid, valid.size() + 1)),
            Map.entry("minProperties", (least, valid) -> members(valid, least.asInt() - 1)),
            Map.entry("maxProperties", (most, valid) -> members(valid, most.asInt() + 1)));

    private WrongValues() {}

    /** Wrong values by the rule that refuses them. */
    static Map<String, JsonNode> of(Schema schema, JsonNode valid) {
        Map<String, JsonNode> wrong = new LinkedHashMap<>();
        KEYWORDS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(breaking -> {
            JsonNode keyword = schema.keyword(breaking.getKey());
            if (!keyword.isMissingNode()) {
                breaking.getValue().value(keyword, valid).ifPresent(value -> wrong.put(breaking.getKey(), value));
            }
        });
        KnownFormat.named(schema.format())
                .map(KnownFormat::wrong)
                .filter(value -> !value.isMissingNode())
                .ifPresent(value -> wrong.put("format-" + schema.format(), value));
        return wrong;
    }

    private static Optional<JsonNode> text(int length) {
        return length < 0 || length > LARGEST ? Optional.empty() : Optional.of(JSON.textNode("x".repeat(length)));
    }

    /** The list cut or grown to a size; growing repeats its first item. */
    private static Optional<JsonNode> items(JsonNode list, int size) {
        if (size < 0 || size > LARGEST || !list.isArray()) {
            return Optional.empty();
        }
        ArrayNode items = JSON.arrayNode();
        for (int i = 0; i < size; i++) {
            items.add(list.isEmpty() ? JSON.textNode("x") : list.get(i < list.size() ? i : 0));
        }
        return Optional.of(items);
    }

    /** The object cut to its first members or grown by others. */
    private static Optional<JsonNode> members(JsonNode object, int size) {
        if (size < 0 || size > LARGEST || !object.isObject()) {
            return Optional.empty();
        }
        ObjectNode members = JSON.objectNode();
        object.properties().stream().limit(size).forEach(member -> members.set(member.getKey(), member.getValue()));
        for (int i = members.size(); i < size; i++) {
            members.put("more" + i, "x");
        }
        return Optional.of(members);
    }
}
