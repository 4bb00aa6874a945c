package io.platformapi.compat.schema.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.shape.ArrayAssertion;
import io.platformapi.compat.schema.shape.Assertion;
import io.platformapi.compat.schema.shape.Conjunction;
import io.platformapi.compat.schema.shape.Keyword;
import io.platformapi.compat.schema.shape.PlacedAssertion;
import io.platformapi.compat.schema.shape.ValueAssertion;
import java.util.List;

/** Reads what a schema says about arrays. */
final class ArrayKeywords {

    private final SchemaCompiler compiler;
    private final String pointer;
    private final List<PlacedAssertion> parts;

    ArrayKeywords(SchemaCompiler compiler, String pointer, List<PlacedAssertion> parts) {
        this.compiler = compiler.inside();
        this.pointer = pointer;
        this.parts = parts;
    }

    void read(ObjectNode schema) {
        new NumberedKeywords(schema, pointer, parts).count(Keyword.MIN_ITEMS, Keyword.MAX_ITEMS);
        if (schema.path("uniqueItems").asBoolean()) {
            add(new ArrayAssertion.Unique(), "uniqueItems");
        }
        items(schema);
        if (schema.has("contains")) {
            int least = schema.path("minContains").asInt(1);
            int most = schema.path("maxContains").asInt(Integer.MAX_VALUE);
            add(new ArrayAssertion.Contains(inner(schema, "contains"), least, most), "contains");
        }
    }

    private void items(ObjectNode schema) {
        boolean tuple = schema.path("items").isArray();
        String prefix = tuple ? "items" : "prefixItems";
        String rest = tuple ? "additionalItems" : "items";
        int from = schema.path(prefix).size();
        for (int i = 0; schema.path(prefix).isArray() && i < from; i++) {
            JsonNode item = schema.get(prefix).get(i);
            add(new ArrayAssertion.Item(i, compiler.shape(item, pointer + "/" + prefix + "/" + i)), prefix + "/" + i);
        }
        int start = schema.path(prefix).isArray() ? from : 0;
        if (schema.has(rest)) {
            add(new ArrayAssertion.Items(start, inner(schema, rest)), rest);
        } else if (schema.has("unevaluatedItems")) {
            unevaluated(schema, start);
        }
    }

    private void unevaluated(ObjectNode schema, int start) {
        boolean beside = List.of("allOf", "anyOf", "oneOf", "if", "$ref", "contains", "dependentSchemas").stream()
                .anyMatch(schema::has);
        if (beside && !schema.get("unevaluatedItems").asBoolean()) {
            add(new ValueAssertion.Undecidable("unevaluatedItems beside other schemas"), "unevaluatedItems");
        } else {
            add(new ArrayAssertion.Items(start, inner(schema, "unevaluatedItems")), "unevaluatedItems");
        }
    }

    private Conjunction inner(ObjectNode schema, String keyword) {
        return compiler.shape(schema.get(keyword), pointer + "/" + keyword);
    }

    private void add(Assertion assertion, String keyword) {
        parts.add(SchemaCompiler.part(assertion, pointer, keyword));
    }
}
