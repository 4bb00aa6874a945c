package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The types a schema without {@code type} speaks of, by the keywords it uses. */
final class Hints {

    private static final Map<String, Type> KEYWORDS = Map.ofEntries(
            Map.entry("properties", Type.OBJECT),
            Map.entry("required", Type.OBJECT),
            Map.entry("additionalProperties", Type.OBJECT),
            Map.entry("patternProperties", Type.OBJECT),
            Map.entry("items", Type.ARRAY),
            Map.entry("prefixItems", Type.ARRAY),
            Map.entry("minLength", Type.STRING),
            Map.entry("maxLength", Type.STRING),
            Map.entry("pattern", Type.STRING),
            Map.entry("multipleOf", Type.NUMBER));

    private Hints() {}

    static Set<Type> types(JsonNode schema) {
        Set<Type> types = EnumSet.noneOf(Type.class);
        schema.path("enum").forEach(value -> types.add(Type.of(value)));
        if (schema.has("const")) {
            types.add(Type.of(schema.get("const")));
        }
        if (types.isEmpty()) {
            schema.fieldNames().forEachRemaining(keyword -> {
                if (KEYWORDS.containsKey(keyword)) {
                    types.add(KEYWORDS.get(keyword));
                }
            });
        }
        return types;
    }
}
