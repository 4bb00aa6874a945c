package io.platformapi.mock.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Operation;
import io.platformapi.contract.PathTemplate;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Methods;
import io.platformapi.contract.source.Node;
import io.platformapi.mock.recording.UsedApi.Call;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The document of what a client uses, in the words that the contract has for it; of what the contract no longer has, in
 * those it had. The order is that of names, so that the same uses make the same text.
 *
 * @param contract what is used
 * @param before what was written earlier; an object without members where nothing was
 */
record ConsumerDocument(Contract contract, ObjectNode before) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The document. */
    ObjectNode of(UsedApi api) {
        CarriedSchemas carried = new CarriedSchemas();
        List<String> xml = contract.dialect().xmlKeywords();
        OperationWriting writing = new OperationWriting(
                new SentSchemas(carried, TypeSpelling.of(contract.document()), xml), new TakenSchemas(carried, xml));
        ObjectNode paths = JSON.objectNode();
        api.operations().forEach((call, use) -> {
            ObjectNode earlier = earlier(call);
            Optional<Operation> operation = operation(call);
            ObjectNode written = operation.isPresent() ? writing.of(operation.get(), use, earlier) : earlier;
            put(paths.withObjectProperty(call.path()), call.method(), written);
        });
        ObjectNode document = JSON.objectNode();
        document.put("openapi", contract.document().text("openapi", ""));
        Node dialect = contract.document().member("jsonSchemaDialect");
        if (dialect.exists()) {
            document.set("jsonSchemaDialect", dialect.json());
        }
        document.set("info", before.has("info") ? before.get("info") : info());
        if (before.has("security")) {
            document.set("security", before.get("security"));
        }
        document.set("paths", paths);
        components(document, carried);
        return HandWritten.kept(renamed(api), document);
    }

    private ObjectNode info() {
        return JSON.objectNode()
                .put("title", "What a client uses of " + contract.title())
                .put("version", contract.version());
    }

    private Optional<Operation> operation(Call call) {
        return contract.operations().stream()
                .filter(each -> each.method().equals(call.method())
                        && each.path().text().equals(call.path()))
                .findFirst();
    }

    /** What was written earlier, its paths called as in the contract. */
    private ObjectNode renamed(UsedApi api) {
        ObjectNode renamed = before.deepCopy();
        ObjectNode paths = JSON.objectNode();
        api.operations().keySet().forEach(call -> paths.set(call.path(), item(call.path())));
        renamed.set("paths", paths);
        return renamed;
    }

    private JsonNode item(String path) {
        PathTemplate template = PathTemplate.of(path);
        for (Map.Entry<String, JsonNode> item : before.path("paths").properties()) {
            PathTemplate was = PathTemplate.of(item.getKey());
            if (was.shape().equals(template.shape())) {
                return called(item.getValue().deepCopy(), was.variables(), template.variables());
            }
        }
        return JSON.objectNode();
    }

    /** The same with other names for the variables of the path. */
    private static JsonNode called(JsonNode item, List<String> names, List<String> others) {
        item.findValues("parameters")
                .forEach(list -> list.forEach(parameter -> {
                    int position = names.indexOf(parameter.path("name").asText());
                    if (position >= 0 && parameter.path("in").asText().equals("path")) {
                        object(parameter).put("name", others.get(position));
                    }
                }));
        return item;
    }

    /** What was written of an operation, with the parameters of its path. */
    private ObjectNode earlier(Call call) {
        JsonNode item = item(call.path());
        String field = call.method().toLowerCase(Locale.ROOT);
        ObjectNode written = object(
                item.has(field)
                        ? item.get(field)
                        : item.path("additionalOperations").path(call.method()));
        Map<String, JsonNode> parameters = new TreeMap<>();
        Stream.of(item, written)
                .forEach(owner -> owner.path("parameters").forEach(each -> {
                    JsonNode parameter = referred(each);
                    parameters.put(
                            parameter.path("in").asText() + " "
                                    + parameter.path("name").asText(),
                            parameter);
                }));
        if (!parameters.isEmpty()) {
            written.putArray("parameters").addAll(parameters.values());
        }
        return written;
    }

    private JsonNode referred(JsonNode parameter) {
        String reference = parameter.path("$ref").asText();
        return reference.startsWith("#/") ? before.at(reference.substring(1)) : parameter;
    }

    private static void put(ObjectNode item, String method, ObjectNode operation) {
        String field = method.toLowerCase(Locale.ROOT);
        if (Methods.ALL.contains(field)) {
            item.set(field, operation);
        } else {
            item.withObjectProperty("additionalOperations").set(method, operation);
        }
    }

    /** What is referred to: by schemas that are taken over, and by what stays as it was. */
    private void components(ObjectNode document, CarriedSchemas carried) {
        Map<String, Map<String, JsonNode>> kinds = new TreeMap<>();
        kinds.put("schemas", new TreeMap<>(carried.components()));
        kinds.put("securitySchemes", schemes(document));
        Set<String> open = references(document);
        while (!open.isEmpty()) {
            Set<String> next = new TreeSet<>();
            for (String reference : open) {
                String[] names = reference.split("/", -1);
                JsonNode was = before.at(reference.substring(1));
                boolean ours = names.length == 4 && reference.startsWith("#/components/") && was.isObject();
                if (ours
                        && kinds.computeIfAbsent(names[2], any -> new TreeMap<>())
                                        .putIfAbsent(Node.unescape(names[3]), was)
                                == null) {
                    next.addAll(references(was));
                }
            }
            open = next;
        }
        ObjectNode components = JSON.objectNode();
        kinds.forEach((kind, named) -> {
            if (!named.isEmpty()) {
                components.set(kind, JSON.objectNode().setAll(named));
            }
        });
        if (!components.isEmpty()) {
            document.set("components", components);
        }
    }

    /** The schemes that people wrote, and of those of the contract the ones that were used. */
    private Map<String, JsonNode> schemes(ObjectNode document) {
        Map<String, JsonNode> schemes = new TreeMap<>();
        before.path("components")
                .path("securitySchemes")
                .properties()
                .forEach(each -> schemes.put(each.getKey(), each.getValue()));
        document.path("paths")
                .findValues("security")
                .forEach(list -> list.forEach(way -> way.properties()
                        .forEach(scheme -> Optional.ofNullable(
                                        contract.securitySchemes().get(scheme.getKey()))
                                .ifPresent(known -> schemes.put(
                                        scheme.getKey(), known.node().json())))));
        return schemes;
    }

    private static Set<String> references(JsonNode tree) {
        Set<String> found = new TreeSet<>();
        tree.findValues("$ref").forEach(reference -> found.add(reference.asText()));
        found.removeIf(reference -> !reference.startsWith("#/"));
        return found;
    }

    static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : JSON.objectNode();
    }
}
