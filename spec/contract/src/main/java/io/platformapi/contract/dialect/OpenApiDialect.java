package io.platformapi.contract.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Example;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.PathMatching;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.Response;
import io.platformapi.contract.Route;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.body.Body;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.check.Part;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.http.Accept;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.Methods;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.contract.schema.Breach;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plain OpenAPI: what the document says, and HTTP where it says nothing. */
final class OpenApiDialect implements Dialect {

    private static final MediaType TEXT = MediaType.of("text/plain");

    private static final MediaType JSON = MediaType.of("application/json");

    private final Bodies bodies = Bodies.ofOpenApi();

    @Override
    public String name() {
        return "";
    }

    @Override
    public Node derived(Node document) {
        return document;
    }

    @Override
    public PathMatching pathMatching() {
        return PathMatching.EXACT;
    }

    @Override
    public Bodies bodies() {
        return bodies;
    }

    @Override
    public Route route(Contract contract, HttpRequest request) {
        return new ServedPaths(contract).route(request);
    }

    @Override
    public Operation target(Route.Found route) {
        return route.operation();
    }

    /** As HTTP has it (RFC 9110, section 9.2.1). */
    @Override
    public boolean isSafe(Operation operation) {
        return Methods.isSafe(operation.method());
    }

    @Override
    public List<String> xmlKeywords() {
        return List.of("xml");
    }

    @Override
    public Optional<Refusal> negotiation(Route.Found route, HttpRequest request) {
        if (!request.hasBody() || isRead(route.operation().body(), request)) {
            return Optional.empty();
        }
        List<String> types = route.operation().body().map(RequestBody::contents).orElse(List.of()).stream()
                .map(content -> content.type().essence())
                .toList();
        String what = request.headers()
                .first("Content-Type")
                .map(type -> "A body of type '" + type + "'")
                .orElse("A body");
        if (types.isEmpty()) {
            return Optional.of(
                    Refusal.of(Refusal.Kind.MEDIA_TYPE, what + " is not read here. Send the request without one."));
        }
        return Optional.of(Refusal.of(
                        Refusal.Kind.MEDIA_TYPE,
                        what + " is not read here. Send one of " + String.join(", ", types) + ".")
                .with("Accept", String.join(", ", types)));
    }

    private boolean isRead(Optional<RequestBody> body, HttpRequest request) {
        if (body.isEmpty()
                || request.headers().has("Content-Type")
                        && request.contentType().isEmpty()) {
            return false;
        }
        Optional<MediaType> type = request.contentType();
        return type.isEmpty()
                || bodies.isComplete(type.get()) && content(body.get(), request).isPresent();
    }

    private static Optional<Content> content(RequestBody body, HttpRequest request) {
        return request.contentType().flatMap(body::content);
    }

    @Override
    public BoundRequest bind(Route.Found route, HttpRequest request) {
        List<Part> parts = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        parts.addAll(new RequestParameters(bodies, route, request).parts(violations));
        route.operation().body().ifPresent(body -> parts.addAll(body(body, request, violations)));
        return new BoundRequest(route.operation(), parts, violations);
    }

    @Override
    public Map<String, HttpRequest> asking(HttpRequest request, MediaType type) {
        return Map.of("accept", request.with("Accept", type.toString()));
    }

    @Override
    public BoundRequest example(Route.Found route, String name) {
        Operation operation = route.operation();
        List<Part> parts = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            parts.add(RequestParameters.part(parameter, named(parameter.examples(), name)));
        }
        operation
                .body()
                .ifPresent(body -> body.contents().stream()
                        .filter(content -> content.examples().containsKey(name))
                        .findFirst()
                        .ifPresent(content -> parts.add(new Part(
                                In.BODY, "", body.required(), content.schema(), named(content.examples(), name)))));
        return new BoundRequest(operation, parts, List.of());
    }

    private static JsonNode named(Map<String, Example> examples, String name) {
        return examples.containsKey(name) ? examples.get(name).value() : MissingNode.getInstance();
    }

    private List<Part> body(RequestBody body, HttpRequest request, List<Violation> violations) {
        Optional<Content> content =
                content(body, request).or(() -> body.contents().stream().findFirst());
        if (content.isEmpty()) {
            return List.of();
        }
        return request.hasBody()
                ? read(body.required(), content.get(), request, violations)
                : List.of(part(body.required(), "", content.get(), MissingNode.getInstance()));
    }

    private List<Part> read(boolean required, Content content, HttpRequest request, List<Violation> violations) {
        MediaType type = request.contentType().orElse(TEXT);
        try {
            Body body = bodies.read(content, new TypedBody(type, request.body()), Reading.REQUEST);
            body.faults().forEach(fault -> violations.add(new Violation(In.BODY, "", fault)));
            return body.values().stream()
                    .map(value -> part(required, value.name(), content, value.value()))
                    .toList();
        } catch (MalformedBody e) {
            String expected = type.equals(TEXT) ? "text that can be read" : type.essence() + " that can be read";
            violations.add(new Violation(In.BODY, "", new Breach.Malformed(expected, e.getMessage())));
            return List.of(part(required, "", content, MissingNode.getInstance()));
        }
    }

    private static Part part(boolean required, String name, Content content, JsonNode value) {
        return new Part(In.BODY, name, required, content.schema(), value);
    }

    /** Who says nothing about types gets JSON where there is some. */
    @Override
    public Optional<MediaType> answerType(Route.Found route, Response response, HttpRequest request) {
        Accept accept = Accept.of(request.headers());
        List<MediaType> offers = Offers.of(response, accept, bodies);
        Optional<MediaType> json = offers.stream().filter(JSON::includes).findFirst();
        return accept.ranges().isEmpty() && json.isPresent() ? json : accept.best(offers);
    }

    /** None: the document says which there are. */
    @Override
    public Headers answerHeaders(Route route) {
        return Headers.none();
    }

    @Override
    public Headers bodyHeaders(Route route, MediaType type) {
        return Headers.none();
    }

    @Override
    public Map<String, String> xmlSchemas(Contract contract) {
        return Map.of();
    }

    /** What is wrong with a client's wishes for the mock, or with its answers, the document does not know. */
    @Override
    public List<Integer> documentedAs(Refusal refusal) {
        return switch (refusal.kind()) {
            case CREDENTIALS, FORBIDDEN, UNACCEPTABLE, TIMEOUT, TOO_LARGE, TOO_MANY ->
                List.of(Statuses.of(refusal.kind()));
            case MEDIA_TYPE -> List.of(415, 422, 400);
            case UNPARSABLE -> List.of(400, 422);
            case INVALID -> List.of(422, 400);
            default -> List.of();
        };
    }

    @Override
    public HttpResponse refusal(Contract contract, Refusal refusal, Route route, HttpRequest request) {
        return Problem.of(refusal);
    }

    @Override
    public HttpResponse failure(Contract contract, int status, Refusal refusal, HttpRequest request) {
        return Problem.of(refusal, status);
    }
}
