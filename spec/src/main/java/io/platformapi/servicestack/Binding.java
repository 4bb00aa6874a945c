package io.platformapi.servicestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.check.Part;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.Query;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.contract.schema.Breach;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Binds a request of the platform, whatever its verb: each member of the request type from path, query or body.
 *
 * <ol>
 *   <li>Read: text is typed by the schema, a body by its format.
 *   <li>Canonical form: names, GUIDs, times; what was not really given is dropped.
 *   <li>Bind: one part a member. Two places that disagree are a {@code mismatch}: an authorised path must not be
 *       overridden by a query.
 * </ol>
 */
final class Binding {

    private static final MediaType JSON = MediaType.of("application/json");

    private final Negotiation negotiation;

    Binding(Negotiation negotiation) {
        this.negotiation = negotiation;
    }

    BoundRequest bind(Route.Found route, HttpRequest request) {
        Operation operation = ServiceStackDialect.canonical(route);
        Optional<Content> content = operation.body().flatMap(body -> body.content(JSON));
        Optional<Schema> type = content.map(Content::schema);
        Map<String, Schema> members = members(operation, type);
        List<Violation> violations = new ArrayList<>();
        Map<In, ObjectNode> sources = new LinkedHashMap<>();
        sources.put(In.PATH, texts(route.pathValues(), members));
        sources.put(In.QUERY, texts(joined(Query.of(request.query())), members));
        sources.put(In.BODY, body(request, content, violations));
        return bound(route, type, sources, violations);
    }

    /** What the examples of one name say, bound as a request is. */
    BoundRequest example(Route.Found route, String name) {
        Operation operation = ServiceStackDialect.canonical(route);
        Optional<Content> content = operation.body().flatMap(body -> body.content(JSON));
        ObjectNode path = JsonNodeFactory.instance.objectNode();
        operation.parameters().stream()
                .filter(parameter -> parameter.in() == In.PATH)
                .filter(parameter -> parameter.examples().containsKey(name))
                .forEach(parameter -> path.set(
                        parameter.name(), parameter.examples().get(name).value()));
        ObjectNode body = content.map(Content::examples)
                .map(examples -> examples.get(name))
                .filter(example -> example.value().isObject())
                .map(example -> (ObjectNode)
                        Canonical.of(example.value(), content.orElseThrow().schema(), twice -> {}))
                .orElseGet(JsonNodeFactory.instance::objectNode);
        return bound(route, content.map(Content::schema), Map.of(In.PATH, path, In.BODY, body), new ArrayList<>());
    }

    private static BoundRequest bound(
            Route.Found route, Optional<Schema> type, Map<In, ObjectNode> sources, List<Violation> violations) {
        Operation operation = ServiceStackDialect.canonical(route);
        List<Part> parts = new ArrayList<>();
        if (violations.isEmpty()) {
            members(operation, type).forEach((name, schema) -> {
                boolean required = isRequired(operation, type, name);
                Part part = part(name, schema, required, sources, usualPlace(operation, name), violations);
                parts.add(part);
                Mailboxes.violation(part).ifPresent(violations::add);
            });
        }
        return new BoundRequest(route.operation(), parts, violations);
    }

    /** The members of the request type, in its order, and path variables it lacks. */
    private static Map<String, Schema> members(Operation operation, Optional<Schema> type) {
        Map<String, Schema> members =
                new LinkedHashMap<>(type.map(Schema::properties).orElse(Map.of()));
        operation.parameters().stream()
                .filter(parameter -> parameter.in() == In.PATH)
                .forEach(parameter -> members.putIfAbsent(parameter.name(), parameter.schema()));
        return members;
    }

    private static boolean isRequired(Operation operation, Optional<Schema> type, String name) {
        return operation.parameter(In.PATH, name).isPresent()
                || type.map(schema -> schema.required().contains(name)).orElse(false);
    }

    private static In usualPlace(Operation operation, String name) {
        return operation.parameter(In.PATH, name).map(Parameter::in).orElse(In.BODY);
    }

    /** A name that stands twice, in whatever letter case, is one value joined by commas. */
    private static Map<String, String> joined(Query query) {
        Map<String, String> texts = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        query.pairs().stream()
                .filter(pair -> !pair.raw().isEmpty())
                .forEach(pair -> texts.merge(pair.name(), pair.value(), (first, second) -> first + "," + second));
        return texts;
    }

    private static ObjectNode texts(Map<String, String> texts, Map<String, Schema> members) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        texts.forEach((written, text) -> {
            String name = Canonical.spelled(written, members);
            if (!name.isEmpty() && !text.isEmpty()) {
                Schema schema = members.get(name);
                values.set(name, Canonical.of(PlatformText.JSV.field(text, schema), schema, again -> {}));
            }
        });
        return values;
    }

    private ObjectNode body(HttpRequest request, Optional<Content> content, List<Violation> violations) {
        if (!request.hasBody() || content.isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode tree = read(request, content.get(), violations);
        if (tree instanceof ObjectNode object) {
            Set<String> twice = new LinkedHashSet<>();
            ObjectNode canonical =
                    (ObjectNode) Canonical.of(object, content.get().schema(), twice::add);
            twice.forEach(
                    name -> violations.add(Violation.of(In.BODY, name, "twice", "one value", "the member twice")));
            return canonical;
        }
        if (!tree.isMissingNode() && !tree.isNull()) {
            violations.add(
                    Violation.of(In.BODY, "", "type", "an object", Type.of(tree).keyword()));
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private JsonNode read(HttpRequest request, Content content, List<Violation> violations) {
        MediaType type = request.contentType().orElseThrow();
        try {
            return negotiation
                    .bodies()
                    .read(content, new TypedBody(type, request.body()), Reading.REQUEST)
                    .only()
                    .orElseThrow();
        } catch (MalformedBody e) {
            violations.add(new Violation(In.BODY, "", new Breach.Malformed(type.essence(), e.getMessage())));
            return MissingNode.getInstance();
        }
    }

    private static Part part(
            String name,
            Schema schema,
            boolean required,
            Map<In, ObjectNode> sources,
            In usual,
            List<Violation> violations) {
        Part found = new Part(usual, name, required, schema, MissingNode.getInstance());
        for (Map.Entry<In, ObjectNode> source : sources.entrySet()) {
            JsonNode value = source.getValue().path(name);
            if (value.isMissingNode() || value.isNull()) {
                continue;
            }
            if (!found.isGiven()) {
                found = new Part(source.getKey(), name, required, schema, value);
            } else if (!found.value().equals(value)) {
                violations.add(
                        new Violation(source.getKey(), name, new Violation.Mismatch(found.in(), found.value(), value)));
            }
        }
        return found;
    }
}
