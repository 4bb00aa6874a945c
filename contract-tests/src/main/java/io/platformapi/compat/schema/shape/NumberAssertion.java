package io.platformapi.compat.schema.shape;

/** What a schema demands of a number. */
public sealed interface NumberAssertion extends Assertion {

    /** What is done with each of them. */
    interface Visitor<R> {
        R bound(Bound bound);

        R format(Format format);
    }

    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R byType(ByType<R> types) {
        return types.number(this);
    }

    @Override
    default boolean isDeniable(JsonType type) {
        return type == JsonType.NUMBER;
    }

    /** A bound, or {@code multipleOf}. */
    record Bound(Limit limit) implements NumberAssertion {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bound(this);
        }
    }

    /** {@code format}, asserted. */
    record Format(String name) implements NumberAssertion {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.format(this);
        }
    }
}
