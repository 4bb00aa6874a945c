package io.platformapi.contract.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.layout.Spots;
import io.platformapi.contract.source.Node;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The anchors of a document that a reference may find in place of another of the same name (JSON Schema 2020-12,
 * section 8.2.3.2; for {@code $recursiveRef} 2019-09, section 8.2.4.2).
 */
final class DynamicAnchors {

    /** What {@code $recursiveAnchor} would be called if it had a name. */
    private static final String RECURSIVE = "$recursiveAnchor";

    private final Spots spots;
    private final Map<JsonNode, List<Spots.Reference>> references;
    private final Map<URI, Map<String, Node>> ofResource = new HashMap<>();
    private final Map<JsonNode, URI> resources = new IdentityHashMap<>();
    private final Map<JsonNode, Map<String, Node>> around = new IdentityHashMap<>();
    private final Map<JsonNode, Set<String>> reached = new IdentityHashMap<>();

    /** Those of the schemas that were found; {@code references} are those of each schema. */
    DynamicAnchors(Spots spots, Map<JsonNode, List<Spots.Reference>> references) {
        this.spots = spots;
        this.references = references;
        for (Node schema : spots.of(Kind.SCHEMA)) {
            String name = schema.flag(RECURSIVE) ? RECURSIVE : schema.text("$dynamicAnchor", "");
            if (!name.isEmpty()) {
                ofResource.computeIfAbsent(own(schema), any -> new HashMap<>()).putIfAbsent(name, schema);
            }
            if (schema.json().path(spots.draft(schema).id()).isTextual()) {
                resources.put(schema.json(), own(schema));
            }
        }
    }

    /** Whether a reference may depend on how one came to it. */
    static boolean isDynamic(Spots.Reference reference) {
        return !reference.written().name().equals("$ref");
    }

    private URI own(Node schema) {
        List<URI> bases = spots.bases(schema);
        return bases.get(bases.size() - 1);
    }

    /** The anchors of the resources around a schema; the outermost of each name. */
    Map<String, Node> around(Node schema) {
        return around.computeIfAbsent(schema.json(), any -> {
            Map<String, Node> scope = new HashMap<>();
            spots.bases(schema)
                    .forEach(base -> ofResource.getOrDefault(base, Map.of()).forEach(scope::putIfAbsent));
            return scope;
        });
    }

    /** The anchors of who comes to a schema with some. */
    Map<String, Node> entered(Node schema, Map<String, Node> scope) {
        return with(own(schema), scope);
    }

    /** The anchors inside an object that may be a resource of its own. */
    Map<String, Node> inside(JsonNode object, Map<String, Node> scope) {
        URI resource = resources.get(object);
        return resource == null ? scope : with(resource, scope);
    }

    private Map<String, Node> with(URI resource, Map<String, Node> scope) {
        Map<String, Node> all = new HashMap<>(scope);
        ofResource.getOrDefault(resource, Map.of()).forEach(all::putIfAbsent);
        return all;
    }

    /** What a reference leads to for who comes with some anchors. */
    Node target(Spots.Reference reference, Map<String, Node> scope) {
        String name = name(reference);
        return name.isEmpty() ? reference.target() : scope.getOrDefault(name, reference.target());
    }

    /** The name that a reference looks for on the way to it; empty where it leads to one place. */
    private static String name(Spots.Reference reference) {
        Node target = reference.target();
        if (reference.written().name().equals("$recursiveRef")) {
            return target.flag(RECURSIVE) ? RECURSIVE : "";
        }
        String text = reference.written().json().asText();
        String anchor = text.substring(text.indexOf('#') + 1);
        boolean named = isDynamic(reference) && text.contains("#") && anchor.equals(target.text("$dynamicAnchor", ""));
        return named ? anchor : "";
    }

    /** The names that references look for in a schema, and in all that it leads to. */
    Set<String> reached(Node schema) {
        return reached.computeIfAbsent(schema.json(), any -> {
            Set<String> names = new TreeSet<>();
            Set<JsonNode> passed = Collections.newSetFromMap(new IdentityHashMap<>());
            Deque<JsonNode> open = new ArrayDeque<>(List.of(schema.json()));
            while (!open.isEmpty()) {
                JsonNode next = open.pop();
                if (next.isContainerNode() && passed.add(next)) {
                    next.forEach(open::push);
                    for (Spots.Reference reference : references.getOrDefault(next, List.of())) {
                        names.add(name(reference));
                        open.push(reference.target().json());
                    }
                }
            }
            names.remove("");
            return names;
        });
    }
}
