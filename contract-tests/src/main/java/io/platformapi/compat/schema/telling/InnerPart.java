package io.platformapi.compat.schema.telling;

import io.platformapi.compat.schema.reading.References;
import io.platformapi.compat.schema.shape.ArrayAssertion;
import io.platformapi.compat.schema.shape.Assertion;
import io.platformapi.compat.schema.shape.Conjunction;
import io.platformapi.compat.schema.shape.Keyword;
import io.platformapi.compat.schema.shape.Limit;
import io.platformapi.compat.schema.shape.NumberAssertion;
import io.platformapi.compat.schema.shape.ObjectAssertion;
import io.platformapi.compat.schema.shape.PlacedAssertion;
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
record InnerPart(Placed sent, Placed read, String path, Function<Conjunction, Conjunction> with) {

    /** The part that an assertion is about; none if it is about the value itself, or about several parts alike. */
    static Optional<InnerPart> of(Placed sent, PlacedAssertion part) {
        return part.assertion().byType(new Looking(sent, part));
    }

    private record Looking(Placed whole, PlacedAssertion part)
            implements Assertion.ByType<Optional<InnerPart>>,
                    ArrayAssertion.Visitor<Optional<InnerPart>>,
                    ObjectAssertion.Visitor<Optional<InnerPart>> {

        @Override
        public Optional<InnerPart> value(ValueAssertion assertion) {
            return Optional.empty();
        }

        @Override
        public Optional<InnerPart> number(NumberAssertion assertion) {
            return Optional.empty();
        }

        @Override
        public Optional<InnerPart> string(StringAssertion assertion) {
            return Optional.empty();
        }

        @Override
        public Optional<InnerPart> array(ArrayAssertion assertion) {
            return assertion.accept(this);
        }

        @Override
        public Optional<InnerPart> object(ObjectAssertion assertion) {
            return assertion.accept(this);
        }

        @Override
        public Optional<InnerPart> size(ArrayAssertion.Size size) {
            return Optional.empty();
        }

        @Override
        public Optional<InnerPart> item(ArrayAssertion.Item item) {
            return item(item.index(), item.schema(), "/" + item.index());
        }

        @Override
        public Optional<InnerPart> items(ArrayAssertion.Items items) {
            return item(items.from(), items.schema(), "/*");
        }

        private Optional<InnerPart> item(int index, Conjunction schema, String path) {
            return inside(
                    whole.item(index),
                    schema,
                    path,
                    value -> Conjunction.of(
                            Limit.of(Keyword.MIN_ITEMS, BigDecimal.valueOf(index + 1L)),
                            new ArrayAssertion.Item(index, value)));
        }

        @Override
        public Optional<InnerPart> contains(ArrayAssertion.Contains contains) {
            return Optional.empty();
        }

        @Override
        public Optional<InnerPart> unique(ArrayAssertion.Unique unique) {
            return Optional.empty();
        }

        @Override
        public Optional<InnerPart> size(ObjectAssertion.Size size) {
            return Optional.empty();
        }

        @Override
        public Optional<InnerPart> property(ObjectAssertion.Property property) {
            String name = property.name();
            return inside(
                    whole.member(name),
                    property.schema(),
                    "/" + References.escape(name),
                    value -> Conjunction.of(
                            new ObjectAssertion.Required(name), new ObjectAssertion.Property(name, value)));
        }

        @Override
        public Optional<InnerPart> patternProperty(ObjectAssertion.PatternProperty pattern) {
            return Optional.empty();
        }

        @Override
        public Optional<InnerPart> additional(ObjectAssertion.Additional additional) {
            return whole.assertions().keySet().stream()
                    .filter(each -> each.assertion() instanceof ObjectAssertion.Additional)
                    .findFirst()
                    .flatMap(each -> others(each, (ObjectAssertion.Additional) each.assertion(), additional));
        }

        private Optional<InnerPart> others(
                PlacedAssertion said, ObjectAssertion.Additional sent, ObjectAssertion.Additional understood) {
            return inside(
                    Placed.of(sent.schema(), said.pointer()),
                    understood.schema(),
                    "/*",
                    value -> Conjunction.of(new ValueAssertion.Not(Conjunction.of(new ObjectAssertion.Additional(
                            sent.names(), sent.regexes(), Conjunction.of(new ValueAssertion.Not(value)))))));
        }

        @Override
        public Optional<InnerPart> required(ObjectAssertion.Required required) {
            return Optional.empty();
        }

        @Override
        public Optional<InnerPart> names(ObjectAssertion.Names names) {
            return Optional.empty();
        }

        @Override
        public Optional<InnerPart> variant(ObjectAssertion.Variant variant) {
            return Optional.empty();
        }

        @Override
        public Optional<InnerPart> discriminator(ObjectAssertion.Discriminator discriminator) {
            return Optional.empty();
        }

        private Optional<InnerPart> inside(
                Placed sent, Conjunction read, String path, Function<Conjunction, Conjunction> with) {
            return Optional.of(new InnerPart(sent, Placed.of(read, part.pointer()), path, with));
        }
    }
}
