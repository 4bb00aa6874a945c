package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.reading.References;
import java.util.Optional;
import java.util.Set;

/**
 * What a reader of text takes in beyond its schema's values. A parameter or header field is text: who reads any string
 * reads every number, and who reads a list reads a single item as a list of one.
 */
final class TextReading {

    private static final Set<String> LIMITS = Set.of(
            "enum", "const", "pattern", "format", "minLength", "maxLength", "allOf", "anyOf", "oneOf", "not", "if");

    private TextReading() {}

    /** The wider schema; empty if it would not be wider. */
    static Optional<References.Located> of(References.Located read, Edition reader) {
        ObjectNode wider = JsonNodeFactory.instance.objectNode();
        ArrayNode branches = wider.putArray("anyOf").add(Edition.referring(read));
        References.Located schema = resolved(read, reader);
        widen(schema.schema(), branches);
        JsonNode items = schema.schema().path("items");
        if (items.isObject() && schema.schema().path("minItems").asInt() <= 1) {
            References.Located item = new References.Located(items, schema.pointer() + "/items");
            branches.add(Edition.referring(item));
            widen(resolved(item, reader).schema(), branches);
        }
        return branches.size() > 1
                ? Optional.of(new References.Located(wider, read.pointer() + "/as text"))
                : Optional.empty();
    }

    private static void widen(JsonNode schema, ArrayNode branches) {
        JsonNode type = schema.path("type");
        boolean string = type.asText().equals("string");
        for (JsonNode each : type) {
            string |= each.asText().equals("string");
        }
        if (string && LIMITS.stream().noneMatch(schema::has)) {
            branches.addObject().put("type", "number");
            branches.addObject().put("type", "boolean");
        }
    }

    private static References.Located resolved(References.Located schema, Edition reader) {
        References.Located found = schema;
        for (int i = 0; i < 20 && found.schema().has("$ref"); i++) {
            Optional<References.Located> next =
                    reader.resolve(found.schema().get("$ref").asText(), found.pointer());
            if (next.isEmpty()) {
                return found;
            }
            found = next.get();
        }
        return found;
    }
}
