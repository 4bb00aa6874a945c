package io.platformapi.contract.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The members of a request type as query parameters, for the verbs that have no body. */
final class QueryParameters {

    private final JsonNode document;

    QueryParameters(JsonNode document) {
        this.document = document;
    }

    /** A parameter for each member that is not in the path, with its description and its examples by name. */
    List<ObjectNode> of(JsonNode operation) {
        JsonNode content = operation.path("requestBody").path("content").path("application/json");
        JsonNode type = resolved(content.path("schema"));
        Set<String> taken = new HashSet<>();
        operation
                .path("parameters")
                .forEach(parameter -> taken.add(resolved(parameter).path("name").asText()));
        Set<String> required = new HashSet<>();
        type.path("required").forEach(name -> required.add(name.asText()));
        List<ObjectNode> parameters = new ArrayList<>();
        type.path("properties").properties().stream()
                .filter(member -> !taken.contains(member.getKey()))
                .forEach(member -> parameters.add(parameter(
                        member.getKey(),
                        member.getValue(),
                        required.contains(member.getKey()),
                        content.path("examples"))));
        return parameters;
    }

    private ObjectNode parameter(String name, JsonNode schema, boolean required, JsonNode bodies) {
        ObjectNode parameter = JsonNodeFactory.instance.objectNode();
        parameter.put("name", name).put("in", "query");
        JsonNode description = schema.has("description")
                ? schema.path("description")
                : resolved(schema).path("description");
        if (!description.isMissingNode()) {
            parameter.set("description", description);
        }
        parameter.put("required", required);
        parameter.set("schema", withoutDescription(schema));
        ObjectNode examples = examples(name, bodies);
        if (!examples.isEmpty()) {
            parameter.set("examples", examples);
        }
        return parameter;
    }

    private ObjectNode examples(String name, JsonNode bodies) {
        ObjectNode examples = JsonNodeFactory.instance.objectNode();
        bodies.properties().forEach(body -> {
            JsonNode value = resolved(body.getValue()).path("value").path(name);
            if (!value.isMissingNode()) {
                examples.putObject(body.getKey()).set("value", value);
            }
        });
        return examples;
    }

    private static JsonNode withoutDescription(JsonNode schema) {
        ObjectNode bare = JsonNodeFactory.instance.objectNode();
        schema.properties().stream()
                .filter(member -> !member.getKey().equals("description"))
                .forEach(member -> bare.set(member.getKey(), member.getValue()));
        return bare;
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#/") ? document.at(reference.substring(1)) : node;
    }
}
