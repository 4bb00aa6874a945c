package io.platformapi.servicestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.PathMatching;
import io.platformapi.contract.Response;
import io.platformapi.contract.Route;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.dialect.Dialect;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The habits of the platform, a ServiceStack service (decision 10).
 *
 * <p>Every path answers every verb, in five formats chosen by suffix, {@code ?format=} or {@code Accept}; a request's
 * members may come from path, query and body; a failure is an {@code ErrorResponse}.
 */
public final class ServiceStackDialect implements Dialect {

    static final String NAME = "servicestack";

    private static final Headers VARY = Headers.of("Vary", "Accept");

    private final Negotiation negotiation = new Negotiation();
    private final PlatformRoutes routes = new PlatformRoutes(negotiation.formats());
    private final Binding binding = new Binding(negotiation);
    private final ErrorResponses errors = new ErrorResponses(negotiation);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Node derived(Node document) {
        Derivation derivation = new Derivation(negotiation);
        ObjectNode expanded = derivation.expanded(document.json());
        return document.derived(expanded, derivation.origins());
    }

    @Override
    public JsonNode published(Contract contract) {
        return Editions.whole(contract);
    }

    @Override
    public Optional<HttpResponse> page(Contract contract, HttpRequest request) {
        return MetadataPages.areAt(request.path())
                ? new MetadataPages(contract, negotiation.formats()).page(request)
                : Optional.empty();
    }

    @Override
    public Map<String, String> links() {
        return Map.of(MetadataPages.INDEX, "Services and their types");
    }

    /** By the name of the JSON body's type (decision 1). */
    @Override
    public Map<String, List<Operation>> messages(Contract contract) {
        return contract.operations().stream()
                .filter(operation -> operation.method().equals(Derivation.CANONICAL_METHOD))
                .filter(operation -> !requestType(operation).isEmpty())
                .collect(Collectors.groupingBy(ServiceStackDialect::requestType));
    }

    @Override
    public Set<String> libraryTypes() {
        return Set.of("ErrorResponse", "ResponseStatus", "ResponseError");
    }

    @Override
    public PathMatching pathMatching() {
        return PathMatching.LENIENT;
    }

    @Override
    public Bodies bodies() {
        return negotiation.bodies();
    }

    @Override
    public Route route(Contract contract, HttpRequest request) {
        return routes.route(contract.router(), request);
    }

    @Override
    public Operation target(Route.Found route) {
        return canonical(route);
    }

    @Override
    public boolean isSafe(Operation operation) {
        return Derivation.isSafe(operation);
    }

    @Override
    public List<String> xmlKeywords() {
        return List.of(XmlObjects.XML, XmlObjects.FACTS);
    }

    @Override
    public Optional<Refusal> negotiation(Route.Found route, HttpRequest request) {
        return negotiation.refusal(route, request);
    }

    @Override
    public BoundRequest bind(Route.Found route, HttpRequest request) {
        return binding.bind(route, request);
    }

    @Override
    public Map<String, HttpRequest> asking(HttpRequest request, MediaType type) {
        return negotiation.asking(request, type);
    }

    @Override
    public BoundRequest example(Route.Found route, String name) {
        return binding.example(route, name);
    }

    @Override
    public Optional<MediaType> answerType(Route.Found route, Response response, HttpRequest request) {
        return negotiation.answerType(route, request);
    }

    @Override
    public boolean choosesFormat(Route.Found route, HttpRequest request) {
        return negotiation.choosesFormat(route, request);
    }

    /** The type of an answer hangs on what is accepted, and what an operation answers is the caller's own. */
    @Override
    public Headers answerHeaders(Route route) {
        return route instanceof Route.Found ? VARY.with("Cache-Control", "no-store") : VARY;
    }

    /** CSV is a file to keep, named after the request's type. */
    @Override
    public Headers bodyHeaders(Route route, MediaType type) {
        boolean csv = negotiation.formats().named("csv").orElseThrow().knows(type);
        String file = requestType(route) + ".csv";
        return csv && route instanceof Route.Found
                ? Headers.of("Content-Disposition", "attachment;filename=" + file)
                : Headers.none();
    }

    @Override
    public Map<String, String> xmlSchemas(Contract contract) {
        return Editions.xmlSchemas(contract);
    }

    /** Only the documented 401 is the same for every request; every other failure names what this one did. */
    @Override
    public List<Integer> documentedAs(Refusal refusal) {
        return refusal.kind() == Refusal.Kind.CREDENTIALS ? List.of(401) : List.of();
    }

    @Override
    public HttpResponse refusal(Contract contract, Refusal refusal, Route route, HttpRequest request) {
        HttpResponse answer = errors.answer(contract, refusal, route, request).with(answerHeaders(route));
        return answer.with(bodyHeaders(route, answer.contentType().orElseThrow()));
    }

    /** The operation that a verb other than POST is another way to call (decision 3). */
    static Operation canonical(Route.Found route) {
        return route.siblings().getOrDefault(Derivation.CANONICAL_METHOD, route.operation());
    }

    /** The name of the type that a route's request has; empty where it leads nowhere, or to no such type. */
    static String requestType(Route route) {
        return route instanceof Route.Found found ? requestType(canonical(found)) : "";
    }

    private static String requestType(Operation operation) {
        return operation
                .body()
                .flatMap(body -> body.content(MediaType.of("application/json")))
                .map(Content::schema)
                .flatMap(Schema::name)
                .orElse("");
    }
}
