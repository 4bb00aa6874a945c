package io.platformapi.contract.swagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Parameters and header fields, whose keywords stand beside their names in 2.0 and in a schema in 3.0. */
final class Parameters {

    private static final Set<String> SCHEMA = Set.of(
            "type",
            "format",
            "items",
            "default",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "enum",
            "multipleOf",
            "x-nullable");

    /** Lists separated by tabs have no style in 3.0; they are read as the usual ones. */
    private static final Map<String, String> STYLES = Map.of("ssv", "spaceDelimited", "pipes", "pipeDelimited");

    private final Copies copies;

    Parameters(Copies copies) {
        this.copies = copies;
    }

    /** A parameter of query, path or header; a reference out of the document stays one. */
    JsonNode parameter(JsonNode written) {
        if (written.has("$ref")) {
            return written;
        }
        ObjectNode parameter = described(written);
        if (schemaOf(written).path("type").asText().equals("array")) {
            spell(parameter, written);
        }
        return parameter;
    }

    /** A header field of a response. */
    JsonNode header(JsonNode written) {
        return described(written);
    }

    private ObjectNode described(JsonNode written) {
        ObjectNode described = copies.like(written);
        written.properties().stream()
                .filter(member -> !SCHEMA.contains(member.getKey()))
                .filter(member -> !Set.of("schema", "collectionFormat").contains(member.getKey()))
                .forEach(member -> described.set(
                        member.getKey().equals("x-example") ? "example" : member.getKey(), member.getValue()));
        described.set("schema", schemaOf(written));
        return described;
    }

    /** The schema that the keywords of a parameter or form field make; its own one where it has one all the same. */
    JsonNode schemaOf(JsonNode written) {
        if (written.path("schema").isObject()) {
            return copies.schema(written.get("schema"));
        }
        ObjectNode keywords = copies.like(written);
        written.properties().stream()
                .filter(member -> SCHEMA.contains(member.getKey()))
                .forEach(member -> keywords.set(member.getKey(), member.getValue()));
        if (mayNotBeEmpty(written) && !keywords.has("minLength")) {
            keywords.put("minLength", 1);
        }
        return copies.schema(keywords);
    }

    /** Whether a text is said to need a value; where nothing is said, an empty one is a text like any other. */
    private static boolean mayNotBeEmpty(JsonNode written) {
        return written.path("type").asText().equals("string")
                && !written.path("allowEmptyValue").asBoolean(true);
    }

    /** How a list is spelled; commas unless something else is said. */
    static void spell(ObjectNode owner, JsonNode written) {
        String format = written.path("collectionFormat").asText("csv");
        if (STYLES.containsKey(format)) {
            owner.put("style", STYLES.get(format));
        }
        owner.put("explode", format.equals("multi"));
    }
}
