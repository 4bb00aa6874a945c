package io.platformapi.servicestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Operation;
import io.platformapi.contract.format.MessageFormats;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes out what a document of the platform leaves unwritten (decisions 3 and 9).
 *
 * <p>The document has one operation a path, by POST, with its request type as a JSON body. Derived are: the same by
 * GET, PUT, PATCH and DELETE; the other formats of every body; the parameter {@code format}; {@code xml} objects. GET
 * and DELETE have no body: the members of the request type that are not in the path become query parameters. A document
 * that was derived before stays as it is. Subtrees are shared, not copied, so that they keep their lines; what is
 * copied or made remembers what it stands for.
 */
final class Derivation {

    static final String CANONICAL_METHOD = "POST";
    static final String SAFE = "x-safe";
    static final String ALIAS_OF = "x-alias-of";
    static final String REQUEST = "x-request";
    static final String REQUEST_TYPES = "x-request-types";
    static final String TYPES = "#/x-request-types/";
    static final String SCHEMAS = "#/components/schemas/";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String EXAMPLES = "#/components/examples/";
    private static final String FORMAT_PARAMETER = "#/components/parameters/Format";
    private static final Map<String, String> ALIASES =
            Map.of("get", "ByGet", "put", "ByPut", "delete", "ByDelete", "patch", "ByPatch");
    private static final List<String> ORDER = List.of("get", "put", "post", "delete", "patch");
    private static final Set<String> BODILESS = Set.of("get", "delete");

    private final List<String> types;
    private final Set<String> texts = new HashSet<>();
    private final Map<JsonNode, JsonNode> origins = new IdentityHashMap<>();

    Derivation(Negotiation negotiation) {
        this.types = negotiation.formats().entries().stream()
                .map(MessageFormats.Entry::type)
                .map(Object::toString)
                .toList();
    }

    /** Whether the document says that the operation only reads, whatever verb calls it. */
    static boolean isSafe(Operation operation) {
        return operation.node().flag(SAFE);
    }

    /** What of the text each object that is not in it stands for, by identity. */
    Map<JsonNode, JsonNode> origins() {
        return origins;
    }

    /** An empty object that stands for one of the text. */
    ObjectNode like(JsonNode origin) {
        ObjectNode object = JSON.objectNode();
        if (origin.isContainerNode()) {
            origins.put(object, origin);
        }
        return object;
    }

    /** A copy that stands for the object it was made of. */
    ObjectNode copyOf(JsonNode origin) {
        return like(origin).setAll(copy(origin));
    }

    /** Every operation by every verb, in every format. */
    ObjectNode expanded(JsonNode written) {
        ObjectNode document = withRequestTypes(written);
        ObjectNode whole = copyOf(document);
        ObjectNode components = copyOf(document.path("components"));
        if (components.path("examples").isObject()) {
            components.set("examples", withoutTexts(components.path("examples")));
        }
        components.set("parameters", withFormat(components.path("parameters")));
        components.set("responses", responses(components.path("responses")));
        components.set("schemas", new XmlObjects(this).named(components.path("schemas")));
        ObjectNode paths = like(document.path("paths"));
        document.path("paths").properties().forEach(path -> paths.set(path.getKey(), item(path.getValue(), document)));
        whole.set("paths", paths);
        whole.set("components", components);
        return whole;
    }

    /**
     * The document with the request types that a canonical edition keeps apart, and words where contracts have them.
     */
    private ObjectNode withRequestTypes(JsonNode written) {
        ObjectNode document = copyOf(written);
        JsonNode types = document.remove(REQUEST_TYPES);
        ObjectNode components = copyOf(document.path("components"));
        JsonNode schemas = components.path("schemas");
        JsonNode whole = types == null ? schemas : copyOf(schemas).setAll((ObjectNode) types);
        components.set("schemas", new MemberWords(this).beside(whole));
        document.set("components", components);
        return document;
    }

    /** A request body in JSON alone, its type looked up in another place. */
    static ObjectNode withType(JsonNode body, String from, String to) {
        ObjectNode moved = copy(body);
        ObjectNode json = copy(body.path("content").path("application/json"));
        String reference = json.path("schema").path("$ref").asText();
        json.putObject("schema").put("$ref", to + reference.substring(from.length()));
        moved.putObject("content").set("application/json", json);
        return moved;
    }

    private ObjectNode withFormat(JsonNode parameters) {
        ObjectNode format = JSON.objectNode();
        format.put("name", "format").put("in", "query");
        format.put("description", "The format of the answer; it goes before the Accept header.");
        ArrayNode names = format.putObject("schema").put("type", "string").putArray("enum");
        FormatNames.ALL.forEach(names::add);
        ObjectNode all = copyOf(parameters);
        all.putIfAbsent("Format", format);
        return all;
    }

    private ObjectNode item(JsonNode written, JsonNode document) {
        JsonNode canonical = canonical(written);
        ObjectNode item = like(written);
        written.properties().stream()
                .filter(member -> !ORDER.contains(member.getKey()))
                .forEach(member -> item.set(member.getKey(), member.getValue()));
        for (String method : ORDER) {
            if (method.equals("post") && canonical.isObject()) {
                item.set(method, inEveryFormat(canonical));
            } else if (written.has(method) && !written.path(method).has(REQUEST)) {
                item.set(method, inEveryFormat(written.path(method)));
            } else if (canonical.isObject()) {
                item.set(method, inEveryFormat(alias(method, canonical, document)));
            }
        }
        return item;
    }

    /** The operation by POST: as written, or made again from the GET of a canonical edition. */
    private JsonNode canonical(JsonNode item) {
        JsonNode read = item.path("get");
        if (item.has("post") || !read.has(REQUEST)) {
            return item.path("post");
        }
        ObjectNode canonical = copyOf(read);
        JsonNode request = canonical.remove(REQUEST);
        canonical.set("parameters", request.path("parameters"));
        ObjectNode body = withType(request.path("requestBody"), TYPES, SCHEMAS);
        origins.put(body, request.path("requestBody"));
        canonical.set("requestBody", body);
        return canonical;
    }

    /** The parameters that no derivation adds. */
    static ArrayNode writtenParameters(JsonNode operation) {
        ArrayNode parameters = JSON.arrayNode();
        operation.path("parameters").forEach(parameter -> {
            boolean derived = parameter.path("in").asText().equals("query")
                    || parameter.path("$ref").asText().equals(FORMAT_PARAMETER);
            if (!derived) {
                parameters.add(parameter);
            }
        });
        return parameters;
    }

    private ObjectNode alias(String method, JsonNode canonical, JsonNode document) {
        String id = canonical.path("operationId").asText();
        ObjectNode alias = like(canonical);
        canonical.properties().forEach(member -> {
            boolean body = member.getKey().equals("requestBody") && BODILESS.contains(method);
            if (!body) {
                alias.set(member.getKey(), member.getValue());
            }
        });
        alias.put("operationId", id + ALIASES.get(method));
        alias.put(ALIAS_OF, id);
        if (BODILESS.contains(method)) {
            ArrayNode parameters = alias.putArray("parameters");
            new BodilessParameters(document, canonical, this).all().forEach(parameters::add);
        }
        return alias;
    }

    private ObjectNode inEveryFormat(JsonNode operation) {
        ObjectNode whole = copyOf(operation);
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
        ObjectNode responses = like(written);
        written.properties()
                .forEach(response -> responses.set(
                        response.getKey(),
                        response.getValue().has("content") ? withContent(response.getValue()) : response.getValue()));
        return responses;
    }

    private ObjectNode withContent(JsonNode owner) {
        ObjectNode whole = copyOf(owner);
        ObjectNode content = copyOf(owner.path("content"));
        if (content.has("application/json")) {
            types.forEach(type -> content.putIfAbsent(type, bare(content.path("application/json"))));
            types.forEach(type -> content.set(type, unspelled(content.path(type))));
        }
        whole.set("content", content);
        return whole;
    }

    /** A media type object with the schema alone: its examples are values, and stand with JSON. */
    private ObjectNode bare(JsonNode content) {
        ObjectNode bare = like(content);
        bare.set("schema", content.path("schema"));
        return bare;
    }

    /** The examples but for the texts that an edition adds (see {@link SpelledExamples}). */
    private ObjectNode withoutTexts(JsonNode examples) {
        ObjectNode written = like(examples);
        examples.properties().forEach(example -> {
            if (example.getValue().has(SpelledExamples.FORMAT)) {
                texts.add(EXAMPLES + example.getKey());
            } else {
                written.set(example.getKey(), example.getValue());
            }
        });
        return written;
    }

    private JsonNode unspelled(JsonNode content) {
        boolean spelled = content.path("examples").isObject() && refersToTexts(content.path("examples"));
        return spelled ? bare(content) : content;
    }

    private boolean refersToTexts(JsonNode examples) {
        return examples.properties().stream()
                .allMatch(example ->
                        texts.contains(example.getValue().path("$ref").asText()));
    }

    static ObjectNode copy(JsonNode object) {
        ObjectNode copy = JSON.objectNode();
        object.properties().forEach(member -> copy.set(member.getKey(), member.getValue()));
        return copy;
    }
}
