package io.platformapi.contract.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Changes of a document's trees, gathered first and made all at once.
 *
 * <p>What is changed is copied, with all that contains it; everything else is shared with the trees as they were, and
 * copies keep the lines of what they stand for.
 */
public final class Edits {

    private final Map<JsonNode, Map<String, Optional<JsonNode>>> changes = new IdentityHashMap<>();
    private final Map<JsonNode, JsonNode> copies = new IdentityHashMap<>();

    /** Leaves out a member of an object. */
    public void remove(Node object, String name) {
        of(object).put(name, Optional.empty());
    }

    /** Sets a member of an object, or an item of an array by its index. */
    public void set(Node container, String name, JsonNode value) {
        of(container).put(name, Optional.of(value));
    }

    /** The same of an object that is no part of a document yet. */
    public void remove(JsonNode object, String name) {
        of(object).put(name, Optional.empty());
    }

    /** The same of a container that is no part of a document yet. */
    public void set(JsonNode container, String name, JsonNode value) {
        of(container).put(name, Optional.of(value));
    }

    /**
     * Has a copy of a container stand for it, and makes to the copy the changes that are made to it so far.
     *
     * @param within what becomes of the values of these changes
     */
    public void copy(JsonNode container, JsonNode copy, UnaryOperator<JsonNode> within) {
        copies.put(copy, container);
        changes.getOrDefault(container, Map.of()).forEach((name, value) -> of(copy).put(name, value.map(within)));
    }

    private Map<String, Optional<JsonNode>> of(Node container) {
        return of(container.json());
    }

    private Map<String, Optional<JsonNode>> of(JsonNode container) {
        return changes.computeIfAbsent(container, any -> new LinkedHashMap<>());
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** One application of the changes: a container that stands at several places is copied once. */
    final class Application {

        private final Map<JsonNode, JsonNode> origins = new IdentityHashMap<>();
        private final Map<JsonNode, JsonNode> results = new IdentityHashMap<>();

        /** What each copy stands for. */
        Map<JsonNode, JsonNode> origins() {
            return origins;
        }

        JsonNode result(JsonNode tree) {
            if (!tree.isContainerNode()) {
                return tree;
            }
            JsonNode known = results.get(tree);
            if (known == null) {
                known = tree.isObject() ? object((ObjectNode) tree) : array((ArrayNode) tree);
                results.put(tree, known);
                JsonNode original = copies.getOrDefault(tree, tree);
                if (known != original) {
                    origins.put(known, original);
                }
            }
            return known;
        }

        private JsonNode object(ObjectNode object) {
            Map<String, Optional<JsonNode>> own = changes.getOrDefault(object, Map.of());
            ObjectNode copy = object.objectNode();
            boolean same = own.isEmpty();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                Optional<JsonNode> value = own.getOrDefault(member.getKey(), Optional.of(member.getValue()));
                value.ifPresent(kept -> copy.set(member.getKey(), result(kept)));
                same = same && copy.get(member.getKey()) == member.getValue();
            }
            own.forEach((name, value) ->
                    value.filter(any -> !object.has(name)).ifPresent(added -> copy.set(name, result(added))));
            return same ? object : copy;
        }

        private JsonNode array(ArrayNode array) {
            Map<String, Optional<JsonNode>> own = changes.getOrDefault(array, Map.of());
            ArrayNode copy = array.arrayNode();
            boolean same = true;
            for (int i = 0; i < array.size(); i++) {
                JsonNode item = result(
                        own.getOrDefault(String.valueOf(i), Optional.empty()).orElse(array.get(i)));
                same = same && item == array.get(i);
                copy.add(item);
            }
            return same ? array : copy;
        }
    }
}
