package io.platformapi.contract.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Contract;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.PathMatching;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.Response;
import io.platformapi.contract.Route;
import io.platformapi.contract.Server;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.check.Part;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.format.FormatTable;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.http.Accept;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.Query;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plain OpenAPI: what the document says, and HTTP where it says nothing. */
final class OpenApiDialect implements Dialect {

    private static final FormatTable FORMATS =
            new FormatTable(List.of(FormatTable.Entry.of(new Json(), "application/json", "*/*+json", "text/json")));

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
    public FormatTable formats() {
        return FORMATS;
    }

    /** A path is served as documented, and also below the base path of a documented server. */
    @Override
    public Route route(Contract contract, HttpRequest request) {
        Route route = contract.router().route(request.method(), request.path());
        for (Server server : contract.servers()) {
            String base = server.basePath();
            if (route instanceof Route.NotFound
                    && !base.isEmpty()
                    && request.path().startsWith(base + "/")) {
                route = contract.router().route(request.method(), request.path().substring(base.length()));
            }
        }
        return route;
    }

    @Override
    public Operation target(Route.Found route) {
        return route.operation();
    }

    @Override
    public Optional<Refusal> negotiation(Route.Found route, HttpRequest request) {
        Optional<RequestBody> body = route.operation().body();
        if (request.hasBody()
                && body.isPresent()
                && content(body.get(), request).isEmpty()) {
            List<String> types = body.get().contents().stream()
                    .map(content -> content.type().essence())
                    .toList();
            return Optional.of(Refusal.of(
                            415,
                            "UnsupportedMediaType",
                            "The body is "
                                    + request.headers().first("Content-Type").orElse("of no declared type") + "; send "
                                    + String.join(" or ", types) + ".")
                    .with("Accept", String.join(", ", types)));
        }
        return Optional.empty();
    }

    private static Optional<Content> content(RequestBody body, HttpRequest request) {
        return request.contentType().flatMap(body::content);
    }

    @Override
    public BoundRequest bind(Route.Found route, HttpRequest request) {
        List<Part> parts = new ArrayList<>();
        Query query = Query.of(request.query());
        for (Parameter parameter : route.operation().parameters()) {
            JsonNode value = value(parameter, route, query, request);
            parts.add(new Part(parameter.in(), parameter.name(), parameter.required(), parameter.schema(), value));
        }
        List<Violation> violations = new ArrayList<>();
        route.operation().body().ifPresent(body -> parts.addAll(body(body, request, violations)));
        return new BoundRequest(route.operation(), parts, violations);
    }

    private static JsonNode value(Parameter parameter, Route.Found route, Query query, HttpRequest request) {
        ParameterReader reader = new ParameterReader(parameter);
        return switch (parameter.in()) {
            case QUERY -> reader.fromQuery(query);
            case PATH ->
                text(
                        reader,
                        Optional.ofNullable(route.pathValues().get(parameter.name()))
                                .filter(text -> !text.isEmpty()));
            case HEADER ->
                text(
                        reader,
                        Optional.of(request.headers().text(parameter.name()))
                                .filter(text -> request.headers().has(parameter.name())));
            default -> text(reader, Cookies.value(request, parameter.name()));
        };
    }

    private static JsonNode text(ParameterReader reader, Optional<String> text) {
        return text.map(reader::fromText).orElse(MissingNode.getInstance());
    }

    private static List<Part> body(RequestBody body, HttpRequest request, List<Violation> violations) {
        Optional<Content> content =
                content(body, request).or(() -> body.contents().stream().findFirst());
        if (content.isEmpty()) {
            return List.of();
        }
        JsonNode value = request.hasBody() ? read(content.get(), request, violations) : MissingNode.getInstance();
        return List.of(new Part(In.BODY, "", body.required(), content.get().schema(), value));
    }

    private static JsonNode read(Content content, HttpRequest request, List<Violation> violations) {
        Optional<FormatTable.Entry> format = request.contentType().flatMap(FORMATS::of);
        if (format.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return format.get().format().read(request.body(), content.schema(), Reading.REQUEST);
        } catch (MalformedBody e) {
            violations.add(new Violation(
                    In.BODY, "", "", "malformed", format.get().format().name() + " that can be read", e.getMessage()));
            return MissingNode.getInstance();
        }
    }

    @Override
    public Optional<MediaType> answerType(Route.Found route, Response response, HttpRequest request) {
        return Accept.of(request.headers())
                .best(response.contents().stream().map(Content::type).toList());
    }

    @Override
    public HttpResponse refusal(Contract contract, Refusal refusal, Route route, HttpRequest request) {
        return Problem.of(refusal);
    }
}
