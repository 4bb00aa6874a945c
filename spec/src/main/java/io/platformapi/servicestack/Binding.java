package io.platformapi.servicestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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
        Message message = Message.of(route);
        List<Violation> violations = new ArrayList<>();
        Source path = new Source(In.PATH, texts(route.pathValues(), message.schemas()));
        Source query = new Source(In.QUERY, texts(joined(Query.of(request.query())), message.schemas()));
        Source body = new Source(In.BODY, body(request, message.content(), violations));
        return bound(route, message, List.of(path, query, body), violations);
    }

    /** What the examples of one name say, bound as a request is. */
    BoundRequest example(Route.Found route, String name) {
        Operation operation = ServiceStackDialect.canonical(route);
        Message message = Message.of(route);
        Optional<Content> content = message.content();
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
        List<Source> sources = List.of(new Source(In.PATH, path), new Source(In.BODY, body));
        return bound(route, message, sources, new ArrayList<>());
    }

    private static BoundRequest bound(
            Route.Found route, Message message, List<Source> sources, List<Violation> violations) {
        List<Part> parts = new ArrayList<>(message.members().size());
        if (violations.isEmpty()) {
            for (Part member : message.members()) {
                Part part = part(member, sources, violations);
                parts.add(part);
                Mailboxes.violation(part).ifPresent(violations::add);
            }
        }
        return new BoundRequest(route.operation(), parts, violations);
    }

    /** The values that stand at one place of a request. */
    private record Source(In in, ObjectNode values) {}

    /**
     * What a request of an operation may say.
     *
     * @param content the body's, if there is one
     * @param schemas those of the members of the request type, in its order, and of path variables it lacks
     * @param members the same as parts that are not given
     */
    private record Message(Optional<Content> content, Map<String, Schema> schemas, List<Part> members) {

        static Message of(Route.Found route) {
            Operation operation = ServiceStackDialect.canonical(route);
            return operation.kept().of(Message.class, () -> of(operation));
        }

        private static Message of(Operation operation) {
            Optional<Content> content = operation.body().flatMap(body -> body.content(JSON));
            Map<String, Schema> schemas = new LinkedHashMap<>();
            Set<String> required = new LinkedHashSet<>();
            content.map(Content::schema).ifPresent(type -> {
                schemas.putAll(type.properties());
                required.addAll(type.required());
            });
            operation.parameters().stream()
                    .filter(parameter -> parameter.in() == In.PATH)
                    .forEach(parameter -> schemas.putIfAbsent(parameter.name(), parameter.schema()));
            List<Part> members = new ArrayList<>();
            schemas.forEach((name, schema) -> {
                boolean inPath = operation.parameter(In.PATH, name).isPresent();
                In usual = inPath ? In.PATH : In.BODY;
                boolean needed = inPath || required.contains(name);
                members.add(new Part(usual, name, needed, schema, MissingNode.getInstance()));
            });
            return new Message(content, schemas, List.copyOf(members));
        }
    }

    /** A name that stands twice, in whatever letter case, is one value joined by commas. */
    private static Map<String, String> joined(Query query) {
        if (query.pairs().isEmpty()) {
            return Map.of();
        }
        Map<String, String> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
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
                Schema schema = Objects.requireNonNull(members.get(name));
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

    private static Part part(Part member, List<Source> sources, List<Violation> violations) {
        Part found = member;
        String name = member.name();
        for (Source source : sources) {
            JsonNode value = source.values().path(name);
            if (value.isMissingNode() || value.isNull()) {
                continue;
            }
            if (!found.isGiven()) {
                found = new Part(source.in(), name, member.required(), member.schema(), value);
            } else if (!found.value().equals(value)) {
                violations.add(
                        new Violation(source.in(), name, new Violation.Mismatch(found.in(), found.value(), value)));
            }
        }
        return found;
    }
}
