package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Says in words what a keyword expects. */
final class Expectation {

    private static final Map<String, Function<JsonNode, String>> PHRASES = Map.ofEntries(
            Map.entry("type", Expectation::type),
            Map.entry("format", Expectation::format),
            Map.entry("enum", values -> "one of " + list(values)),
            Map.entry("const", Shown::of),
            Map.entry("minLength", n -> "at least " + count(n, "character")),
            Map.entry("maxLength", n -> "at most " + count(n, "character")),
            Map.entry("pattern", pattern -> "text that matches " + pattern.asText()),
            Map.entry("minimum", n -> "a number not below " + n.asText()),
            Map.entry("maximum", n -> "a number not above " + n.asText()),
            Map.entry("exclusiveMinimum", n -> "a number above " + n.asText()),
            Map.entry("exclusiveMaximum", n -> "a number below " + n.asText()),
            Map.entry("multipleOf", n -> "a multiple of " + n.asText()),
            Map.entry("minItems", n -> "at least " + count(n, "item")),
            Map.entry("maxItems", n -> "at most " + count(n, "item")),
            Map.entry("uniqueItems", n -> "items that differ from each other"),
            Map.entry("minProperties", n -> "at least " + count(n, "member")),
            Map.entry("maxProperties", n -> "at most " + count(n, "member")),
            Map.entry("required", n -> "a value: it is required"),
            Map.entry("dependentRequired", n -> "the members that go with it"),
            Map.entry("undocumented", writeOnly -> "no such member" + (writeOnly.asBoolean() ? " in a response" : "")),
            Map.entry("additionalProperties", n -> "no such member"),
            Map.entry("unevaluatedProperties", n -> "no such member"),
            Map.entry("unevaluatedItems", n -> "no such item"),
            Map.entry("contains", n -> "an item of the kind that must be contained"),
            Map.entry("not", n -> "a value of another kind"),
            Map.entry("oneOf", n -> "a value of exactly one of the documented kinds"),
            Map.entry("anyOf", n -> "a value of one of the documented kinds"));

    private Expectation() {}

    static String of(String keyword, JsonNode value) {
        return PHRASES.getOrDefault(keyword, other -> "a value that satisfies " + keyword)
                .apply(value);
    }

    private static String type(JsonNode type) {
        List<String> names = new ArrayList<>();
        (type.isArray() ? type : List.of(type)).forEach(name -> names.add(withArticle(name.asText())));
        return String.join(" or ", names);
    }

    private static String withArticle(String type) {
        return switch (type) {
            case "null" -> "null";
            case "array", "integer", "object" -> "an " + type;
            default -> "a " + type;
        };
    }

    private static String format(JsonNode format) {
        return KnownFormat.named(format.asText())
                .map(KnownFormat::words)
                .orElse("text in the format " + format.asText());
    }

    private static String list(JsonNode values) {
        List<String> shown = new ArrayList<>();
        values.forEach(value -> shown.add(Shown.of(value)));
        return String.join(", ", shown);
    }

    private static String count(JsonNode number, String noun) {
        return number.asText() + " " + noun + (number.asInt() == 1 ? "" : "s");
    }
}
