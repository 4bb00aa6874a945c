package io.platformapi.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Response;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Dialect;
import io.platformapi.contract.example.SchemaTooComplex;
import io.platformapi.contract.format.UnwritableValue;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Writes chosen responses: negotiates the type, and keeps what comes out the same each time. */
final class Responses {

    /**
     * The statuses whose responses have no body, whatever is documented (RFC 9110, sections 15.3.5, 15.3.6, 15.4.5).
     */
    private static final Set<Integer> BODILESS = Set.of(204, 205, 304);

    /** How many are kept: of a range such as <code>*&#47;*</code> a client may name any type. */
    private static final int MOST_KEPT = 4096;

    private final Dialect dialect;
    private final Values values;
    private final Map<Key, HttpResponse> written = new ConcurrentHashMap<>();

    Responses(Dialect dialect, Values values) {
        this.dialect = dialect;
        this.values = values;
    }

    /** What makes two responses the same. */
    private record Key(Node operation, Node response, int status, MediaType type, Choice.Source source) {}

    /** The response in a type the client accepts. */
    HttpResponse write(Choice choice, Route.Found route, HttpRequest request) {
        return isEmpty(choice)
                ? HttpResponse.of(choice.status(), headers(choice, route))
                : written(choice, choice.response(), route, request);
    }

    /** The response in the best of the types on offer that can hold its value. */
    private HttpResponse written(Choice choice, Response offered, Route.Found route, HttpRequest request) {
        MediaType type = best(offered, route, request).orElseThrow(() -> notAcceptable(offered, request));
        try {
            return written(choice, route, type);
        } catch (UnwritableValue e) {
            Response others = without(type, offered);
            if (others.contents().isEmpty()) {
                throw new NoAnswer(Refusal.Kind.UNANSWERABLE, e.getMessage());
            }
            if (best(others, route, request).isEmpty()) {
                throw new NoAnswer(Refusal.unwritable(e));
            }
            return written(choice, others, route, request);
        }
    }

    /** The dialect's choice, which need not look at what is on offer. */
    private Optional<MediaType> best(Response offered, Route.Found route, HttpRequest request) {
        return dialect.answerType(route, offered, request)
                .filter(type -> dialect.bodies().content(offered, type).isPresent());
    }

    private Response without(MediaType type, Response response) {
        Content tried = dialect.bodies().content(response, type).orElseThrow();
        List<Content> others =
                response.contents().stream().filter(content -> content != tried).toList();
        return new Response(response.key(), response.description(), response.headers(), others, response.node());
    }

    /** The response in a type the client accepts, or else in its first. */
    HttpResponse writeAnyway(Choice choice, Route.Found route, HttpRequest request) {
        if (isEmpty(choice)) {
            return HttpResponse.of(choice.status(), headers(choice, route));
        }
        MediaType type = dialect.answerType(route, choice.response(), request)
                .orElseGet(() -> choice.response().contents().get(0).type());
        try {
            return written(choice, route, type);
        } catch (UnwritableValue e) {
            throw new NoAnswer(Refusal.Kind.UNANSWERABLE, e.getMessage());
        }
    }

    private static boolean isEmpty(Choice choice) {
        return BODILESS.contains(choice.status())
                || choice.response().contents().isEmpty();
    }

    private HttpResponse written(Choice choice, Route.Found route, MediaType type) {
        boolean varies = choice.source() instanceof Choice.Given
                || choice.source() instanceof Choice.Remembered
                || values.invents(choice.source());
        if (varies) {
            return fresh(choice, route, type);
        }
        Key key = new Key(route.operation().node(), choice.response().node(), choice.status(), type, choice.source());
        HttpResponse known = written.get(key);
        if (known != null || written.size() >= MOST_KEPT) {
            return known == null ? fresh(choice, route, type) : known;
        }
        return written.computeIfAbsent(key, any -> fresh(choice, route, type));
    }

    private HttpResponse fresh(Choice chosen, Route.Found route, MediaType type) {
        Content content = dialect.bodies().content(chosen.response(), type).orElseThrow();
        Choice choice = chosen.in(content);
        try {
            JsonNode value = values.body(choice, content);
            TypedBody body = value.isMissingNode()
                    ? new TypedBody(type, new byte[0])
                    : dialect.bodies().write(content.as(type), value);
            Headers headers = headers(choice, route)
                    .with(
                            chosen.source() instanceof Choice.Remembered remembered
                                    ? remembered.headers()
                                    : Headers.none())
                    .with("Content-Type", body.type().toString())
                    .with(dialect.bodyHeaders(route, type));
            return new HttpResponse(choice.status(), headers, body.bytes());
        } catch (SchemaTooComplex e) {
            throw new NoAnswer(Refusal.Kind.UNANSWERABLE, e.getMessage());
        }
    }

    /** What the dialect always sends, and what the document says besides or instead. */
    private Headers headers(Choice choice, Route.Found route) {
        Headers headers = dialect.answerHeaders(route).with(values.headers(choice));
        return route.operation().deprecated() ? headers.with("Deprecation", "true") : headers;
    }

    private static NoAnswer notAcceptable(Response response, HttpRequest request) {
        String types = String.join(
                ", ",
                response.contents().stream()
                        .map(content -> content.type().essence())
                        .toList());
        String asked = request.headers().text("Accept");
        return new NoAnswer(Refusal.Kind.UNACCEPTABLE, "'" + asked + "' is not offered. Ask for one of " + types + ".");
    }
}
