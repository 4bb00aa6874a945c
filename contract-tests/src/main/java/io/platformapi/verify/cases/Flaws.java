package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Breaks a valid value in every way its schema speaks of, one at a time.
 *
 * <p>Whether the result is really broken is for the contract's check to say: a flaw that it accepts is dropped.
 */
final class Flaws {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    private final List<Flaw> found = new ArrayList<>();

    private Flaws() {}

    static List<Flaw> of(Schema schema, JsonNode value) {
        Flaws flaws = new Flaws();
        flaws.visit(schema, value, "", UnaryOperator.identity(), 0);
        return List.copyOf(flaws.found);
    }

    /** Breaks the value at one place; {@code whole} puts what it becomes back into the value around it. */
    private void visit(Schema schema, JsonNode value, String pointer, UnaryOperator<JsonNode> whole, int depth) {
        add(
                pointer,
                "type",
                whole.apply(schema.is(Type.STRING) || schema.is(Type.OBJECT) ? otherKind(schema) : JSON.textNode("x")));
        WrongValues.of(schema, value).forEach((rule, wrong) -> add(pointer, rule, whole.apply(wrong)));
        if (depth < DEEPEST && value instanceof ObjectNode object) {
            visitMembers(schema, object, pointer, whole, depth);
        }
        if (depth < DEEPEST && value instanceof ArrayNode array && !array.isEmpty()) {
            UnaryOperator<JsonNode> around =
                    item -> whole.apply(array.deepCopy().set(0, item));
            visit(schema.items(), array.get(0), pointer + "/0", around, depth + 1);
        }
    }

    private void visitMembers(
            Schema schema, ObjectNode object, String pointer, UnaryOperator<JsonNode> whole, int depth) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = member.getKey();
            String place = pointer + "/" + Node.escape(name);
            if (schema.required().contains(name)) {
                add(place, "required", whole.apply(object.deepCopy().without(name)));
            }
            if (schema.properties().containsKey(name)) {
                UnaryOperator<JsonNode> around =
                        changed -> whole.apply(object.deepCopy().set(name, changed));
                visit(schema.properties().get(name), member.getValue(), place, around, depth + 1);
            }
        }
        if (schema.isClosed()) {
            add(
                    pointer + "/undeclared",
                    "additionalProperties",
                    whole.apply(object.deepCopy().put("undeclared", 1)));
        }
    }

    /** Something that is neither text nor, where one is asked for, an object. */
    private static JsonNode otherKind(Schema schema) {
        return schema.is(Type.OBJECT) ? JSON.textNode("x") : JSON.objectNode();
    }

    private void add(String pointer, String rule, JsonNode value) {
        found.add(new Flaw(pointer, rule, value));
    }
}
