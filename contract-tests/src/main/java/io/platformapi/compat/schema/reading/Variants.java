package io.platformapi.compat.schema.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.shape.Conjunction;
import io.platformapi.compat.schema.shape.ObjectAssertion;
import io.platformapi.compat.schema.shape.ReferencedSchema;
import io.platformapi.compat.schema.shape.ValueAssertion;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a discriminator's values stand for: what its mapping says, and the name of each branch that the mapping leaves
 * out (OpenAPI 3.1, section 4.8.25).
 */
record Variants(SchemaCompiler compiler, ObjectNode schema, String pointer) {

    ObjectAssertion.Discriminator discriminator() {
        Map<String, ReferencedSchema> variants = new LinkedHashMap<>();
        schema.path("discriminator").path("mapping").properties().stream()
                .filter(each -> each.getValue().isTextual()) // what is none is told, and passed over
                .forEach(each ->
                        variants.put(each.getKey(), mapped(each.getValue().asText())));
        boolean closed = schema.has("oneOf") || schema.has("anyOf");
        for (String keyword : List.of("oneOf", "anyOf")) {
            for (JsonNode branch : schema.path(keyword)) {
                if (branch.has("$ref")) {
                    ReferencedSchema target = target(branch.get("$ref").asText());
                    if (variants.values().stream().noneMatch(target::isLike)) {
                        variants.put(target.name(), target);
                    }
                }
            }
        }
        return new ObjectAssertion.Discriminator(
                schema.get("discriminator").get("propertyName").asText(), variants, closed);
    }

    /** A mapping names a component, or refers to one. */
    private ReferencedSchema mapped(String value) {
        return target(
                value.matches("[A-Za-z0-9._-]+") && !value.contains(".y") && !value.contains(".json")
                        ? "#/components/schemas/" + value
                        : value);
    }

    private ReferencedSchema target(String reference) {
        return compiler.reference(reference, pointer, new HashSet<>()) instanceof ValueAssertion.Reference found
                ? found.target()
                : new ReferencedSchema(reference, false, Conjunction::of);
    }
}
