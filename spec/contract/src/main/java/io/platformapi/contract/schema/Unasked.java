package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.UnreadableDocument;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A document whose schemas do not ask for the members that a keyword marks.
 *
 * <p>Such a member may be declared in one part of an {@code allOf} and required in another, or be required in each
 * branch of a union: whoever passes over the faults afterwards does not know which branch was meant.
 */
final class Unasked {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The keywords whose schemas speak of the same value. */
    private static final List<String> SAME_VALUE = List.of("allOf", "oneOf", "anyOf", "then", "else");

    private final String keyword;
    private final Map<JsonNode, JsonNode> origins = new IdentityHashMap<>();

    private Unasked(String keyword) {
        this.keyword = keyword;
    }

    /** The document, in all its files; empty where the keyword marks nothing in any. */
    static Optional<Node> document(Node written, String keyword) {
        if (written.roots().stream().noneMatch(root -> marks(root.json(), keyword))) {
            return Optional.empty();
        }
        Unasked unasked = new Unasked(keyword);
        return Optional.of(written.rewritten(root -> unasked.rewritten(root, Set.of()), unasked.origins));
    }

    private static boolean marks(JsonNode tree, String keyword) {
        return tree.findValues(keyword).stream().anyMatch(JsonNode::asBoolean);
    }

    /** The value with shorter lists of required members; itself where none is shorter. */
    private JsonNode rewritten(Node node, Set<String> around) {
        JsonNode changed = node.json();
        if (node.isObject()) {
            changed = object(node, around);
        } else if (node.json().isArray()) {
            ArrayNode list = JSON.arrayNode();
            node.items().forEach(item -> list.add(rewritten(item, around)));
            changed = list;
        }
        if (changed.equals(node.json())) {
            return node.json();
        }
        origins.put(changed, node.json());
        return changed;
    }

    private ObjectNode object(Node node, Set<String> around) {
        Set<String> names = new HashSet<>(around);
        collect(node, names, Collections.newSetFromMap(new IdentityHashMap<>()));
        ObjectNode object = JSON.objectNode();
        node.members().forEach((name, member) -> {
            boolean lists = name.equals("dependentRequired") && member.isObject();
            if (name.equals("required") && member.json().isArray()) {
                object.set(name, without(names, member.json()));
            } else if (lists) {
                ObjectNode dependents = object.putObject(name);
                member.members().forEach((other, list) -> dependents.set(other, without(names, list.json())));
            } else {
                object.set(name, rewritten(member, SAME_VALUE.contains(name) ? names : Set.of()));
            }
        });
        return loosened(object, node.json());
    }

    /** Branches that only such members told apart may all be meant: of a value that fits two, nobody knows more. */
    private static ObjectNode loosened(ObjectNode object, JsonNode written) {
        boolean loosened = object.has("oneOf")
                && !object.has("anyOf")
                && !object.get("oneOf").equals(written.get("oneOf"));
        if (loosened) {
            object.set("anyOf", object.remove("oneOf"));
        }
        return object;
    }

    private static JsonNode without(Set<String> names, JsonNode required) {
        if (!required.isArray()) {
            return required;
        }
        ArrayNode left = JSON.arrayNode();
        required.forEach(name -> {
            if (!names.contains(name.asText())) {
                left.add(name);
            }
        });
        return left;
    }

    /** The names of the members that a schema marks, or what it takes in. */
    private void collect(Node schema, Set<String> names, Set<JsonNode> seen) {
        Node definition = definition(schema);
        if (!definition.isObject() || !seen.add(definition.json())) {
            return;
        }
        definition.member("properties").members().forEach((name, member) -> {
            if (isMarked(member, Collections.newSetFromMap(new IdentityHashMap<>()))) {
                names.add(name);
            }
        });
        sameValue(definition).forEach(part -> collect(part, names, seen));
    }

    /** Under names that OpenAPI does not know, a reference that nobody follows may lead nowhere. */
    private static Node definition(Node schema) {
        try {
            return schema.resolved();
        } catch (UnreadableDocument nowhere) {
            return schema;
        }
    }

    private boolean isMarked(Node schema, Set<JsonNode> seen) {
        Node definition = definition(schema);
        return schema.flag(keyword)
                || definition.flag(keyword)
                || seen.add(definition.json())
                        && definition.member("allOf").items().stream().anyMatch(part -> isMarked(part, seen));
    }

    private static Stream<Node> sameValue(Node schema) {
        return SAME_VALUE.stream()
                .map(schema::member)
                .flatMap(member -> member.json().isArray()
                        ? member.items().stream()
                        : member.isObject() ? Stream.of(member) : Stream.empty());
    }
}
