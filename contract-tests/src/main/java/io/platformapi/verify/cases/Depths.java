package io.platformapi.verify.cases;

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
final class Depths {

    /** The depth of what no finite value satisfies. */
    private static final int ENDLESS = Integer.MAX_VALUE;

    /** Of no schema at all. */
    static final Depths NONE = new Depths();

    private final Map<Schema, Integer> least = new IdentityHashMap<>();

    private Depths() {}

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
    static Depths of(Schema schema) {
        return schema.kept(Depths.class, Depths::new);
    }

    /** Whether no finite value satisfies a schema. */
    boolean isEndless(Schema schema) {
        return least.getOrDefault(schema, 0) == ENDLESS;
    }

    /** Whether null is the only finite value of a schema. */
    boolean isEndedByNull(Schema schema) {
        return schema.nullable() && !isNamed(schema) && ofValue(schema) == ENDLESS;
    }

    /** How deep the flattest value of a schema is. */
    int least(Schema schema) {
        return least.getOrDefault(schema, 0);
    }

    private static Stream<Schema> below(Schema schema) {
        return Stream.of(
                        schema.variants().stream(),
                        schema.properties().values().stream(),
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
        if (!schema.variants().isEmpty() && schema.properties().isEmpty()) {
            return above(schema.variants().stream().mapToInt(this::least).min().orElse(0));
        }
        return schema.types().stream()
                .filter(type -> type != Type.NULL)
                .mapToInt(type -> ofType(schema, type))
                .min()
                .orElse(0);
    }

    private int ofType(Schema schema, Type type) {
        if (type == Type.ARRAY) {
            return schema.keyword("minItems").asInt(0) > 0 ? above(least(schema.items())) : 0;
        }
        return type != Type.OBJECT
                ? 0
                : above(schema.properties().entrySet().stream()
                        .filter(member -> schema.required().contains(member.getKey()))
                        .mapToInt(member -> least(member.getValue()))
                        .max()
                        .orElse(0));
    }

    private static int above(int depth) {
        return depth == ENDLESS ? ENDLESS : depth + 1;
    }
}
