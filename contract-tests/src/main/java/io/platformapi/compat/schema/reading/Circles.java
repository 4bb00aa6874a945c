package io.platformapi.compat.schema.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells to which schemas a schema leads back without leaving the value it is about. */
final class Circles {

    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> ONE = List.of("not", "if", "then", "else");

    private final References references;
    private final Map<String, Set<String>> known = new HashMap<>();

    Circles(References references) {
        this.references = references;
    }

    /** The places of all schemas that say something about the same value as this one. */
    Set<String> reachable(References.Located schema) {
        Set<String> places = known.get(schema.pointer());
        if (places == null) {
            places = walked(schema);
            known.put(schema.pointer(), places);
        }
        return places;
    }

    private Set<String> walked(References.Located schema) {
        Set<String> places = new HashSet<>();
        Deque<References.Located> open = new ArrayDeque<>(List.of(schema));
        while (!open.isEmpty()) {
            References.Located next = open.pop();
            for (References.Located inner : inner(next)) {
                open.push(inner);
            }
            if (next.schema().has("$ref")) {
                references
                        .resolve(next.schema().get("$ref").asText(), next.pointer())
                        .filter(found -> places.add(found.pointer()))
                        .ifPresent(open::push);
            }
        }
        return places;
    }

    /** The schemas written inside one about the same value; their pointers serve to resolve references only. */
    private static List<References.Located> inner(References.Located schema) {
        List<JsonNode> inner = new ArrayList<>();
        LISTS.forEach(keyword -> schema.schema().path(keyword).forEach(inner::add));
        ONE.forEach(keyword -> inner.add(schema.schema().path(keyword)));
        schema.schema().path("dependentSchemas").forEach(inner::add);
        return inner.stream()
                .filter(JsonNode::isObject)
                .map(each -> new References.Located(each, schema.pointer()))
                .toList();
    }
}
