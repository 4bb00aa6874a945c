package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.schema.Schema;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Lists and objects that one keyword refuses, whose items and members are right otherwise. */
final class WrongContents {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LARGEST = 5000;
    private static final int MOST_MADE = 100;

    private WrongContents() {}

    /** A list cut or grown to a size: by other items that are right, and by its own once more. */
    static Stream<JsonNode> items(Schema schema, JsonNode list, int size) {
        if (size < 0 || size > LARGEST || !list.isArray()) {
            return Stream.empty();
        }
        Set<JsonNode> distinct = new LinkedHashSet<>();
        list.forEach(distinct::add);
        if (size <= MOST_MADE) {
            made(schema.items(), size * 3L)
                    .takeWhile(item -> distinct.size() < size)
                    .forEach(distinct::add);
        }
        Stream<JsonNode> made = distinct.size() < size
                ? Stream.empty()
                : Stream.of(listed(distinct.stream().limit(size)));
        JsonNode again = list.isEmpty() ? JSON.textNode("x") : list.get(0);
        return Stream.concat(
                made,
                Stream.of(listed(
                        Stream.concat(items(list), Stream.generate(() -> again)).limit(size))));
    }

    /** Lists that hold one of their items twice: the last, or one in place of another. */
    static Stream<JsonNode> twice(Schema schema, JsonNode list) {
        if (!list.isArray()) {
            return Stream.empty();
        }
        Stream<JsonNode> first = list.isEmpty() ? made(schema.items(), 1) : Stream.of(list.get(list.size() - 1));
        return first.flatMap(item -> Stream.of(
                listed(Stream.concat(items(list), Stream.of(item, item)).skip(list.isEmpty() ? 0 : 1)),
                listed(Stream.concat(items(list), Stream.of(item))),
                listed(Stream.of(item, item))));
    }

    /** Lists without what they have to contain. */
    static Stream<JsonNode> without(JsonNode contained, Schema schema, JsonNode list) {
        if (!list.isArray() || !contained.isObject()) {
            return Stream.empty();
        }
        Schema one = schema.below("contains");
        return Stream.of(
                listed(items(list).filter(item -> !one.faults(item).isEmpty())),
                listed(made(schema.items(), MOST_MADE)
                        .filter(item -> !one.faults(item).isEmpty())
                        .limit(Math.max(1, list.size()))),
                JSON.arrayNode().add(JSON.objectNode()));
    }

    /** An object cut to its first members, or grown by others that are right, and by texts. */
    static Stream<JsonNode> members(Schema schema, JsonNode object, int size) {
        if (size < 0 || size > LARGEST || !object.isObject()) {
            return Stream.empty();
        }
        return Stream.<Function<Long, JsonNode>>of(turn -> value(schema, turn), turn -> JSON.textNode("x"))
                .map(value -> grown((ObjectNode) object, size, value));
    }

    private static JsonNode grown(ObjectNode object, int size, Function<Long, JsonNode> value) {
        ObjectNode grown = JSON.objectNode();
        object.properties().stream().limit(size).forEach(member -> grown.set(member.getKey(), member.getValue()));
        for (int i = 0; grown.size() < size; i++) {
            grown.set(name(i), value.apply((long) i));
        }
        return grown;
    }

    /** Objects with a member whose name is refused, though its value is right. */
    static Stream<JsonNode> named(Schema schema, JsonNode object) {
        if (!(object instanceof ObjectNode members)) {
            return Stream.empty();
        }
        JsonNode name = members.isEmpty()
                ? JSON.textNode("name")
                : JSON.textNode(members.fieldNames().next());
        return WrongValues.of(schema.below("propertyNames"), name).values().stream()
                .filter(JsonNode::isTextual)
                .map(wrong -> members.deepCopy().set(wrong.asText(), value(schema, 1)));
    }

    private static JsonNode value(Schema schema, long turn) {
        return schema.additionalProperties()
                .flatMap(other -> Sampler.ofRequests(Whim.seeded(turn)).valid(other))
                .orElse(JSON.textNode("x"));
    }

    /** A short name that hardly anybody declares: {@code qa}, {@code qb}. */
    private static String name(int turn) {
        return "q" + Integer.toString(turn + 10, Character.MAX_RADIX);
    }

    private static Stream<JsonNode> made(Schema schema, long most) {
        return LongStream.rangeClosed(1, most)
                .boxed()
                .flatMap(seed -> Sampler.ofRequests(Whim.seeded(seed)).valid(schema).stream());
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static ArrayNode listed(Stream<JsonNode> items) {
        ArrayNode list = JSON.arrayNode();
        items.forEach(list::add);
        return list;
    }
}
