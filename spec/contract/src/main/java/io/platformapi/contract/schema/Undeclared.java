package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds members of a response that its schema does not declare, or declares for requests only.
 *
 * <p>Declared is what any part or variant of the schema names: of {@code oneOf}, a member of one branch is not held
 * against a value of another, for validation has already seen to that.
 */
final class Undeclared {

    /** Deeper than any value a document describes; a recursive schema ends with its value. */
    private static final int DEEPEST = 20;

    private final List<Fault> found = new ArrayList<>();

    private Undeclared() {}

    static List<Fault> faults(Schema schema, JsonNode value) {
        Undeclared undeclared = new Undeclared();
        undeclared.visit(schema, value, "");
        return List.copyOf(undeclared.found);
    }

    private void visit(Schema schema, JsonNode value, String pointer) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                visit(schema.items(), value.get(i), pointer + "/" + i);
            }
        } else if (value.isObject()) {
            visitMembers(schema, value, pointer);
        }
    }

    private void visitMembers(Schema schema, JsonNode value, String pointer) {
        Map<String, Schema> declared = declared(schema, new LinkedHashMap<>(), 0);
        if (declared.isEmpty()) {
            return;
        }
        value.properties().forEach(member -> {
            String place = pointer + "/" + Node.escape(member.getKey());
            Schema known = declared.get(member.getKey());
            if (known != null && known.keyword("writeOnly").asBoolean(false)) {
                found.add(Fault.of(place, "undocumented", BooleanNode.TRUE, member.getValue()));
            } else if (known != null) {
                visit(known, member.getValue(), place);
            } else if (!isInvited(schema, member.getKey())) {
                found.add(Fault.of(place, "undocumented", BooleanNode.FALSE, member.getValue()));
            }
        });
    }

    private static Map<String, Schema> declared(Schema schema, Map<String, Schema> found, int depth) {
        schema.properties().forEach(found::putIfAbsent);
        if (depth < DEEPEST) {
            schema.parts().stream()
                    .flatMap(part -> part.variants().stream())
                    .forEach(variant -> declared(variant, found, depth + 1));
        }
        return found;
    }

    /** Whether undeclared members are spoken of: {@code additionalProperties} or a matching pattern of names. */
    private static boolean isInvited(Schema schema, String name) {
        return schema.parts().stream().anyMatch(part -> {
            JsonNode additional = part.node().json().path("additionalProperties");
            boolean open = additional.isObject() || additional.asBoolean(false);
            return open || !part.byPattern(name).isEmpty();
        });
    }
}
