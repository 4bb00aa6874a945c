package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A keyword of numbers, exact at any size. The validator's own compares by {@code long} and {@code double}, so that
 * {@code maximum: 50} takes {@code 1e300}, and {@code multipleOf: 1e400} ends it.
 */
final class ExactNumbers implements Keyword {

    private final String name;
    private final Relation relation;

    private ExactNumbers(String name, Relation relation) {
        this.name = name;
        this.relation = relation;
    }

    /** What a value must be to the argument. */
    @FunctionalInterface
    private interface Relation {

        /** @param excluded whether a flag beside the bound says that it is itself too much, as in OpenAPI 3.0 */
        boolean holds(BigDecimal value, BigDecimal argument, boolean excluded);
    }

    /** Those of a version; in 3.0 {@code exclusiveMinimum} and its twin are flags beside a bound. */
    static List<ExactNumbers> of(SchemaVersion version) {
        List<ExactNumbers> always = List.of(
                new ExactNumbers("minimum", (value, least, excluded) -> value.compareTo(least) >= (excluded ? 1 : 0)),
                new ExactNumbers("maximum", (value, most, excluded) -> value.compareTo(most) <= (excluded ? -1 : 0)),
                new ExactNumbers(
                        "multipleOf",
                        (value, part, excluded) ->
                                part.signum() == 0 || value.remainder(part).signum() == 0));
        List<ExactNumbers> later = List.of(
                new ExactNumbers("exclusiveMinimum", (value, bound, excluded) -> value.compareTo(bound) > 0),
                new ExactNumbers("exclusiveMaximum", (value, bound, excluded) -> value.compareTo(bound) < 0));
        return version == SchemaVersion.OPENAPI_3_0
                ? always
                : Stream.concat(always.stream(), later.stream()).toList();
    }

    @Override
    public String getValue() {
        return name;
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode argument, Schema parent, SchemaContext context) {
        if (!argument.isNumber()) {
            throw new SchemaException(name + " is no number");
        }
        BigDecimal bound = argument.decimalValue();
        String flag = "exclusive" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        boolean excluded = parent.getSchemaNode().path(flag).equals(BooleanNode.TRUE);
        return new ExactCheck(
                this,
                location,
                argument,
                parent,
                context,
                bound.toString(),
                value -> !value.isNumber() || relation.holds(value.decimalValue(), bound, excluded));
    }
}
