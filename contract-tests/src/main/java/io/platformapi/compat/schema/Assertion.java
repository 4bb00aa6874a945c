package io.platformapi.compat.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a schema demands of a value. A schema is a conjunction of assertions, and each can be denied on its
 * own: that is what lets a failed comparison name the assertion that fails.
 */
sealed interface Assertion {

    /** The type of values it speaks about, null when it speaks about all. */
    default @Nullable JsonType about() {
        return null;
    }

    /** A value equal for assertions that demand the same, given the same for the schemas inside. */
    List<Object> key(Function<Shape, Object> identity);

    /** {@code type}: the value has one of the types, and if it is a number and {@code integers}, it is whole. */
    record Types(Set<JsonType> types, boolean integers) implements Assertion {
        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("type", types, integers);
        }
    }

    /** {@code enum} and {@code const}: the value is one of these. */
    record Values(List<JsonNode> values) implements Assertion {
        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("enum", Set.copyOf(values));
        }
    }

    /** A keyword with a number. */
    record Limit(Keyword keyword, BigDecimal number) implements Assertion {
        @Override
        public JsonType about() {
            return keyword.type();
        }

        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of(keyword, number);
        }
    }

    /** {@code pattern}: the string contains a match. */
    record Pattern(String regex) implements Assertion {
        @Override
        public JsonType about() {
            return JsonType.STRING;
        }

        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("pattern", regex);
        }
    }

    /** The string is in a language that was computed, as the names left over by other patterns are. */
    record InLanguage(Language language) implements Assertion {
        @Override
        public JsonType about() {
            return JsonType.STRING;
        }

        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("language", language);
        }
    }

    /** {@code format}, asserted. */
    record Format(String name, JsonType about) implements Assertion {
        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("format", name, about);
        }
    }

    /** {@code contentEncoding}, {@code contentMediaType}: what the string holds, which no validator checks. */
    record Content(String keyword, String value) implements Assertion {
        @Override
        public JsonType about() {
            return JsonType.STRING;
        }

        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of(keyword, value);
        }
    }

    /** {@code prefixItems}: the item at the index, if there is one. */
    record Item(int index, Shape schema) implements Assertion {
        @Override
        public JsonType about() {
            return JsonType.ARRAY;
        }

        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("item", index, identity.apply(schema));
        }
    }

    /** {@code items}: every item from an index on. */
    record Items(int from, Shape schema) implements Assertion {
        @Override
        public JsonType about() {
            return JsonType.ARRAY;
        }

        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("items", from, identity.apply(schema));
        }
    }

    /** {@code contains} with its bounds; no upper bound is {@link Integer#MAX_VALUE}. */
    record Contains(Shape schema, int least, int most) implements Assertion {
        @Override
        public JsonType about() {
            return JsonType.ARRAY;
        }

        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("contains", least, most, identity.apply(schema));
        }
    }

    /** {@code uniqueItems: true}. */
    record Unique() implements Assertion {
        @Override
        public JsonType about() {
            return JsonType.ARRAY;
        }

        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("unique");
        }
    }

    /** {@code properties}: the member of this name, if there is one. */
    record Property(String name, Shape schema) implements Assertion {
        @Override
        public JsonType about() {
            return JsonType.OBJECT;
        }

        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("property", name, identity.apply(schema));
        }
    }

    /** {@code patternProperties}: every member whose name contains a match. */
    record PatternProperty(String regex, Shape schema) implements Assertion {
        @Override
        public JsonType about() {
            return JsonType.OBJECT;
        }

        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("pattern-property", regex, identity.apply(schema));
        }
    }

    /**
     * {@code additionalProperties}, {@code unevaluatedProperties}: every member whose name is not listed nor matched.
     */
    record Additional(Set<String> names, List<String> regexes, Shape schema) implements Assertion {

        public Additional {
            names = Collections.unmodifiableSet(new LinkedHashSet<>(names)); // in order: witnesses are looked for in it
        }

        @Override
        public JsonType about() {
            return JsonType.OBJECT;
        }

        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("additional", names, Set.copyOf(regexes), identity.apply(schema));
        }
    }

    /** {@code required}: there is a member of this name. */
    record Required(String name) implements Assertion {
        @Override
        public JsonType about() {
            return JsonType.OBJECT;
        }

        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("required", name);
        }
    }

    /** {@code propertyNames}: every member's name, as a string. */
    record Names(Shape schema) implements Assertion {
        @Override
        public JsonType about() {
            return JsonType.OBJECT;
        }

        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("names", identity.apply(schema));
        }
    }

    /** {@code anyOf}: at least one branch holds. */
    record Any(List<Shape> branches) implements Assertion {
        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("any", List.copyOf(branches.stream().map(identity).toList()));
        }
    }

    /** {@code oneOf}: one branch holds, and only one. */
    record ExactlyOne(List<Shape> branches) implements Assertion {
        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("one", List.copyOf(branches.stream().map(identity).toList()));
        }
    }

    /** {@code not}. */
    record Not(Shape schema) implements Assertion {
        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("not", identity.apply(schema));
        }
    }

    /**
     * That the value is meant as this component, one of several. No validator knows; people and generated clients do.
     */
    record Variant(Target target) implements Assertion {
        @Override
        public JsonType about() {
            return JsonType.OBJECT;
        }

        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("variant", target.name());
        }
    }

    /**
     * {@code discriminator}: which member tells what the value is meant as, and by which values.
     *
     * @param closed whether the variants are all there are; without branches beside it any component may be meant
     */
    record Discriminator(String name, Map<String, Target> variants, boolean closed) implements Assertion {
        @Override
        public JsonType about() {
            return JsonType.OBJECT;
        }

        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            Map<String, String> names = new LinkedHashMap<>();
            variants.forEach((value, target) -> names.put(value, target.name()));
            return List.of("discriminator", name, names, closed);
        }
    }

    /** {@code $ref}. */
    record Reference(Target target) implements Assertion {
        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("ref", identity.apply(target.shape()));
        }
    }

    /**
     * Nothing that values could violate, but a slip that tells schemas apart: keywords about a type that is not among
     * the declared ones, or an exclusive bound without the bound.
     *
     * @param what the {@link JsonType} or the {@link Keyword}
     */
    record Slip(Enum<?> what) implements Assertion {
        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("slip", what);
        }
    }

    /** The schema {@code false}: no value at all. */
    record Never() implements Assertion {
        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("never");
        }
    }

    /** Something we cannot decide, and why. */
    record Undecidable(String reason) implements Assertion {
        @Override
        public List<Object> key(Function<Shape, Object> identity) {
            return List.of("undecidable", reason);
        }
    }
}
