package io.platformapi.contract.example;

import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How deep the flattest value of a schema is, and of each schema below it: a value that a schema needs within itself,
 * and that nothing ends, is endless.
 */
public final class Depths {

    /** The depth of what no finite value satisfies. */
    private static final int ENDLESS = Integer.MAX_VALUE;

    private final Map<Schema, Integer> least = new IdentityHashMap<>();

    private Depths(Schema root) {
        Deque<Schema> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Schema schema = open.pop();
            if (least.put(schema, ENDLESS) == null) {
                below(schema).filter(part -> !least.containsKey(part)).forEach(open::push);
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<Schema, Integer> known : least.entrySet()) {
                int depth = depth(known.getKey());
                changed |= known.setValue(depth) != depth;
            }
        }
    }

    /** The depths of a schema and all below it. */
    public static Depths of(Schema schema) {
        return schema.kept(Depths.class, Depths::new);
    }

    /** Whether no finite value satisfies a schema. */
    public boolean isEndless(Schema schema) {
        return least.getOrDefault(schema, 0) == ENDLESS;
    }

    /** How deep the flattest value of a schema is. */
    int least(Schema schema) {
        return least.getOrDefault(schema, 0);
    }

    private static Stream<Schema> below(Schema schema) {
        return Stream.of(
                        schema.variants().stream(),
                        schema.properties().values().stream(),
                        schema.additionalProperties().stream(),
                        schema.tuple().stream(),
                        schema.is(Type.ARRAY) ? Stream.of(schema.items()) : Stream.<Schema>empty())
                .flatMap(each -> each);
    }

    private int depth(Schema schema) {
        return isNamed(schema) || schema.nullable() ? 0 : ofValue(schema);
    }

    private static boolean isNamed(Schema schema) {
        return !schema.keyword("const").isMissingNode()
                || schema.keyword("enum").size() > 0;
    }

    /** The depth of a value that is not null. */
    private int ofValue(Schema schema) {
        int own = schema.types().stream()
                .filter(type -> type != Type.NULL)
                .mapToInt(type -> ofType(schema, type))
                .min()
                .orElse(0);
        return schema.variants().stream()
                .mapToInt(variant -> Math.max(own, above(least(variant))))
                .min()
                .orElse(own);
    }

    private int ofType(Schema schema, Type type) {
        return switch (type) {
            case ARRAY -> deepest(items(schema, schema.keyword("minItems").asInt(0)));
            case OBJECT -> above(deepest(members(schema)));
            default -> 0;
        };
    }

    private static Stream<Schema> items(Schema schema, int least) {
        List<Schema> tuple = schema.tuple();
        Stream<Schema> further = least > tuple.size() ? Stream.of(schema.items()) : Stream.empty();
        return Stream.concat(tuple.stream().limit(least), further);
    }

    /** The schemas of the members that an object has at least. */
    private static Stream<Schema> members(Schema schema) {
        Map<String, Schema> declared = schema.properties();
        boolean others = !declared.keySet().containsAll(schema.required())
                || schema.keyword("minProperties").asInt(0) > declared.size();
        return Stream.concat(
                schema.required().stream().flatMap(name -> Stream.ofNullable(declared.get(name))),
                others ? schema.additionalProperties().stream() : Stream.empty());
    }

    /** The depth of a value with a part of each of some schemas. */
    private int deepest(Stream<Schema> parts) {
        return parts.mapToInt(part -> above(least(part))).max().orElse(0);
    }

    private static int above(int depth) {
        return depth == ENDLESS ? ENDLESS : depth + 1;
    }
}
