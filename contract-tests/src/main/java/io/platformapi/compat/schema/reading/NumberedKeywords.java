package io.platformapi.compat.schema.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.shape.Assertion;
import io.platformapi.compat.schema.shape.Keyword;
import io.platformapi.compat.schema.shape.Limit;
import io.platformapi.compat.schema.shape.PlacedAssertion;
import java.util.List;

/** The keywords of one schema that have a number as their argument. */
record NumberedKeywords(ObjectNode schema, String pointer, List<PlacedAssertion> parts) {

    /** Any such keyword, if it is there. */
    void number(Keyword keyword) {
        JsonNode number = schema.path(keyword.spelling());
        if (number.isNumber()) {
            Assertion limit = Limit.of(keyword, number.decimalValue());
            parts.add(SchemaCompiler.part(limit, pointer, keyword.spelling()));
        }
    }

    /** The bounds of a count; at least 0 says nothing. */
    void count(Keyword least, Keyword most) {
        if (schema.path(least.spelling()).isNumber()
                && schema.get(least.spelling()).decimalValue().signum() > 0) {
            number(least);
        }
        number(most);
    }
}
