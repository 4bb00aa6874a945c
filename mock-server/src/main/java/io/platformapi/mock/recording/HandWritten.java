package io.platformapi.mock.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** What people have written into a document that is written anew: texts, extensions, and what is said around paths. */
final class HandWritten {

    private static final Set<String> TEXTS =
            Set.of("summary", "description", "title", "externalDocs", "tags", "$comment", "servers");

    /** Maps whose members are names, and no keywords. */
    private static final Set<String> MAPS = Set.of("properties", "responses", "headers", "content", "paths", "schemas");

    private HandWritten() {}

    /** A document with what people have written into an earlier one. */
    static ObjectNode kept(ObjectNode before, ObjectNode now) {
        return object(before, now, Set.of());
    }

    private static ObjectNode object(ObjectNode before, ObjectNode now, Set<String> names) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        now.properties()
                .forEach(member -> kept.set(
                        member.getKey(),
                        value(before.path(member.getKey()), member.getValue(), member.getKey(), names)));
        for (Map.Entry<String, JsonNode> member : before.properties()) {
            String name = member.getKey();
            if (names.isEmpty() && (TEXTS.contains(name) || name.startsWith("x-")) && !isMeant(now, name)) {
                kept.set(name, member.getValue());
            }
        }
        return kept;
    }

    /** What is written anew of a name counts, but for texts. */
    private static boolean isMeant(ObjectNode now, String name) {
        return now.has(name) && !TEXTS.contains(name);
    }

    private static JsonNode value(JsonNode before, JsonNode now, String name, Set<String> around) {
        boolean map = around.isEmpty() && MAPS.contains(name);
        if (before instanceof ObjectNode was && now instanceof ObjectNode is) {
            return object(was, is, map ? MAPS : Set.of());
        }
        return before instanceof ArrayNode was && now instanceof ArrayNode is ? list(was, is) : now;
    }

    /** Parameters are the same by place and name. */
    private static ArrayNode list(ArrayNode before, ArrayNode now) {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : now) {
            JsonNode found = item;
            for (JsonNode was : before) {
                boolean same = item.has("in")
                        && item.path("in").equals(was.path("in"))
                        && item.path("name").equals(was.path("name"));
                if (same && was instanceof ObjectNode old && item instanceof ObjectNode fresh) {
                    found = object(old, fresh, Set.of());
                }
            }
            kept.add(found);
        }
        return kept;
    }
}
