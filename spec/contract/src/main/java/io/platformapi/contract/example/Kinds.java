package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.schema.Below;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the discriminators of a place say of an object: the member that tells its kind, and how it calls that. */
final class Kinds {

    private final Map<String, TextNode> names = new HashMap<>();

    /** Says that an object is of a schema, in the words of a part's discriminator; who comes first is right. */
    void say(Schema part, Schema kind) {
        JsonNode discriminator = part.node().json().path("discriminator");
        if (discriminator.path("propertyName").isTextual()) {
            name(kind)
                    .map(name -> mapped(discriminator, name))
                    .ifPresent(word ->
                            names.putIfAbsent(discriminator.path("propertyName").textValue(), TextNode.valueOf(word)));
        }
    }

    /** The name by which a schema is referred to, though it may be nothing but another's. */
    private static Optional<String> name(Schema kind) {
        return kind.written().isReference()
                ? Optional.of(kind.written().target().name()).filter(name -> !name.isEmpty())
                : kind.name();
    }

    /** The word of a mapping for a component; without one its name. */
    private static String mapped(JsonNode discriminator, String name) {
        return discriminator.path("mapping").properties().stream()
                .filter(entry -> leadsTo(entry.getValue().asText(), name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
    }

    private static boolean leadsTo(String reference, String name) {
        String last = reference.substring(reference.lastIndexOf('/') + 1);
        return last.equals(name) || Node.unescape(last).equals(name);
    }

    /** The kinds that a schema has by its own discriminator, each of which takes it in. */
    static List<Schema> below(Schema schema) {
        JsonNode own = schema.node().json();
        return Below.mapped(schema).stream()
                .filter(kind -> kind.node().json() != own)
                .filter(kind ->
                        kind.parts().stream().anyMatch(part -> part.node().json() == own))
                .toList();
    }

    /** What a member says, if it tells the kind and its schemas let it. */
    Optional<JsonNode> word(String member, List<Schema> schemas) {
        TextNode word = names.get(member);
        return Optional.<JsonNode>ofNullable(word)
                .filter(text ->
                        schemas.stream().allMatch(schema -> schema.faults(text).isEmpty()));
    }
}
