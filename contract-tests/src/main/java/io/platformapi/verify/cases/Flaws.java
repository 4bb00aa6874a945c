package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Breaks a valid value in every way its schemas speak of, one at a time: each member and each item at any depth, and
 * each optional member that it does not have.
 *
 * <p>Whether the result is really broken is for the contract's check to say: a flaw that it accepts is dropped. Members
 * that requests do not have are left alone.
 */
final class Flaws {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST = 5000;
    private static final int MOST_ITEMS = 100;
    private static final int MOST_ADDED = 2;

    private final Sampler sampler;
    private final BiFunction<Schema, JsonNode, Map<String, JsonNode>> wrong;
    private final List<Flaw> found = new ArrayList<>();
    private final Set<Flaw> known = new HashSet<>();

    private Flaws(Sampler sampler, BiFunction<Schema, JsonNode, Map<String, JsonNode>> wrong) {
        this.sampler = sampler;
        this.wrong = wrong;
    }

    /**
     * The flaws of a value.
     *
     * @param sampler makes up the optional members to be broken
     */
    static List<Flaw> of(Schema schema, JsonNode value, Sampler sampler) {
        return of(schema, value, sampler, WrongValues::of);
    }

    /** The flaws of a value that is nearly right otherwise, besides those that it has anyhow. */
    static List<Flaw> near(Schema schema, JsonNode value, Sampler sampler) {
        return of(schema, value, sampler, NearMisses::of);
    }

    private static List<Flaw> of(
            Schema schema, JsonNode value, Sampler sampler, BiFunction<Schema, JsonNode, Map<String, JsonNode>> wrong) {
        Flaws flaws = new Flaws(sampler, wrong);
        flaws.visit(Applied.of(schema), value, new Spot("", UnaryOperator.identity(), 0));
        return List.copyOf(flaws.found);
    }

    /**
     * A place within the value.
     *
     * @param pointer where it is
     * @param whole puts what the value there becomes back into the value around it
     * @param added how many made-up members lead to it
     */
    private record Spot(String pointer, UnaryOperator<JsonNode> whole, int added) {

        Spot below(String token, UnaryOperator<JsonNode> around) {
            return new Spot(pointer + "/" + Node.escape(token), inner -> whole.apply(around.apply(inner)), added);
        }

        Spot madeUp() {
            return new Spot(pointer, whole, added + 1);
        }
    }

    private void visit(Applied schemas, JsonNode value, Spot spot) {
        if (found.size() >= MOST || OneWay.READ_ONLY.marks(schemas)) {
            return;
        }
        add(spot, "type", otherType(schemas));
        for (Schema schema : schemas.schemas()) {
            wrong.apply(schema, value).forEach((rule, wrong) -> add(spot, rule, wrong));
        }
        if (value instanceof ObjectNode object) {
            visitMembers(schemas, object, spot);
        } else if (value instanceof ArrayNode array) {
            visitItems(schemas, array, spot);
        }
    }

    private void visitItems(Applied schemas, ArrayNode array, Spot spot) {
        for (int i = 0; i < array.size(); i++) {
            int index = i;
            if (index < MOST_ITEMS || index == array.size() - 1) {
                Spot item = spot.below(String.valueOf(index), changed -> with(array, index, changed));
                visit(schemas.item(index), array.get(index), item);
            }
        }
        if (array.isEmpty() && spot.added() < MOST_ADDED) {
            Spot item = spot.below("0", made -> JSON.arrayNode().add(made));
            madeUp(schemas.item(0)).ifPresent(made -> visit(schemas.item(0), made, item.madeUp()));
        }
        if (schemas.forbids("items", "unevaluatedItems", "additionalItems")) {
            Spot more = spot.below(
                    String.valueOf(array.size()),
                    item -> JSON.arrayNode().addAll(array).add(item));
            add(more, "items", JSON.numberNode(1));
        }
    }

    /** A list with another item; Jackson's own {@code set} returns the item that was there. */
    private static ArrayNode with(ArrayNode array, int index, JsonNode item) {
        ArrayNode changed = JSON.arrayNode().addAll(array);
        changed.set(index, item);
        return changed;
    }

    private void visitMembers(Applied schemas, ObjectNode object, Spot spot) {
        leaveOut(schemas.required(), "required", schemas, object, spot);
        leaveOut(schemas.dependents(object), "dependentRequired", schemas, object, spot);
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        names.addAll(schemas.declared());
        for (String name : names) {
            Spot member = spot.below(name, changed -> with(object, name, changed));
            if (object.has(name)) {
                visit(schemas.member(name), object.get(name), member);
            } else if (spot.added() < MOST_ADDED) {
                madeUp(schemas.member(name)).ifPresent(made -> visit(schemas.member(name), made, member.madeUp()));
            }
        }
        if (schemas.forbids("additionalProperties", "unevaluatedProperties")) {
            add(
                    spot.below("undeclared", changed -> with(object, "undeclared", changed)),
                    "additionalProperties",
                    JSON.numberNode(1));
        }
    }

    private Optional<JsonNode> madeUp(Applied member) {
        return OneWay.READ_ONLY.marks(member) || found.size() >= MOST
                ? Optional.empty()
                : member.schemas().stream()
                        .findFirst()
                        .flatMap(schema -> sampler.valid(schema).or(() -> Optional.of(JSON.objectNode())));
    }

    private void leaveOut(Set<String> names, String rule, Applied schemas, ObjectNode object, Spot spot) {
        for (String name : names) {
            if (object.has(name) && !OneWay.READ_ONLY.marks(schemas.member(name))) {
                ObjectNode rest = JSON.objectNode();
                rest.setAll(object);
                add(new Spot(spot.pointer() + "/" + Node.escape(name), spot.whole(), 0), rule, rest.without(name));
            }
        }
    }

    private static ObjectNode with(ObjectNode object, String name, JsonNode value) {
        ObjectNode changed = JSON.objectNode();
        changed.setAll(object);
        return changed.set(name, value);
    }

    /** Something that is neither text nor, where one is asked for, an object. */
    private static JsonNode otherType(Applied schemas) {
        boolean text = schemas.is(Type.OBJECT) || !schemas.is(Type.STRING);
        return text ? JSON.textNode("x") : JSON.objectNode();
    }

    private void add(Spot spot, String rule, JsonNode wrong) {
        Flaw flaw = new Flaw(spot.pointer(), rule, spot.whole().apply(wrong));
        if (found.size() < MOST && known.add(flaw)) {
            found.add(flaw);
        }
    }
}
