package io.platformapi.contract.swagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** SwaggerResponses, which 2.0 gives one schema for all types that the operation produces, and one example for each. */
final class SwaggerResponses {

    private final Copies copies;
    private final Parameters parameters;
    private final JsonNode document;

    SwaggerResponses(Copies copies, Parameters parameters, JsonNode document) {
        this.copies = copies;
        this.parameters = parameters;
        this.document = document;
    }

    JsonNode response(JsonNode reference, List<String> produces) {
        JsonNode written = Local.resolved(document, reference);
        ObjectNode response = copies.like(written);
        written.properties().stream()
                .filter(member -> !Set.of("schema", "examples", "headers").contains(member.getKey()))
                .forEach(member -> response.set(member.getKey(), member.getValue()));
        if (written.has("headers")) {
            response.set("headers", copies.members(written.get("headers"), parameters::header));
        }
        if (written.path("schema").isObject() || !written.path("examples").isEmpty()) {
            response.set("content", content(written, produces));
        }
        return response;
    }

    private JsonNode content(JsonNode written, List<String> produces) {
        JsonNode examples = written.path("examples");
        ObjectNode content = copies.like(examples);
        JsonNode schema = copies.schema(written.path("schema"));
        for (String type : types(examples, produces)) {
            ObjectNode media = content.putObject(type);
            if (schema.isObject()) {
                media.set("schema", schema);
            }
            if (examples.has(type)) {
                media.set("example", examples.get(type));
            }
        }
        return content;
    }

    /** What is produced, and what there are examples of; JSON where neither is said. */
    private static Set<String> types(JsonNode examples, List<String> produces) {
        Set<String> types = new LinkedHashSet<>(produces);
        examples.fieldNames().forEachRemaining(name -> {
            if (name.contains("/")) {
                types.add(name);
            }
        });
        return types.isEmpty() ? Set.of("application/json") : types;
    }
}
