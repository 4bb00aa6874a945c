package io.platformapi.servicestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Says in {@code xml} objects what {@code x-datacontract} says of names and namespaces, for tools that know nothing of
 * it (decision 0003). Order and dictionaries cannot be said. What has an {@code xml} object already keeps it.
 */
final class XmlObjects {

    /** The facts of a schema in XML, beyond its name. */
    static final String FACTS = "x-datacontract";

    static final String XML = "xml";

    private final Derivation derivation;

    XmlObjects(Derivation derivation) {
        this.derivation = derivation;
    }

    /** The schemas with their names in XML. */
    ObjectNode named(JsonNode schemas) {
        ObjectNode named = derivation.like(schemas);
        schemas.properties().forEach(schema -> named.set(schema.getKey(), named(schema.getKey(), schema.getValue())));
        return named;
    }

    private JsonNode named(String name, JsonNode schema) {
        JsonNode facts = schema.path(FACTS);
        if (!facts.has("namespace")) {
            return schema;
        }
        String namespace = facts.path("namespace").asText();
        ObjectNode copy = derivation.copyOf(schema);
        copy.putIfAbsent(XML, xml(facts.path("name").asText(name), namespace));
        if (schema.path("properties").isObject()) {
            copy.set("properties", members(schema.path("properties"), namespace, ignored(facts)));
        }
        return copy;
    }

    private static Set<String> ignored(JsonNode facts) {
        Set<String> ignored = new HashSet<>();
        facts.path("ignored").forEach(name -> ignored.add(name.asText()));
        return ignored;
    }

    private ObjectNode members(JsonNode properties, String namespace, Set<String> ignored) {
        ObjectNode members = derivation.like(properties);
        properties.properties().forEach(property -> {
            boolean named = property.getValue().has(XML) || ignored.contains(property.getKey());
            members.set(
                    property.getKey(),
                    named ? property.getValue() : member(property.getKey(), property.getValue(), namespace));
        });
        return members;
    }

    private ObjectNode member(String name, JsonNode property, String namespace) {
        ObjectNode xml = xml(name, namespace);
        if (property.path("type").asText().equals("array")) {
            xml.put("wrapped", true);
        }
        ObjectNode copy = derivation.copyOf(property);
        copy.set(XML, xml);
        return copy;
    }

    private static ObjectNode xml(String name, String namespace) {
        return JsonNodeFactory.instance.objectNode().put("name", name).put("namespace", namespace);
    }
}
