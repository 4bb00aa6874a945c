package io.platformapi.compat.schema.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells which members are no part of the messages in a direction, as {@code readOnly} ones are none of requests; what
 * was told of a schema is kept.
 */
final class Absent {

    private final References references;
    private final String keyword;
    private final Map<JsonNode, Set<String>> known = new IdentityHashMap<>();

    Absent(References references, SchemaReading reading) {
        this.references = references;
        this.keyword = reading.absent();
    }

    /** The names of such members, also those that the schemas of {@code allOf} and {@code $ref} declare. */
    Set<String> names(JsonNode schema, String pointer) {
        Set<String> names = known.get(schema);
        if (names == null) {
            names = new HashSet<>();
            collect(schema, pointer, names, new HashSet<>());
            known.put(schema, names);
        }
        return names;
    }

    private void collect(JsonNode schema, String pointer, Set<String> names, Set<String> passed) {
        if (schema.has("$ref")) {
            references.resolve(schema.get("$ref").asText(), pointer).ifPresent(found -> {
                Set<String> all = known.get(found.schema());
                if (all != null) {
                    names.addAll(all);
                } else if (passed.add(found.pointer())) {
                    collect(found.schema(), found.pointer(), names, passed);
                }
            });
        }
        schema.path("properties").properties().forEach(member -> {
            if (isAbsent(member.getValue(), pointer, new HashSet<>())) {
                names.add(member.getKey());
            }
        });
        schema.path("allOf").forEach(branch -> collect(branch, pointer, names, passed));
    }

    private boolean isAbsent(JsonNode property, String pointer, Set<String> passed) {
        if (property.path(keyword).asBoolean()) {
            return true;
        }
        for (JsonNode branch : property.path("allOf")) {
            if (isAbsent(branch, pointer, passed)) {
                return true;
            }
        }
        return property.has("$ref")
                && references
                        .resolve(property.get("$ref").asText(), pointer)
                        .filter(found -> passed.add(found.pointer()))
                        .filter(found -> isAbsent(found.schema(), found.pointer(), passed))
                        .isPresent();
    }
}
