package io.platformapi.compat.schema.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a schema demands of a value of whatever type. */
public sealed interface ValueAssertion extends Assertion {

    /** What is done with each of them. */
    interface Visitor<R> {
        R types(Types types);

        R values(Values values);

        R any(Any any);

        R exactlyOne(ExactlyOne exactlyOne);

        R not(Not not);

        R reference(Reference reference);

        R slip(Slip slip);

        R never(Never never);

        R undecidable(Undecidable undecidable);
    }

    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R byType(ByType<R> types) {
        return types.value(this);
    }

    /** {@code type}: the value has one of the types, and if it is a number and {@code integers}, it is whole. */
    record Types(Set<JsonType> types, boolean integers) implements ValueAssertion {
        @Override
        public boolean isSatisfiable(JsonType type) {
            return types.contains(type);
        }

        @Override
        public boolean isDeniable(JsonType type) {
            return !types.contains(type) || type == JsonType.NUMBER && integers;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.types(this);
        }
    }

    /** {@code enum} and {@code const}: the value is one of these. */
    record Values(List<JsonNode> values) implements ValueAssertion {
        @Override
        public boolean isSatisfiable(JsonType type) {
            return values.stream().anyMatch(value -> JsonType.of(value) == type);
        }

        @Override
        public List<Object> key(Function<Conjunction, Object> identity) {
            return List.of("enum", Set.copyOf(values));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.values(this);
        }
    }

    /** {@code anyOf}: at least one branch holds. */
    record Any(List<Conjunction> branches) implements ValueAssertion {
        @Override
        public List<Object> key(Function<Conjunction, Object> identity) {
            return List.of("any", branches.stream().map(identity).toList());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.any(this);
        }
    }

    /** {@code oneOf}: one branch holds, and only one. */
    record ExactlyOne(List<Conjunction> branches) implements ValueAssertion {
        @Override
        public List<Object> key(Function<Conjunction, Object> identity) {
            return List.of("one", branches.stream().map(identity).toList());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exactlyOne(this);
        }
    }

    /** {@code not}. */
    record Not(Conjunction schema) implements ValueAssertion {
        @Override
        public List<Object> key(Function<Conjunction, Object> identity) {
            return List.of("not", identity.apply(schema));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** {@code $ref}. */
    record Reference(ReferencedSchema target) implements ValueAssertion {
        @Override
        public List<Object> key(Function<Conjunction, Object> identity) {
            return List.of("ref", identity.apply(target.shape()));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reference(this);
        }
    }

    /**
     * Nothing that values could violate, but a slip that tells schemas apart: keywords about a type that is not among
     * the declared ones, or an exclusive bound without the bound.
     *
     * @param what the {@link JsonType} or the {@link Keyword}
     */
    record Slip(Enum<?> what) implements ValueAssertion {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.slip(this);
        }
    }

    /** The schema {@code false}: no value at all. */
    record Never() implements ValueAssertion {
        @Override
        public boolean isSatisfiable(JsonType type) {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.never(this);
        }
    }

    /** Something we cannot decide, and why. */
    record Undecidable(String reason) implements ValueAssertion {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.undecidable(this);
        }
    }
}
