package io.platformapi.contract.format;

import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What readers and writers ask of a schema all the time, worked out once and kept with the schema.
 *
 * <p>The members of an object are those it declares and those of its {@code oneOf} and {@code anyOf} branches. Shapes
 * of members are made when first asked for, so that recursive schemas end. Thread-safe: two threads may make the same
 * part twice, and both parts are equal.
 */
final class Shape {

    private static final Set<Type> TEXT = Set.of(Type.STRING, Type.NULL);
    private static final int MOST_NESTED_UNIONS = 5;

    private final Schema schema;
    private final Set<Type> types;
    private final boolean moment;
    private @Nullable Map<String, Shape> members;
    private @Nullable Map<String, String> spellings;
    private @Nullable List<String> restored;
    private @Nullable Shape items;
    private @Nullable Shape others;

    private Shape(Schema schema) {
        this.schema = schema;
        this.types = schema.types();
        this.moment = schema.format().equals("date-time");
    }

    static Shape of(Schema schema) {
        return schema.kept(Shape.class, Shape::new);
    }

    Schema schema() {
        return schema;
    }

    boolean isObject() {
        return types.contains(Type.OBJECT);
    }

    boolean isList() {
        return types.contains(Type.ARRAY);
    }

    /** Whether text is a value as it stands. */
    boolean isText() {
        return types.contains(Type.STRING);
    }

    /** Whether text is the only thing a value can be, null aside. */
    boolean isTextOnly() {
        return isText() && TEXT.containsAll(types);
    }

    /** Whether nothing is known of the value. */
    boolean isAny() {
        return types.isEmpty();
    }

    boolean isNullable() {
        return schema.nullable();
    }

    /** Whether the value is a date with a time, which JSV and CSV spell in their own way. */
    boolean isMoment() {
        return moment;
    }

    /** Whether text has to be of some form, so that the word {@code null} is none. */
    boolean hasForm() {
        return moment
                || schema.format().equals("uuid")
                || schema.keyword("enum").isArray();
    }

    /** The declared members, in the order of the document. */
    Map<String, Shape> members() {
        Map<String, Shape> known = members;
        if (known == null) {
            known = new LinkedHashMap<>();
            collectMembers(schema, known, 0);
            members = known;
        }
        return known;
    }

    /** The shape of a member, declared or not. */
    Shape member(String name) {
        Shape declared = members().get(name);
        return declared == null ? others() : declared;
    }

    /** The declared spelling of a name in any letter case; the name itself where no member has it. */
    String spelled(String name) {
        if (members().containsKey(name)) {
            return name;
        }
        Map<String, String> known = spellings;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (String declared : members().keySet()) {
                known.putIfAbsent(declared.toLowerCase(Locale.ROOT), declared);
            }
            spellings = known;
        }
        return known.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    /** The members that must be present and may be null: who leaves nulls out means null by leaving one out. */
    List<String> restored() {
        List<String> known = restored;
        if (known == null) {
            known = members().entrySet().stream()
                    .filter(member -> schema.required().contains(member.getKey()))
                    .filter(member -> member.getValue().isNullable())
                    .map(Map.Entry::getKey)
                    .toList();
            restored = known;
        }
        return known;
    }

    boolean isRequired(String name) {
        return schema.required().contains(name);
    }

    Shape items() {
        Shape known = items;
        if (known == null) {
            known = of(schema.items());
            items = known;
        }
        return known;
    }

    /** The shape of members that are not declared. */
    private Shape others() {
        Shape known = others;
        if (known == null) {
            known = of(schema.additionalProperties().orElseGet(() -> schema.below("additionalProperties")));
            others = known;
        }
        return known;
    }

    private static void collectMembers(Schema schema, Map<String, Shape> found, int depth) {
        schema.properties().forEach((name, member) -> found.putIfAbsent(name, of(member)));
        if (depth < MOST_NESTED_UNIONS) {
            schema.variants().forEach(variant -> collectMembers(variant, found, depth + 1));
        }
    }
}
