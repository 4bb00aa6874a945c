package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.schema.Below;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What one value is to satisfy at once: the schemas of its place, what they take in by {@code allOf}, and one branch of
 * each of their unions, each behind its references.
 */
final class Demands {

    private static final List<String> UNIONS = List.of("oneOf", "anyOf");
    private static final List<Type> PREFERENCE =
            List.of(Type.OBJECT, Type.ARRAY, Type.STRING, Type.INTEGER, Type.NUMBER, Type.BOOLEAN, Type.NULL);

    private final Function<List<Schema>, Optional<Schema>> choice;
    private final List<Schema> roots = new ArrayList<>();
    private final List<Schema> schemas = new ArrayList<>();
    private final Kinds kinds = new Kinds();
    private final Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int widest = 1;

    /**
     * The demands on a value.
     *
     * @param place the schemas of its place
     * @param choice takes one of the branches of a union that suit what is demanded already; empty for none of them
     */
    Demands(List<Schema> place, Function<List<Schema>, Optional<Schema>> choice) {
        this.choice = choice;
        place.forEach(this::take);
    }

    private void take(Schema schema) {
        List<Schema> parts = schema.parts().stream()
                .filter(part -> seen.add(part.node().json()))
                .toList();
        roots.add(schema);
        schemas.addAll(parts);
        parts.forEach(part -> choose(part, schema));
    }

    /** One branch of each union of a part; where it has none, but a discriminator, one of the kinds that it maps. */
    private void choose(Schema part, Schema whole) {
        List<Schema> chosen = UNIONS.stream()
                .flatMap(union -> branch(Below.alternatives(part, union)).stream())
                .toList();
        List<Schema> kind = chosen.isEmpty() && part == whole
                ? choice.apply(Kinds.below(part)).stream().toList()
                : chosen;
        kind.forEach(branch -> kinds.say(part, branch));
        if (kind.isEmpty()) {
            kinds.say(part, whole);
        }
        kind.forEach(this::take);
    }

    private Optional<Schema> branch(List<Schema> branches) {
        List<Schema> suiting = branches.stream().filter(this::suits).toList();
        widest = Math.max(widest, branches.size());
        return choice.apply(suiting.isEmpty() ? branches : suiting);
    }

    /** A branch of another type than what is demanded already is no choice. */
    private boolean suits(Schema branch) {
        List<Type> types = types();
        return types.isEmpty()
                || branch.types().isEmpty()
                || branch.types().stream().anyMatch(types::contains);
    }

    /** The schemas of the place, and the branches taken. */
    List<Schema> roots() {
        return roots;
    }

    /** The size of the largest union, of which any may have to be tried; 1 where there is no union. */
    int widest() {
        return widest;
    }

    boolean hasOneOf() {
        return schemas.stream().anyMatch(schema -> schema.node().json().has("oneOf"));
    }

    /** The types a value may have, the most telling first; empty where any will do. */
    List<Type> types() {
        Set<Type> common = EnumSet.noneOf(Type.class);
        for (Schema schema : schemas) {
            Set<Type> own = EnumSet.noneOf(Type.class);
            own.addAll(schema.types());
            if (own.contains(Type.NUMBER)) {
                own.add(Type.INTEGER);
            }
            if (common.isEmpty()) {
                common.addAll(own);
            } else if (own.stream().anyMatch(common::contains)) {
                common.retainAll(own);
            }
        }
        if (common.contains(Type.NUMBER)) {
            common.remove(Type.INTEGER);
        }
        return PREFERENCE.stream().filter(common::contains).toList();
    }

    /** The values of a keyword, of all schemas that have it. */
    Stream<JsonNode> all(String keyword) {
        return schemas.stream()
                .flatMap(Demands::written)
                .map(schema -> schema.path(keyword))
                .filter(value -> !value.isMissingNode());
    }

    private static Stream<JsonNode> written(Schema schema) {
        JsonNode definition = schema.node().json();
        JsonNode beside = schema.written().json();
        return definition == beside ? Stream.of(definition) : Stream.of(beside, definition);
    }

    /** The largest of the numbers that a keyword such as {@code minLength} gives, at least 0. */
    int least(String keyword) {
        return all(keyword).mapToInt(JsonNode::asInt).max().orElse(0);
    }

    /** The smallest of the numbers that a keyword such as {@code maxLength} gives. */
    int most(String keyword) {
        return all(keyword).mapToInt(JsonNode::asInt).min().orElse(Integer.MAX_VALUE);
    }

    /** The texts that a keyword such as {@code pattern} gives. */
    List<String> texts(String keyword) {
        return all(keyword).filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
    }

    boolean says(String keyword) {
        return all(keyword).anyMatch(JsonNode::asBoolean);
    }

    boolean forbids(String keyword) {
        return all(keyword).anyMatch(value -> value.isBoolean() && !value.booleanValue());
    }

    /** The schemas of what a keyword such as {@code propertyNames} describes. */
    List<Schema> below(String keyword) {
        return schemas.stream()
                .filter(schema -> schema.node().member(keyword).isObject())
                .map(schema -> schema.below(keyword))
                .toList();
    }

    /** The names of the declared members: those that {@code allOf} takes in first, those of branches last. */
    Set<String> declared() {
        Set<String> names = new LinkedHashSet<>();
        roots.forEach(root -> names.addAll(root.properties().keySet()));
        return names;
    }

    Set<String> required() {
        Set<String> names = new LinkedHashSet<>();
        all("required").filter(JsonNode::isArray).forEach(list -> list.forEach(name -> names.add(name.asText())));
        return names;
    }

    /** The patterns of names that are spoken of. */
    Set<String> patterns() {
        Set<String> patterns = new LinkedHashSet<>();
        schemas.forEach(schema -> patterns.addAll(Below.patterns(schema)));
        return patterns;
    }

    List<Schema> member(String name) {
        return schemas.stream().flatMap(schema -> Below.member(schema, name)).toList();
    }

    /** What a member says that tells the kind of an object, if that is known. */
    Optional<JsonNode> kind(String name) {
        return kinds.word(name, member(name));
    }

    List<Schema> item(int index) {
        return schemas.stream()
                .flatMap(schema -> Below.item(schema, index).stream())
                .filter(item -> !item.written().json().isBoolean())
                .toList();
    }

    /** How many items have a schema each. */
    int places() {
        return all("prefixItems").mapToInt(JsonNode::size).max().orElse(0);
    }

    /** Whether all that is demanded holds for a value, whatever else its schemas say. */
    boolean accepts(JsonNode value) {
        return roots.stream().allMatch(root -> root.faults(value).isEmpty());
    }
}
