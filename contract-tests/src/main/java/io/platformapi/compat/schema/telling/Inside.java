package io.platformapi.compat.schema.telling;

import io.platformapi.compat.schema.reading.References;
import io.platformapi.compat.schema.shape.ArrayAssertion;
import io.platformapi.compat.schema.shape.Assertion;
import io.platformapi.compat.schema.shape.Keyword;
import io.platformapi.compat.schema.shape.Limit;
import io.platformapi.compat.schema.shape.NumberAssertion;
import io.platformapi.compat.schema.shape.ObjectAssertion;
import io.platformapi.compat.schema.shape.Part;
import io.platformapi.compat.schema.shape.Shape;
import io.platformapi.compat.schema.shape.StringAssertion;
import io.platformapi.compat.schema.shape.ValueAssertion;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of the values that one assertion of a reader is about: a member, an item.
 *
 * @param sent what the sender says of that part
 * @param read what the reader says of it
 * @param path where in the value it is
 * @param with the schema of all values whose part satisfies a schema
 */
record Inside(Placed sent, Placed read, String path, Function<Shape, Shape> with) {

    /** The part that an assertion is about; none if it is about the value itself, or about several parts alike. */
    static Optional<Inside> of(Placed sent, Part part) {
        return part.assertion().byType(new Looking(sent, part));
    }

    private record Looking(Placed whole, Part part)
            implements Assertion.ByType<Optional<Inside>>,
                    ArrayAssertion.Visitor<Optional<Inside>>,
                    ObjectAssertion.Visitor<Optional<Inside>> {

        @Override
        public Optional<Inside> value(ValueAssertion assertion) {
            return Optional.empty();
        }

        @Override
        public Optional<Inside> number(NumberAssertion assertion) {
            return Optional.empty();
        }

        @Override
        public Optional<Inside> string(StringAssertion assertion) {
            return Optional.empty();
        }

        @Override
        public Optional<Inside> array(ArrayAssertion assertion) {
            return assertion.accept(this);
        }

        @Override
        public Optional<Inside> object(ObjectAssertion assertion) {
            return assertion.accept(this);
        }

        @Override
        public Optional<Inside> size(ArrayAssertion.Size size) {
            return Optional.empty();
        }

        @Override
        public Optional<Inside> item(ArrayAssertion.Item item) {
            return item(item.index(), item.schema(), "/" + item.index());
        }

        @Override
        public Optional<Inside> items(ArrayAssertion.Items items) {
            return item(items.from(), items.schema(), "/*");
        }

        private Optional<Inside> item(int index, Shape schema, String path) {
            return inside(
                    whole.item(index),
                    schema,
                    path,
                    value -> Shape.of(
                            Limit.of(Keyword.MIN_ITEMS, BigDecimal.valueOf(index + 1L)),
                            new ArrayAssertion.Item(index, value)));
        }

        @Override
        public Optional<Inside> contains(ArrayAssertion.Contains contains) {
            return Optional.empty();
        }

        @Override
        public Optional<Inside> unique(ArrayAssertion.Unique unique) {
            return Optional.empty();
        }

        @Override
        public Optional<Inside> size(ObjectAssertion.Size size) {
            return Optional.empty();
        }

        @Override
        public Optional<Inside> property(ObjectAssertion.Property property) {
            String name = property.name();
            return inside(
                    whole.member(name),
                    property.schema(),
                    "/" + References.escape(name),
                    value -> Shape.of(new ObjectAssertion.Required(name), new ObjectAssertion.Property(name, value)));
        }

        @Override
        public Optional<Inside> patternProperty(ObjectAssertion.PatternProperty pattern) {
            return Optional.empty();
        }

        @Override
        public Optional<Inside> additional(ObjectAssertion.Additional additional) {
            return whole.assertions().keySet().stream()
                    .filter(each -> each.assertion() instanceof ObjectAssertion.Additional)
                    .findFirst()
                    .flatMap(each -> others(each, (ObjectAssertion.Additional) each.assertion(), additional));
        }

        private Optional<Inside> others(
                Part said, ObjectAssertion.Additional sent, ObjectAssertion.Additional understood) {
            return inside(
                    Placed.of(sent.schema(), said.pointer()),
                    understood.schema(),
                    "/*",
                    value -> Shape.of(new ValueAssertion.Not(Shape.of(new ObjectAssertion.Additional(
                            sent.names(), sent.regexes(), Shape.of(new ValueAssertion.Not(value)))))));
        }

        @Override
        public Optional<Inside> required(ObjectAssertion.Required required) {
            return Optional.empty();
        }

        @Override
        public Optional<Inside> names(ObjectAssertion.Names names) {
            return Optional.empty();
        }

        @Override
        public Optional<Inside> variant(ObjectAssertion.Variant variant) {
            return Optional.empty();
        }

        @Override
        public Optional<Inside> discriminator(ObjectAssertion.Discriminator discriminator) {
            return Optional.empty();
        }

        private Optional<Inside> inside(Placed sent, Shape read, String path, Function<Shape, Shape> with) {
            return Optional.of(new Inside(sent, Placed.of(read, part.pointer()), path, with));
        }
    }
}
