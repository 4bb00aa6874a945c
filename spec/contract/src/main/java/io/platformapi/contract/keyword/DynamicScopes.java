package io.platformapi.contract.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.layout.Field;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.layout.Spots;
import io.platformapi.contract.source.Edits;
import io.platformapi.contract.source.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes references that depend on how one came to them ({@code $dynamicRef}, {@code $recursiveRef}) references by
 * place.
 *
 * <p>A resource that leads to one is written once more for each way to it that makes a difference; who comes that way
 * is led to the copy. Copies stand in the document below a name of nobody, and keep the lines of what they are copies
 * of.
 *
 * <ol>
 *   <li>Of each resource the anchors are noted that may take another's place.
 *   <li>Each reference is followed with the anchors of the resources around it; the outermost counts.
 *   <li>Where its target means something else to who comes with them, a copy of the target is made, and its references
 *       are followed likewise.
 * </ol>
 */
final class DynamicScopes {

    private static final String COPIES = "x-dynamic-scopes";
    private static final int MOST_COPIES = 2000;
    private static final Set<String> APART = Set.of("$defs", "definitions");

    private final Node document;
    private final Edits edits;
    private final DynamicAnchors anchors;
    private final Map<JsonNode, List<Spots.Reference>> references = new IdentityHashMap<>();
    private final Map<String, Integer> known = new HashMap<>();
    private final Deque<Copy> open = new ArrayDeque<>();
    private final List<JsonNode> copies = new ArrayList<>();

    private DynamicScopes(Node document, Spots spots, Edits edits) {
        this.document = document;
        this.edits = edits;
        for (Spots.Reference reference : spots.references()) {
            if (reference.form() == Field.Form.ONE && reference.kind() == Kind.SCHEMA) {
                references
                        .computeIfAbsent(reference.written().parent().json(), any -> new ArrayList<>())
                        .add(reference);
            }
        }
        this.anchors = new DynamicAnchors(spots, references);
    }

    /** A schema that is to be written once more, for who comes with some anchors. */
    private record Copy(Node schema, Map<String, Node> scope) {}

    /** Adds to the changes of a document what its dynamic references need. */
    static void settle(Node document, Spots spots, Edits edits) {
        if (spots.references().stream().noneMatch(DynamicAnchors::isDynamic)) {
            return;
        }
        DynamicScopes scopes = new DynamicScopes(document, spots, edits);
        scopes.references.values().forEach(each -> each.forEach(scopes::settle));
        scopes.makeCopies();
        if (!scopes.copies.isEmpty()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            scopes.copies.forEach(all::add);
            edits.set(document, COPIES, all);
        }
    }

    private void settle(Spots.Reference reference) {
        Node schema = reference.written().parent();
        Node target = anchors.target(reference, anchors.around(schema));
        Map<String, Node> scope = anchors.entered(target, anchors.around(schema));
        if (target.json() != reference.target().json() || isDifferent(target, scope)) {
            refer(schema.json(), reference, address(schema, target, scope));
        }
    }

    private void refer(JsonNode schema, Spots.Reference reference, String address) {
        edits.remove(schema, reference.written().name());
        edits.set(schema, "$ref", TextNode.valueOf(address));
    }

    private boolean isDifferent(Node target, Map<String, Node> scope) {
        return !key(target, scope).equals(key(target, anchors.around(target)));
    }

    /** Where a schema stands that means what it means to who comes with some anchors. */
    private String address(Node from, Node target, Map<String, Node> scope) {
        String key = key(target, scope);
        if (!isDifferent(target, scope) || known.size() >= MOST_COPIES && !known.containsKey(key)) {
            return PlainSchemas.address(from, target);
        }
        Integer index = known.get(key);
        if (index == null) {
            index = known.size();
            known.put(key, index);
            open.add(new Copy(target, scope));
        }
        return document.file().uri() + "#/" + COPIES + "/" + index;
    }

    /** What a schema and the anchors that matter to it are known by. */
    private String key(Node schema, Map<String, Node> scope) {
        StringBuilder key = new StringBuilder(place(schema));
        for (String name : anchors.reached(schema)) {
            Node found = scope.get(name);
            key.append('\n').append(name).append(' ').append(found == null ? "" : place(found));
        }
        return key.toString();
    }

    private static String place(Node node) {
        return node.file().uri() + "#" + node.pointer();
    }

    private void makeCopies() {
        while (!open.isEmpty()) {
            Copy next = open.remove();
            copies.add(copied(next.schema().json(), next.scope()));
        }
    }

    /** A copy of a value, with the changes that are to be made to it, and references as somebody finds them. */
    private JsonNode copied(JsonNode json, Map<String, Node> around) {
        if (json.isObject()) {
            Map<String, Node> scope = anchors.inside(json, around);
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            json.properties().stream()
                    .filter(member -> !APART.contains(member.getKey()))
                    .forEach(member -> copy.set(member.getKey(), copied(member.getValue(), scope)));
            edits.copy(json, copy, value -> copied(value, scope));
            references.getOrDefault(json, List.of()).forEach(reference -> {
                Node target = anchors.target(reference, scope);
                refer(copy, reference, address(document, target, anchors.entered(target, scope)));
            });
            return copy;
        }
        if (json.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            json.forEach(item -> copy.add(copied(item, around)));
            edits.copy(json, copy, value -> copied(value, around));
            return copy;
        }
        return json;
    }
}
