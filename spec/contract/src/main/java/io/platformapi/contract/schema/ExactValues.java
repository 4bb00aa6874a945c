package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A keyword that asks whether values are the same, as JSON Schema means it: {@code 1} and {@code 1.0} are one number,
 * at any depth. The validator's own compares numbers by their digits where they stand in lists and objects.
 */
final class ExactValues implements Keyword {

    private static final String FLAG_OF_NULL = "nullable";

    private final String name;
    private final Test test;

    private ExactValues(String name, Test test) {
        this.name = name;
        this.test = test;
    }

    /** Makes the check of a keyword, given its argument and the schema around it. */
    @FunctionalInterface
    private interface Test {

        Predicate<JsonNode> of(JsonNode argument, JsonNode schema);
    }

    /** Those of a version; in 3.0 {@code nullable} adds null to an {@code enum}. */
    static List<ExactValues> of(SchemaVersion version) {
        boolean old = version == SchemaVersion.OPENAPI_3_0;
        ExactValues among = new ExactValues("enum", (argument, schema) -> {
            Set<JsonNode> values = new HashSet<>();
            argument.forEach(each -> values.add(SameValues.form(each)));
            if (old && schema.path(FLAG_OF_NULL).asBoolean()) {
                values.add(NullNode.getInstance());
            }
            return value -> values.contains(SameValues.form(value));
        });
        ExactValues unlike = new ExactValues(
                "uniqueItems",
                (argument, schema) ->
                        value -> !argument.equals(BooleanNode.TRUE) || !value.isArray() || isUnlike(value));
        ExactValues equal = new ExactValues("const", (argument, schema) -> {
            JsonNode only = SameValues.form(argument);
            return value -> SameValues.form(value).equals(only);
        });
        return old ? List.of(among, unlike) : List.of(among, unlike, equal);
    }

    private static boolean isUnlike(JsonNode list) {
        Set<JsonNode> seen = new HashSet<>();
        for (JsonNode item : list) {
            if (!seen.add(SameValues.form(item))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String getValue() {
        return name;
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode argument, Schema parent, SchemaContext context) {
        Predicate<JsonNode> holds = test.of(argument, parent.getSchemaNode());
        return new ExactCheck(this, location, argument, parent, context, argument.toString(), holds);
    }
}
