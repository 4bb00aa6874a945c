package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.source.Lazy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What readers and writers ask of a schema all the time, worked out once and kept with the schema.
 *
 * <p>The members of an object are those it declares and those of its {@code oneOf} and {@code anyOf} branches. Shapes
 * of members are made when first asked for, so that recursive schemas end. Thread-safe: two threads may make the same
 * part twice, and both parts are equal.
 */
final class Shape {

    private static final int MOST_NESTED_UNIONS = 5;

    private final Schema schema;
    private final boolean object;
    private final boolean list;
    private final boolean text;
    private final boolean textOnly;
    private final boolean any;
    private final boolean nullable;
    private final boolean moment;
    private final Lazy<Map<String, Shape>> members = new Lazy<>(this::findMembers);
    private final Lazy<NameTable> names =
            new Lazy<>(() -> new NameTable(members().keySet()));
    private final Lazy<Map<String, String>> spellings = new Lazy<>(this::findSpellings);
    private final Lazy<List<String>> restored = new Lazy<>(this::findRestored);
    private final Lazy<Shape> items = new Lazy<>(this::findItems);
    /** The shape of members that are not declared. */
    private final Lazy<Shape> others = new Lazy<>(this::findOthers);

    private Shape(Schema schema) {
        Set<Type> types = schema.types();
        this.schema = schema;
        this.object = types.contains(Type.OBJECT);
        this.list = types.contains(Type.ARRAY);
        this.text = types.contains(Type.STRING);
        this.textOnly = schema.isTextOnly();
        this.any = types.isEmpty();
        this.nullable = schema.nullable();
        this.moment = schema.format().equals("date-time");
    }

    static Shape of(Schema schema) {
        return schema.kept(Shape.class, Shape::new);
    }

    Schema schema() {
        return schema;
    }

    boolean isObject() {
        return object;
    }

    boolean isList() {
        return list;
    }

    /** Whether text is a value as it stands. */
    boolean isText() {
        return text;
    }

    /** Whether text is the only thing a value can be, null aside. */
    boolean isTextOnly() {
        return textOnly;
    }

    /** Whether nothing is known of the value. */
    boolean isAny() {
        return any;
    }

    boolean isNullable() {
        return nullable;
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
        return members.get();
    }

    /** The shape of a member, declared or not. */
    Shape member(String name) {
        Shape declared = members().get(name);
        return declared == null ? others.get() : declared;
    }

    /** The names of the declared members. */
    NameTable names() {
        return names.get();
    }

    /** The declared spelling of a name in any letter case; the name itself where no member has it. */
    String spelled(String name) {
        return members().containsKey(name) ? name : spellings.get().getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    private Map<String, String> findSpellings() {
        Map<String, String> found = new LinkedHashMap<>();
        for (String declared : members().keySet()) {
            found.putIfAbsent(declared.toLowerCase(Locale.ROOT), declared);
        }
        return found;
    }

    /** Puts null in place of members that must be present and may be null: who leaves nulls out means that. */
    void restore(ObjectNode object) {
        for (String name : restored.get()) {
            if (!object.has(name)) {
                object.putNull(name);
            }
        }
    }

    private List<String> findRestored() {
        return members().entrySet().stream()
                .filter(member -> schema.required().contains(member.getKey()))
                .filter(member -> member.getValue().isNullable())
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean isRequired(String name) {
        return schema.required().contains(name);
    }

    Shape items() {
        return items.get();
    }

    private Shape findItems() {
        return of(schema.items());
    }

    private Shape findOthers() {
        return of(schema.additionalProperties().orElseGet(() -> schema.below("additionalProperties")));
    }

    private Map<String, Shape> findMembers() {
        Map<String, Shape> found = new LinkedHashMap<>();
        collectMembers(schema, found, 0);
        return found;
    }

    private static void collectMembers(Schema schema, Map<String, Shape> found, int depth) {
        schema.properties().forEach((name, member) -> found.putIfAbsent(name, of(member)));
        if (depth < MOST_NESTED_UNIONS) {
            schema.variants().forEach(variant -> collectMembers(variant, found, depth + 1));
        }
    }
}
