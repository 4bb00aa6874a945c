package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.source.Node;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The definition a schema leads to, through references and unions with null.
 *
 * @param node the definition
 * @param name the last component's name on the way, or null for a schema written in place
 * @param nullable whether a union on the way accepts null
 */
record Resolution(Node node, @Nullable String name, boolean nullable) {

    private static final String COMPONENTS = "/components/schemas/";

    /** Of a schema that leads back to itself, such as a union of itself and null, the first that is no reference. */
    static Resolution of(Node written) {
        Set<JsonNode> passed = Collections.newSetFromMap(new IdentityHashMap<>());
        Resolution found = new Resolution(written, componentName(written), false);
        while (passed.add(found.node.json())) {
            Resolution next = found.step();
            if (next == found) {
                return found;
            }
            found = next;
        }
        while (found.node.isReference()) {
            found = found.step();
        }
        return found;
    }

    private Resolution step() {
        if (node.isReference()) {
            Node target = node.target();
            return new Resolution(target, componentName(target), nullable);
        }
        Node other = otherThanNull(node);
        if (other != null) {
            return new Resolution(other, name, true);
        }
        return only(node);
    }

    /**
     * An {@code allOf} of one branch that says nothing else is that branch: 3.0's way to write a nullable reference.
     */
    private Resolution only(Node schema) {
        List<Node> all = schema.member("allOf").items();
        boolean bare = all.size() == 1
                && !schema.json().has("properties")
                && !schema.json().has("required");
        if (!bare || !all.get(0).isReference()) {
            return this;
        }
        return new Resolution(all.get(0), name, nullable || schema.flag("nullable"));
    }

    private static @Nullable Node otherThanNull(Node schema) {
        for (String union : List.of("oneOf", "anyOf")) {
            List<Node> branches = schema.member(union).items();
            List<Node> others =
                    branches.stream().filter(branch -> !isNull(branch.json())).toList();
            if (branches.size() == 2 && others.size() == 1) {
                return others.get(0);
            }
        }
        return null;
    }

    private static boolean isNull(JsonNode branch) {
        JsonNode type = branch.path("type");
        JsonNode only = type.isArray() && type.size() == 1 ? type.get(0) : type;
        return only.asText().equals("null") || branch.path("const").isNull();
    }

    private static @Nullable String componentName(Node node) {
        String pointer = node.pointer();
        boolean component = pointer.startsWith(COMPONENTS) && pointer.indexOf('/', COMPONENTS.length()) < 0;
        return component ? node.name() : null;
    }
}
