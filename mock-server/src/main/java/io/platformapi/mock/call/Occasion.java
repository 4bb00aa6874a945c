package io.platformapi.mock.call;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.Route;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.Percent;
import io.platformapi.contract.http.Query;
import io.platformapi.contract.http.TypedBody;
import java.util.Optional;

/**
 * A request and its answer, as the expressions of callbacks see them.
 *
 * @param request the request as it was sent
 * @param route the operation that it is for
 * @param bound what it says
 * @param response the answer
 * @param bodies how bodies are read
 */
public record Occasion(
        HttpRequest request, Route.Found route, BoundRequest bound, HttpResponse response, Bodies bodies) {

    private static final String REQUEST = "$request.";
    private static final String RESPONSE = "$response.";

    /**
     * The text that a runtime expression stands for (OpenAPI 3.1, section 4.8.20.4); empty where it stands for none.
     */
    Optional<String> value(String expression) {
        return switch (expression) {
            case "$url" -> Optional.of("http://" + request.headers().text("Host") + request.target());
            case "$method" -> Optional.of(request.method());
            case "$statusCode" -> Optional.of(String.valueOf(response.status()));
            default -> ofMessage(expression);
        };
    }

    private Optional<String> ofMessage(String expression) {
        if (expression.startsWith(REQUEST)) {
            String source = expression.substring(REQUEST.length());
            return source.startsWith("query.")
                    ? query(source.substring("query.".length()))
                    : source.startsWith("path.")
                            ? Optional.ofNullable(route.pathValues().get(source.substring("path.".length())))
                            : ofEither(source, request.headers(), bound.body());
        }
        return expression.startsWith(RESPONSE)
                ? ofEither(expression.substring(RESPONSE.length()), response.headers(), answer())
                : Optional.empty();
    }

    private Optional<String> query(String name) {
        return Query.of(request.query()).named(name).stream().findFirst().map(Query.Pair::value);
    }

    private static Optional<String> ofEither(String source, Headers headers, JsonNode body) {
        if (source.startsWith("header.")) {
            return headers.first(source.substring("header.".length()));
        }
        if (source.equals("body")) {
            return text(body);
        }
        return source.startsWith("body#")
                ? pointer(source.substring("body#".length())).flatMap(pointer -> text(body.at(pointer)))
                : Optional.empty();
    }

    private static Optional<JsonPointer> pointer(String fragment) {
        try {
            return Optional.of(JsonPointer.compile(Percent.decoded(fragment).orElse(fragment)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(value.isValueNode() ? value.asText() : value.toString());
    }

    private JsonNode answer() {
        return response.contentType()
                .flatMap(type -> route.operation()
                        .response(response.status())
                        .flatMap(documented -> bodies.content(documented, type))
                        .flatMap(content -> {
                            try {
                                return bodies.read(content, new TypedBody(type, response.body()), Reading.RESPONSE)
                                        .only();
                            } catch (MalformedBody e) {
                                return Optional.empty();
                            }
                        }))
                .orElse(MissingNode.getInstance());
    }
}
