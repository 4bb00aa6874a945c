package io.platformapi.contract.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.format.FormatTable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes out what a document of the platform leaves unwritten (decisions 3 and 9).
 *
 * <p>The document has one operation a path, by POST, with its request type as a JSON body. Derived are: the same by
 * GET, PUT, PATCH and DELETE; the other formats of every body; the parameter {@code format}. GET and DELETE have no
 * body: the members of the request type that are not in the path become query parameters. A document that was derived
 * before stays as it is. Subtrees are shared, not copied, so that they keep their lines.
 */
final class Derivation {

    static final String CANONICAL_METHOD = "POST";
    static final String SAFE = "x-safe";
    static final String ALIAS_OF = "x-alias-of";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String FORMAT_PARAMETER = "#/components/parameters/Format";
    private static final Map<String, String> ALIASES =
            Map.of("get", "ByGet", "put", "ByPut", "delete", "ByDelete", "patch", "ByPatch");
    private static final List<String> ORDER = List.of("get", "put", "post", "delete", "patch");
    private static final Set<String> BODILESS = Set.of("get", "delete");

    private final List<String> types;

    Derivation(Negotiation negotiation) {
        this.types = negotiation.formats().entries().stream()
                .map(FormatTable.Entry::type)
                .map(Object::toString)
                .toList();
    }

    /** Every operation by every verb, in every format. */
    ObjectNode expanded(JsonNode document) {
        ObjectNode whole = copy(document);
        ObjectNode components = copy(document.path("components"));
        components.set("parameters", withFormat(components.path("parameters")));
        components.set("responses", responses(components.path("responses")));
        ObjectNode paths = JSON.objectNode();
        document.path("paths").properties().forEach(path -> paths.set(path.getKey(), item(path.getValue(), document)));
        whole.set("paths", paths);
        whole.set("components", components);
        return whole;
    }

    private ObjectNode withFormat(JsonNode parameters) {
        ObjectNode format = JSON.objectNode();
        format.put("name", "format").put("in", "query");
        format.put("description", "The format of the answer; it goes before the Accept header.");
        ArrayNode names = format.putObject("schema").put("type", "string").putArray("enum");
        FormatNames.ALL.forEach(names::add);
        ObjectNode all = copy(parameters);
        all.putIfAbsent("Format", format);
        return all;
    }

    private ObjectNode item(JsonNode written, JsonNode document) {
        JsonNode canonical = written.path("post");
        ObjectNode item = JSON.objectNode();
        written.properties().stream()
                .filter(member -> !ORDER.contains(member.getKey()))
                .forEach(member -> item.set(member.getKey(), member.getValue()));
        for (String method : ORDER) {
            if (written.has(method)) {
                item.set(method, inEveryFormat(written.path(method)));
            } else if (canonical.isObject()) {
                item.set(method, inEveryFormat(alias(method, canonical, document)));
            }
        }
        return item;
    }

    private static ObjectNode alias(String method, JsonNode canonical, JsonNode document) {
        String id = canonical.path("operationId").asText();
        ObjectNode alias = JSON.objectNode();
        canonical.properties().forEach(member -> {
            boolean body = member.getKey().equals("requestBody") && BODILESS.contains(method);
            if (!body) {
                alias.set(member.getKey(), member.getValue());
            }
        });
        alias.put("operationId", id + ALIASES.get(method));
        alias.put(ALIAS_OF, id);
        if (BODILESS.contains(method)) {
            ArrayNode parameters = JSON.arrayNode();
            canonical.path("parameters").forEach(parameters::add);
            new QueryParameters(document).of(canonical).forEach(parameters::add);
            alias.set("parameters", parameters);
        }
        return alias;
    }

    private ObjectNode inEveryFormat(JsonNode operation) {
        ObjectNode whole = copy(operation);
        ArrayNode parameters = JSON.arrayNode();
        Set<String> references = new HashSet<>();
        operation.path("parameters").forEach(parameter -> {
            parameters.add(parameter);
            references.add(parameter.path("$ref").asText());
        });
        if (references.add(FORMAT_PARAMETER)) {
            parameters.addObject().put("$ref", FORMAT_PARAMETER);
        }
        whole.set("parameters", parameters);
        if (operation.path("requestBody").has("content")) {
            ObjectNode body = withContent(operation.path("requestBody"));
            ObjectNode content = (ObjectNode) body.path("content");
            content.putIfAbsent(Negotiation.FORM.essence(), bare(content.path("application/json")));
            whole.set("requestBody", body);
        }
        whole.set("responses", responses(operation.path("responses")));
        return whole;
    }

    private ObjectNode responses(JsonNode written) {
        ObjectNode responses = JSON.objectNode();
        written.properties()
                .forEach(response -> responses.set(
                        response.getKey(),
                        response.getValue().has("content") ? withContent(response.getValue()) : response.getValue()));
        return responses;
    }

    private ObjectNode withContent(JsonNode owner) {
        ObjectNode whole = copy(owner);
        ObjectNode content = copy(owner.path("content"));
        if (content.has("application/json")) {
            types.forEach(type -> content.putIfAbsent(type, bare(content.path("application/json"))));
        }
        whole.set("content", content);
        return whole;
    }

    /** A media type object with the schema alone: its examples are values, and stand with JSON. */
    private static ObjectNode bare(JsonNode content) {
        ObjectNode bare = JSON.objectNode();
        bare.set("schema", content.path("schema"));
        return bare;
    }

    private static ObjectNode copy(JsonNode object) {
        ObjectNode copy = JSON.objectNode();
        object.properties().forEach(member -> copy.set(member.getKey(), member.getValue()));
        return copy;
    }
}
