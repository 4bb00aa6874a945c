package io.platformapi.contract.swagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Request bodies, which 2.0 writes as one parameter in the body or as some in a form. */
final class RequestBodies {

    private static final String MULTIPART = "multipart/form-data";
    private static final List<String> FORMS = List.of("application/x-www-form-urlencoded", MULTIPART);

    private final Copies copies;
    private final Parameters parameters;

    RequestBodies(Copies copies, Parameters parameters) {
        this.copies = copies;
        this.parameters = parameters;
    }

    /** Whether a parameter belongs to the body. */
    static boolean isPart(JsonNode parameter) {
        return isIn(parameter, "body") || isIn(parameter, "formData");
    }

    private static boolean isIn(JsonNode parameter, String place) {
        return parameter.path("in").asText().equals(place);
    }

    /** The body that an operation's parameters make, in the types it consumes. */
    Optional<JsonNode> of(List<JsonNode> given, List<String> consumes) {
        List<JsonNode> fields =
                given.stream().filter(parameter -> isIn(parameter, "formData")).toList();
        return given.stream()
                .filter(parameter -> isIn(parameter, "body"))
                .findFirst()
                .map(body -> body(body, consumes.isEmpty() ? List.of("application/json") : consumes))
                .or(() -> fields.isEmpty() ? Optional.empty() : Optional.of(form(fields, consumes)));
    }

    private JsonNode body(JsonNode written, List<String> types) {
        ObjectNode body = copies.like(written);
        body.put("required", written.path("required").asBoolean(false));
        JsonNode schema = copies.schema(written.path("schema"));
        ObjectNode content = body.putObject("content");
        types.forEach(type -> content.putObject(type).set("schema", schema));
        return body;
    }

    private JsonNode form(List<JsonNode> fields, List<String> consumes) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ObjectNode encoding = JsonNodeFactory.instance.objectNode();
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        for (JsonNode field : fields) {
            String name = field.path("name").asText();
            properties.set(name, parameters.schemaOf(field));
            if (field.path("required").asBoolean(false)) {
                required.add(name);
            }
            if (field.path("type").asText().equals("array")) {
                Parameters.spell(encoding.putObject(name), field);
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        ObjectNode body = copies.like(fields.get(0)).put("required", !required.isEmpty());
        ObjectNode content = body.putObject("content");
        types(fields, consumes)
                .forEach(type -> content.putObject(type)
                        .<ObjectNode>set("schema", schema)
                        .set("encoding", encoding));
        return body;
    }

    /** Of the types consumed those that forms are sent in; a file needs parts. */
    private static List<String> types(List<JsonNode> fields, List<String> consumes) {
        List<String> forms = consumes.stream().filter(FORMS::contains).toList();
        boolean file =
                fields.stream().anyMatch(field -> field.path("type").asText().equals("file"));
        if (file) {
            return List.of(MULTIPART);
        }
        return forms.isEmpty() ? List.of(FORMS.get(0)) : forms;
    }
}
