package io.platformapi.compat.schema.shape;

import java.util.List;
import java.util.function.Function;

/** What a schema demands of an array. */
public sealed interface ArrayAssertion extends Assertion {

    /** What is done with each of them. */
    interface Visitor<R> {
        R size(Size size);

        R item(Item item);

        R items(Items items);

        R contains(Contains contains);

        R unique(Unique unique);
    }

    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R byType(ByType<R> types) {
        return types.array(this);
    }

    @Override
    default boolean isDeniable(JsonType type) {
        return type == JsonType.ARRAY;
    }

    /** {@code minItems}, {@code maxItems}. */
    record Size(Limit limit) implements ArrayAssertion {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.size(this);
        }
    }

    /** {@code prefixItems}: the item at the index, if there is one. */
    record Item(int index, Conjunction schema) implements ArrayAssertion {
        @Override
        public List<Object> key(Function<Conjunction, Object> identity) {
            return List.of("item", index, identity.apply(schema));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.item(this);
        }
    }

    /** {@code items}: every item from an index on. */
    record Items(int from, Conjunction schema) implements ArrayAssertion {
        @Override
        public List<Object> key(Function<Conjunction, Object> identity) {
            return List.of("items", from, identity.apply(schema));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.items(this);
        }
    }

    /** {@code contains} with its bounds; no upper bound is {@link Integer#MAX_VALUE}. */
    record Contains(Conjunction schema, int least, int most) implements ArrayAssertion {
        @Override
        public List<Object> key(Function<Conjunction, Object> identity) {
            return List.of("contains", least, most, identity.apply(schema));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.contains(this);
        }
    }

    /** {@code uniqueItems: true}. */
    record Unique() implements ArrayAssertion {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unique(this);
        }
    }
}
