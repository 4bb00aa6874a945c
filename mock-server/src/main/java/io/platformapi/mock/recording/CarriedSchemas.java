package io.platformapi.mock.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.layout.Field;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.layout.Layout;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.UnreadableDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Schemas that are taken over from a contract as they are, with all that they refer to as components of one document;
 * texts and examples stay behind. For one document, by one thread.
 */
final class CarriedSchemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String COMPONENTS = "#/components/schemas/";
    /** What says nothing of values, or nothing outside its own document. */
    static final Set<String> LEFT_BEHIND = Set.of(
            "title",
            "description",
            "example",
            "examples",
            "externalDocs",
            "$comment",
            "$id",
            "$schema",
            "$anchor",
            "$defs",
            "definitions");

    private final Map<String, String> names = new HashMap<>();
    private final SortedMap<String, JsonNode> components = new TreeMap<>();

    /** What has been referred to so far, by name. */
    SortedMap<String, JsonNode> components() {
        return components;
    }

    /** A schema as it is. */
    JsonNode copy(Node schema) {
        if (!schema.isObject()) {
            return schema.json().deepCopy();
        }
        ObjectNode copy = JSON.objectNode();
        schema.members().forEach((keyword, value) -> {
            if (!LEFT_BEHIND.contains(keyword)) {
                copy.set(keyword, copy(keyword, value));
            }
        });
        return copy;
    }

    private JsonNode copy(String keyword, Node value) {
        if (keyword.equals("$ref") && value.json().isTextual()) {
            return JSON.textNode(COMPONENTS + Node.escape(name(value.parent().target())));
        }
        if (keyword.equals("discriminator")) {
            return discriminator(value);
        }
        return switch (holds(keyword)) {
            case ONE -> copy(value);
            case LIST -> list(value.items());
            case MAP -> {
                ObjectNode map = JSON.objectNode();
                value.members().forEach((name, schema) -> map.set(name, copy(schema)));
                yield map;
            }
            case VALUE -> value.json().deepCopy();
        };
    }

    /** How the schemas of a keyword are put together. */
    private static Field.Form holds(String keyword) {
        return Layout.field(Kind.SCHEMA, keyword)
                .filter(field -> field.kind() == Kind.SCHEMA)
                .map(Field::form)
                .orElse(Field.Form.VALUE);
    }

    /** Schemas as they are. */
    ArrayNode list(List<Node> schemas) {
        ArrayNode list = JSON.arrayNode();
        schemas.forEach(each -> list.add(copy(each)));
        return list;
    }

    private JsonNode discriminator(Node written) {
        JsonNode copy = written.json().deepCopy();
        if (copy.path("mapping") instanceof ObjectNode mapping) {
            written.member("mapping")
                    .members()
                    .forEach((value, target) ->
                            mapping.put(value, mapped(written, target.json().asText())));
        }
        return copy;
    }

    /** A mapping has the name of a component, or a reference; one that leads nowhere is nobody's. */
    private String mapped(Node written, String target) {
        boolean bare = target.matches("[A-Za-z0-9._-]+")
                && written.root()
                        .member("components")
                        .member("schemas")
                        .member(target)
                        .exists();
        try {
            return COMPONENTS + Node.escape(name(written.referred(bare ? COMPONENTS + target : target)));
        } catch (UnreadableDocument nowhere) {
            return target;
        }
    }

    /** The name of the component that a definition becomes: its own, where nothing else has it. */
    private String name(Node definition) {
        String place = definition.file().uri() + "#" + definition.pointer();
        String known = names.get(place);
        if (known != null) {
            return known;
        }
        String own = definition.name().replaceAll("[^A-Za-z0-9._-]", "-");
        String name = own.isEmpty() ? "Schema" : own;
        for (int i = 2; components.containsKey(name); i++) {
            name = own + i;
        }
        names.put(place, name);
        components.put(name, JSON.objectNode()); // so that what refers to itself finds itself
        components.put(name, copy(definition));
        return name;
    }
}
