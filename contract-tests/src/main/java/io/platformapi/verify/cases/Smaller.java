package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Node;
import java.util.List;

/** Leaves out of a value the optional members that do not lead to a place. */
final class Smaller {

    private Smaller() {}

    /**
     * The smaller value.
     *
     * @param pointer the place that is kept, a JSON pointer
     */
    static JsonNode of(Schema schema, JsonNode value, String pointer) {
        return of(Applied.of(schema), value, Node.tokens(pointer));
    }

    private static JsonNode of(Applied schemas, JsonNode value, List<String> way) {
        String next = way.isEmpty() ? "" : way.get(0);
        List<String> further = way.isEmpty() ? way : way.subList(1, way.size());
        if (value instanceof ObjectNode object) {
            ObjectNode left = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(member -> {
                boolean kept = !way.isEmpty() && member.getKey().equals(next);
                if (kept || schemas.required().contains(member.getKey())) {
                    List<String> inner = kept ? further : List.of();
                    left.set(member.getKey(), of(schemas.member(member.getKey()), member.getValue(), inner));
                }
            });
            return left;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode left = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < array.size(); i++) {
                left.add(of(schemas.item(i), array.get(i), String.valueOf(i).equals(next) ? further : List.of()));
            }
            return left;
        }
        return value;
    }
}
