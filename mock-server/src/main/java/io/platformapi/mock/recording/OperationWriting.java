package io.platformapi.mock.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Header;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.Response;
import io.platformapi.contract.SecurityRequirement;
import io.platformapi.contract.source.Node;
import io.platformapi.mock.recording.UsedOperation.UsedAnswer;
import io.platformapi.mock.recording.UsedOperation.UsedBody;
import io.platformapi.mock.recording.UsedOperation.UsedParameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Writes what is used of an operation.
 *
 * @param sent writes schemas of what is sent
 * @param taken writes schemas of what is answered
 */
record OperationWriting(SentSchemas sent, TakenSchemas taken) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> FORMS = List.of("style", "explode", "allowReserved", "allowEmptyValue");

    /** @param earlier what was written of it before, for what the contract no longer has */
    ObjectNode of(Operation operation, UsedOperation use, ObjectNode earlier) {
        ObjectNode written = JSON.objectNode();
        String id = operation.node().text("operationId", "");
        if (!id.isEmpty()) {
            written.put("operationId", id);
        }
        if (!use.parameters().isEmpty()) {
            written.set("parameters", parameters(operation, use, earlier.path("parameters")));
        }
        use.body()
                .ifPresent(
                        body -> written.set("requestBody", body(operation.body(), body, earlier.path("requestBody"))));
        ArrayNode security = security(operation, use, earlier.path("security"));
        if (!security.isEmpty()) {
            written.set("security", security);
        }
        ObjectNode responses = JSON.objectNode();
        use.answers()
                .forEach((key, answer) -> responses.set(
                        key,
                        answer(
                                Optional.ofNullable(operation.responses().get(key)),
                                answer,
                                earlier.path("responses").path(key))));
        written.set("responses", responses);
        return written;
    }

    /** The ways in that were used, with the scopes that the contract asks for. */
    private static ArrayNode security(Operation operation, UsedOperation use, JsonNode earlier) {
        ArrayNode list = JSON.arrayNode();
        for (String way : use.credentials()) {
            Optional<ObjectNode> known = operation.security().stream()
                    .filter(each -> UsedOperation.way(each.scopes().keySet()).equals(way))
                    .findFirst()
                    .map(each -> JSON.objectNode().setAll(scopes(each)));
            if (known.isPresent()) {
                list.add(known.get());
            } else {
                earlier.forEach(was -> {
                    List<String> names =
                            was.propertyStream().map(Map.Entry::getKey).toList();
                    if (UsedOperation.way(names).equals(way)) {
                        list.add(was);
                    }
                });
            }
        }
        return list;
    }

    private static Map<String, JsonNode> scopes(SecurityRequirement requirement) {
        Map<String, JsonNode> scopes = new TreeMap<>();
        requirement.scopes().forEach((scheme, names) -> {
            ArrayNode list = JSON.arrayNode();
            names.forEach(list::add);
            scopes.put(scheme, list);
        });
        return scopes;
    }

    private ArrayNode parameters(Operation operation, UsedOperation use, JsonNode earlier) {
        ArrayNode list = JSON.arrayNode();
        use.parameters().forEach((key, parameter) -> {
            String in = key.substring(0, key.indexOf(' '));
            String name = key.substring(in.length() + 1);
            Optional<Parameter> declared = In.ofParameter(in).flatMap(place -> operation.parameter(place, name));
            if (declared.isPresent()) {
                list.add(parameter(declared.get(), parameter));
            } else {
                earlier.forEach(was -> {
                    if (was.path("in").asText().equals(in)
                            && was.path("name").asText().equals(name)) {
                        list.add(kept(was, parameter));
                    }
                });
            }
        });
        return list;
    }

    /** A parameter that the contract no longer has, as it was. */
    private static JsonNode kept(JsonNode was, UsedParameter used) {
        ObjectNode kept = was.deepCopy();
        return used.always() ? kept : kept.without("required");
    }

    private ObjectNode parameter(Parameter declared, UsedParameter used) {
        ObjectNode written = JSON.objectNode()
                .put("name", declared.name())
                .put("in", declared.in().keyword());
        if (used.always() || declared.required()) {
            written.put("required", true);
        }
        for (String form : FORMS) {
            Node said = declared.node().member(form);
            if (said.exists()) {
                written.set(form, said.json());
            }
        }
        Content content = declared.content();
        if (content == null) {
            written.set("schema", sent.of(declared.schema().written(), used.value()));
        } else {
            written.withObjectProperty("content")
                    .set(content.type().toString(), content(content, used.value(), sent::of));
        }
        return written;
    }

    private static ObjectNode content(
            Content content, UsedValue used, BiFunction<Node, UsedValue, ObjectNode> schemas) {
        ObjectNode written = JSON.objectNode();
        Node schema = content.schema().written();
        return schema.exists() ? written.set("schema", schemas.apply(schema, used)) : written;
    }

    private ObjectNode body(Optional<RequestBody> declared, UsedBody used, JsonNode earlier) {
        ObjectNode written = JSON.objectNode();
        if (used.always() || declared.filter(RequestBody::required).isPresent()) {
            written.put("required", true);
        }
        written.set(
                "content",
                contents(
                        declared.map(RequestBody::contents).orElse(List.of()),
                        used.contents(),
                        sent::of,
                        earlier.path("content")));
        return written;
    }

    private ObjectNode answer(Optional<Response> declared, UsedAnswer used, JsonNode earlier) {
        ObjectNode written = JSON.objectNode();
        written.put(
                "description",
                declared.map(Response::description)
                        .orElse(earlier.path("description").asText()));
        Map<String, Header> headers = declared.map(Response::headers).orElse(Map.of());
        used.headers().forEach(name -> {
            Header header = headers.get(name);
            JsonNode was = earlier.path("headers").path(name);
            JsonNode now = header == null ? was : header(header);
            if (now.isObject()) {
                written.withObjectProperty("headers").set(name, now);
            }
        });
        if (!used.contents().isEmpty()) {
            written.set(
                    "content",
                    contents(
                            declared.map(Response::contents).orElse(List.of()),
                            used.contents(),
                            taken::of,
                            earlier.path("content")));
        }
        return written;
    }

    private ObjectNode header(Header header) {
        ObjectNode written = JSON.objectNode();
        if (header.required()) {
            written.put("required", true);
        }
        Node schema = header.schema().written();
        return schema.exists() ? written.set("schema", sent.carried().copy(schema)) : written;
    }

    private static ObjectNode contents(
            List<Content> declared,
            SortedMap<String, UsedValue> used,
            BiFunction<Node, UsedValue, ObjectNode> schemas,
            JsonNode earlier) {
        ObjectNode written = JSON.objectNode();
        used.forEach((type, value) -> {
            JsonNode now = declared.stream()
                    .filter(content -> content.type().toString().equals(type))
                    .findFirst()
                    .<JsonNode>map(content -> content(content, value, schemas))
                    .orElse(earlier.path(type));
            if (now.isObject()) {
                written.set(type, now);
            }
        });
        return written;
    }
}
