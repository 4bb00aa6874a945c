package io.platformapi.compat.schema.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.shape.Assertion;
import io.platformapi.compat.schema.shape.Keyword;
import io.platformapi.compat.schema.shape.Limit;
import io.platformapi.compat.schema.shape.NumberAssertion;
import io.platformapi.compat.schema.shape.PlacedAssertion;
import io.platformapi.compat.schema.shape.StringAssertion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Reads what a schema says about strings, and {@code format}, which may be about numbers. */
final class StringKeywords {

    private static final BigDecimal INT32 = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal INT64 = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final Set<String> OF_NUMBERS = Set.of("float", "double", "decimal", "number");

    private final SchemaReading reading;
    private final String pointer;
    private final List<PlacedAssertion> parts;

    StringKeywords(SchemaReading reading, String pointer, List<PlacedAssertion> parts) {
        this.reading = reading;
        this.pointer = pointer;
        this.parts = parts;
    }

    void read(ObjectNode schema) {
        new NumberedKeywords(schema, pointer, parts).count(Keyword.MIN_LENGTH, Keyword.MAX_LENGTH);
        if (schema.path("pattern").isTextual()) {
            add(new StringAssertion.Pattern(schema.get("pattern").textValue()), "pattern");
        }
        if (schema.path("format").isTextual() && reading.assertsFormats()) {
            format(schema.get("format").textValue());
        }
        for (String keyword : List.of("contentEncoding", "contentMediaType")) {
            if (schema.path(keyword).isTextual()) {
                add(new StringAssertion.Content(keyword, schema.get(keyword).textValue()), keyword);
            }
        }
    }

    private void format(String name) {
        if (name.equals("int32") || name.equals("int64")) {
            BigDecimal most = name.equals("int32") ? INT32 : INT64;
            BigDecimal least = most.negate().subtract(BigDecimal.ONE);
            add(Limit.of(Keyword.MAXIMUM, most), "format");
            add(Limit.of(Keyword.MINIMUM, least), "format");
        } else {
            boolean ofNumbers = OF_NUMBERS.contains(name);
            add(ofNumbers ? new NumberAssertion.Format(name) : new StringAssertion.Format(name), "format");
        }
    }

    private void add(Assertion assertion, String keyword) {
        parts.add(SchemaCompiler.part(assertion, pointer, keyword));
    }
}
