package io.platformapi.compat.schema.shape;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a schema demands of an object. */
public sealed interface ObjectAssertion extends Assertion {

    /** What is done with each of them. */
    interface Visitor<R> {
        R size(Size size);

        R property(Property property);

        R patternProperty(PatternProperty patternProperty);

        R additional(Additional additional);

        R required(Required required);

        R names(Names names);

        R variant(Variant variant);

        R discriminator(Discriminator discriminator);
    }

    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R byType(ByType<R> types) {
        return types.object(this);
    }

    @Override
    default boolean isDeniable(JsonType type) {
        return type == JsonType.OBJECT;
    }

    /** {@code minProperties}, {@code maxProperties}. */
    record Size(Limit limit) implements ObjectAssertion {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.size(this);
        }
    }

    /** {@code properties}: the member of this name, if there is one. */
    record Property(String name, Conjunction schema) implements ObjectAssertion {
        @Override
        public List<Object> key(Function<Conjunction, Object> identity) {
            return List.of("property", name, identity.apply(schema));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.property(this);
        }
    }

    /** {@code patternProperties}: every member whose name contains a match. */
    record PatternProperty(String regex, Conjunction schema) implements ObjectAssertion {
        @Override
        public List<Object> key(Function<Conjunction, Object> identity) {
            return List.of("pattern-property", regex, identity.apply(schema));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.patternProperty(this);
        }
    }

    /**
     * {@code additionalProperties}, {@code unevaluatedProperties}: every member whose name is not listed nor matched.
     */
    record Additional(Set<String> names, List<String> regexes, Conjunction schema) implements ObjectAssertion {

        public Additional {
            names = Collections.unmodifiableSet(new LinkedHashSet<>(names)); // in order: witnesses are looked for in it
        }

        /** Whether there are no such members. */
        public boolean isClosed() {
            return schema.isNever();
        }

        @Override
        public List<Object> key(Function<Conjunction, Object> identity) {
            return List.of("additional", names, Set.copyOf(regexes), identity.apply(schema));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.additional(this);
        }
    }

    /** {@code required}: there is a member of this name. */
    record Required(String name) implements ObjectAssertion {
        @Override
        public String subject() {
            return name;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.required(this);
        }
    }

    /** {@code propertyNames}: every member's name, as a string. */
    record Names(Conjunction schema) implements ObjectAssertion {
        @Override
        public List<Object> key(Function<Conjunction, Object> identity) {
            return List.of("names", identity.apply(schema));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.names(this);
        }
    }

    /**
     * That the value is meant as this component, one of several. No validator knows; people and generated clients do.
     */
    record Variant(ReferencedSchema target) implements ObjectAssertion {
        @Override
        public List<Object> key(Function<Conjunction, Object> identity) {
            return List.of("variant", target.name());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.variant(this);
        }
    }

    /**
     * {@code discriminator}: which member tells what the value is meant as, and by which values.
     *
     * @param closed whether the variants are all there are; without branches beside it any component may be meant
     */
    record Discriminator(String name, Map<String, ReferencedSchema> variants, boolean closed)
            implements ObjectAssertion {
        @Override
        public List<Object> key(Function<Conjunction, Object> identity) {
            return List.of(
                    "discriminator",
                    name,
                    variants.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, each -> each.getValue().name())),
                    closed);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.discriminator(this);
        }
    }
}
