package io.platformapi.compat.schema.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.language.Formats;
import io.platformapi.compat.schema.shape.Assertion;
import io.platformapi.compat.schema.shape.Keyword;
import io.platformapi.compat.schema.shape.Limit;
import io.platformapi.compat.schema.shape.NumberAssertion;
import io.platformapi.compat.schema.shape.PlacedAssertion;
import io.platformapi.compat.schema.shape.StringAssertion;
import io.platformapi.contract.schema.NumberFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads what a schema says about strings, and {@code format}, which may be about numbers. */
final class StringKeywords {

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
        bytes(schema);
    }

    /** What bytes a string holds, also in the words of the other edition's version. */
    private void bytes(ObjectNode schema) {
        String format = schema.path("format").asText();
        if (reading.isUpgraded() && format.equals("byte")) {
            add(new StringAssertion.Content("contentEncoding", "base64"), "format");
        } else if (reading.isUpgraded() && format.equals("binary")) {
            add(StringAssertion.Content.OF_ANY_TYPE, "format");
        } else if (reading.isReadBy30()
                && schema.path("contentEncoding").asText().equals("base64")) {
            add(new StringAssertion.Format("byte"), "contentEncoding");
        }
    }

    private void format(String name) {
        Optional<NumberFormat> bounded = Formats.bounded(name);
        if (bounded.isPresent()) {
            add(Limit.of(Keyword.MAXIMUM, new BigDecimal(bounded.get().most())), "format");
            add(Limit.of(Keyword.MINIMUM, new BigDecimal(bounded.get().least())), "format");
        } else {
            add(
                    name.equals(Formats.SINGLE) ? new NumberAssertion.Format(name) : new StringAssertion.Format(name),
                    "format");
        }
    }

    private void add(Assertion assertion, String keyword) {
        parts.add(SchemaCompiler.part(assertion, pointer, keyword));
    }
}
