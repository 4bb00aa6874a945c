package io.platformapi.compat.schema.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.shape.Assertion;
import io.platformapi.compat.schema.shape.Keyword;
import io.platformapi.compat.schema.shape.Limit;
import io.platformapi.compat.schema.shape.PlacedAssertion;
import io.platformapi.compat.schema.shape.ValueAssertion;
import java.math.BigDecimal;
import java.util.List;

/** Reads what a schema says about numbers. */
final class NumberKeywords {

    private final SchemaReading reading;
    private final String pointer;
    private final List<PlacedAssertion> parts;

    NumberKeywords(SchemaReading reading, String pointer, List<PlacedAssertion> parts) {
        this.reading = reading;
        this.pointer = pointer;
        this.parts = parts;
    }

    void read(ObjectNode schema) {
        NumberedKeywords limits = new NumberedKeywords(schema, pointer, parts);
        bound(schema, limits, Keyword.MINIMUM, Keyword.EXCLUSIVE_MINIMUM);
        bound(schema, limits, Keyword.MAXIMUM, Keyword.EXCLUSIVE_MAXIMUM);
        limits.number(Keyword.MULTIPLE_OF);
    }

    private void bound(ObjectNode schema, NumberedKeywords limits, Keyword plain, Keyword exclusive) {
        boolean excluded = schema.path(exclusive.spelling()).isBoolean()
                && schema.path(exclusive.spelling()).booleanValue();
        if (schema.path(plain.spelling()).isNumber()) {
            add(
                    Limit.of(
                            excluded ? exclusive : plain,
                            schema.get(plain.spelling()).decimalValue()),
                    plain.spelling());
        }
        limits.number(exclusive);
        if (excluded && !reading.literal() && !schema.has(plain.spelling())) {
            add(
                    reading.meant() ? Limit.of(exclusive, BigDecimal.ZERO) : new ValueAssertion.Slip(exclusive),
                    exclusive.spelling());
        }
    }

    private void add(Assertion assertion, String keyword) {
        parts.add(SchemaCompiler.part(assertion, pointer, keyword));
    }
}
