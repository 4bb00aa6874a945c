package io.platformapi.servicestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The parameters of an operation by a verb that has no body: those of the path, and the other members of the request
 * type as query parameters.
 *
 * <p>Descriptions and examples come along by name. An example whose body gives another value than the path cannot be
 * asked without a body, and is left out.
 */
final class BodilessParameters {

    private final JsonNode document;
    private final JsonNode operation;
    private final Derivation derivation;
    private final JsonNode content;
    private final Set<String> inPath = new HashSet<>();

    BodilessParameters(JsonNode document, JsonNode operation, Derivation derivation) {
        this.derivation = derivation;
        this.document = document;
        this.operation = operation;
        this.content = operation.path("requestBody").path("content").path("application/json");
        operation
                .path("parameters")
                .forEach(
                        parameter -> inPath.add(resolved(parameter).path("name").asText()));
    }

    List<JsonNode> all() {
        List<JsonNode> parameters = new ArrayList<>();
        Derivation.writtenParameters(operation).forEach(parameter -> parameters.add(withAskableExamples(parameter)));
        JsonNode type = resolved(content.path("schema"));
        Set<String> required = new HashSet<>();
        type.path("required").forEach(name -> required.add(name.asText()));
        type.path("properties").properties().stream()
                .filter(member -> !inPath.contains(member.getKey()))
                .forEach(member -> parameters.add(
                        parameter(member.getKey(), member.getValue(), required.contains(member.getKey()))));
        return parameters;
    }

    private JsonNode withAskableExamples(JsonNode parameter) {
        if (!parameter.has("examples")) {
            return parameter;
        }
        ObjectNode copy = derivation.copyOf(parameter);
        ObjectNode examples = derivation.like(parameter.path("examples"));
        copy.set("examples", examples);
        parameter.path("examples").properties().stream()
                .filter(example -> isAskable(example.getKey()))
                .forEach(example -> examples.set(example.getKey(), example.getValue()));
        return copy;
    }

    private ObjectNode parameter(String name, JsonNode schema, boolean required) {
        ObjectNode parameter = derivation.like(schema);
        parameter.put("name", name).put("in", "query");
        JsonNode own = schema.path("description");
        JsonNode description = own.isMissingNode() ? resolved(schema).path("description") : own;
        if (!description.isMissingNode()) {
            parameter.set("description", description);
        }
        parameter.put("required", required);
        ObjectNode bare = derivation.copyOf(schema);
        bare.remove(List.of("description", XmlObjects.XML));
        parameter.set("schema", bare);
        ObjectNode examples = examples(name);
        if (!examples.isEmpty()) {
            parameter.set("examples", examples);
        }
        return parameter;
    }

    private ObjectNode examples(String name) {
        ObjectNode examples = derivation.like(content.path("examples"));
        content.path("examples").properties().stream()
                .filter(body -> isAskable(body.getKey()))
                .forEach(body -> {
                    JsonNode value = resolved(body.getValue()).path("value").path(name);
                    if (!value.isMissingNode()) {
                        ObjectNode example = derivation.like(body.getValue());
                        example.set("value", value);
                        examples.set(body.getKey(), example);
                    }
                });
        return examples;
    }

    /** Whether the body of a name agrees with the path of that name. */
    private boolean isAskable(String example) {
        JsonNode body = resolved(content.path("examples").path(example)).path("value");
        for (JsonNode written : operation.path("parameters")) {
            JsonNode parameter = resolved(written);
            JsonNode inBody = body.path(parameter.path("name").asText());
            JsonNode inPathValue =
                    resolved(parameter.path("examples").path(example)).path("value");
            if (!inBody.isMissingNode() && !inPathValue.isMissingNode() && !inBody.equals(inPathValue)) {
                return false;
            }
        }
        return true;
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#/") ? document.at(reference.substring(1)) : node;
    }
}
