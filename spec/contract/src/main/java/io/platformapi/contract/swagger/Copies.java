package io.platformapi.contract.swagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Copies of a document's containers, each with the one it stands for; schemas are copied in the words of 3.0. */
final class Copies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DEFINITIONS = "#/definitions/";
    private static final Set<String> DATA = Set.of("example", "default", "enum", "required");

    private final Set<String> definitions;
    private final Map<JsonNode, JsonNode> origins = new IdentityHashMap<>();

    /** Copies of the parts of a document with these definitions. */
    Copies(Set<String> definitions) {
        this.definitions = definitions;
    }

    /** The container that each copy stands for, by identity. */
    Map<JsonNode, JsonNode> origins() {
        return origins;
    }

    /** An empty object in the place of another. */
    ObjectNode like(JsonNode origin) {
        ObjectNode copy = JSON.objectNode();
        origins.put(copy, origin);
        return copy;
    }

    /** An object with the same members, each changed; extensions are kept as they are. */
    ObjectNode members(JsonNode origin, UnaryOperator<JsonNode> change) {
        ObjectNode copy = like(origin);
        origin.properties().forEach(member -> {
            boolean changes =
                    !member.getKey().startsWith("x-") && member.getValue().isObject();
            copy.set(member.getKey(), changes ? change.apply(member.getValue()) : member.getValue());
        });
        return copy;
    }

    /** A schema in the words of 3.0. */
    JsonNode schema(JsonNode written) {
        if (written.isArray()) {
            ArrayNode items = JSON.arrayNode();
            origins.put(items, written);
            written.forEach(item -> items.add(schema(item)));
            return items;
        }
        if (!written.isObject()) {
            return written;
        }
        ObjectNode schema = like(written);
        written.properties().forEach(member -> keyword(schema, member.getKey(), member.getValue()));
        return schema;
    }

    private void keyword(ObjectNode schema, String name, JsonNode value) {
        switch (name) {
            case "$ref" -> schema.put(name, reference(value.asText()));
            case "properties" -> schema.set(name, members(value, this::schema));
            case "discriminator" -> schema.set(name, discriminator(value));
            case "x-nullable" -> schema.set("nullable", value);
            case "type" -> type(schema, value);
            default -> schema.set(name, DATA.contains(name) || name.startsWith("x-") ? value : schema(value));
        }
    }

    /** A file is a string of bytes. */
    private static void type(ObjectNode schema, JsonNode type) {
        if (type.asText().equals("file")) {
            schema.put("type", "string").put("format", "binary");
        } else {
            schema.set("type", type);
        }
    }

    private static JsonNode discriminator(JsonNode value) {
        return value.isTextual() ? JSON.objectNode().set("propertyName", value) : value;
    }

    /** A definition's bare name is a reference, too: the first editors of 2.0 wrote it so. */
    private String reference(String reference) {
        String name = reference.startsWith(DEFINITIONS) ? reference.substring(DEFINITIONS.length()) : reference;
        return !name.equals(reference) || definitions.contains(name) ? "#/components/schemas/" + name : reference;
    }
}
