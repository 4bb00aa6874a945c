package io.platformapi.compat.schema.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.shape.Assertion;
import io.platformapi.compat.schema.shape.JsonType;
import io.platformapi.compat.schema.shape.Keyword;
import io.platformapi.compat.schema.shape.PlacedAssertion;
import io.platformapi.compat.schema.shape.ValueAssertion;
import io.platformapi.contract.schema.SameValues;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads which types and which values a schema lists. */
final class ValueKeywords {

    private static final Map<String, JsonType> SPOKEN_OF = spokenOf();

    private final SchemaReading reading;
    private final String pointer;
    private final List<PlacedAssertion> parts;

    ValueKeywords(SchemaReading reading, String pointer, List<PlacedAssertion> parts) {
        this.reading = reading;
        this.pointer = pointer;
        this.parts = parts;
    }

    void read(ObjectNode schema) {
        if (schema.has("type")) {
            types(schema).ifPresent(types -> add(types, "type"));
        }
        for (String keyword : reading.enumerations()) {
            if (schema.path(keyword).isArray()) {
                List<JsonNode> values = new ArrayList<>();
                schema.get(keyword).forEach(value -> values.add(SameValues.form(value)));
                add(new ValueAssertion.Values(values), keyword);
            }
        }
        if (schema.has("const")) {
            add(new ValueAssertion.Values(List.of(SameValues.form(schema.get("const")))), "const");
        }
    }

    private void add(Assertion assertion, String keyword) {
        parts.add(SchemaCompiler.part(assertion, pointer, keyword));
    }

    private Optional<Assertion> types(ObjectNode schema) {
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        boolean integer = false;
        boolean number = false;
        for (JsonNode name : schema.get("type").isArray() ? schema.get("type") : List.of(schema.get("type"))) {
            integer |= name.asText().equals("integer");
            number |= name.asText().equals("number");
            try {
                types.add(
                        name.asText().equals("integer")
                                ? JsonType.NUMBER
                                : JsonType.valueOf(name.asText().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                return Optional.of(new ValueAssertion.Undecidable("there is no type " + name));
            }
        }
        if (reading.openApi30() && schema.path("nullable").asBoolean()) {
            types.add(JsonType.NULL);
        }
        Set<JsonType> slips = spokenOf(schema);
        slips.removeAll(types);
        if (reading.meant()) {
            types.addAll(slips);
        } else if (!reading.literal()) {
            slips.forEach(each -> add(new ValueAssertion.Slip(each), "type"));
        }
        boolean all = types.size() == JsonType.values().length && (number || !integer);
        return all ? Optional.empty() : Optional.of(new ValueAssertion.Types(types, integer && !number));
    }

    private static Set<JsonType> spokenOf(ObjectNode schema) {
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        schema.fieldNames().forEachRemaining(keyword -> {
            JsonType type = SPOKEN_OF.get(keyword);
            if (type != null) {
                types.add(type);
            }
        });
        return types;
    }

    private static Map<String, JsonType> spokenOf() {
        Map<String, JsonType> types = new HashMap<>(Map.of("pattern", JsonType.STRING));
        Stream.of(Keyword.values()).forEach(each -> types.put(each.spelling(), each.type()));
        Stream.of("items", "prefixItems", "contains", "uniqueItems").forEach(each -> types.put(each, JsonType.ARRAY));
        Stream.of("properties", "required", "patternProperties", "additionalProperties")
                .forEach(each -> types.put(each, JsonType.OBJECT));
        return Map.copyOf(types);
    }
}
