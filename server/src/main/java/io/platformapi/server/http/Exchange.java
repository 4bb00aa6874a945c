package io.platformapi.server.http;

import io.platformapi.contract.Response;
import io.platformapi.contract.Route;
import io.platformapi.contract.dialect.Dialect;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.domain.Authentication.Client;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was received, before it goes on as the canonical one, where it leads, and whether it is let in.
 *
 * @param request the request, with its body if that has been read
 * @param route where it leads
 * @param client whoever sends it; null if it is not let in, or asks nothing of an operation
 * @param failure why it is not let in; null if it is
 */
record Exchange(
        HttpRequest request,
        Route route,
        @Nullable Client client,
        @Nullable Throwable failure) {

    private static final String KEY = Exchange.class.getName();

    /** A request that is let in. */
    static Exchange of(HttpRequest request, Route route, @Nullable Client client) {
        return new Exchange(request, route, client, null);
    }

    /** A request that is refused, or fails, before anybody asks for its body. */
    static Exchange failed(HttpRequest request, Route route, Throwable failure) {
        return new Exchange(request, route, null, failure);
    }

    /** The exchange that an answer belongs to. */
    static Exchange of(ContainerRequestContext context) {
        return context.getProperty(KEY) instanceof Exchange exchange
                ? exchange
                : of(HttpRequest.of(context.getMethod(), "/", Headers.none()), new Route.NotFound(), null);
    }

    /** Keeps the exchange with a request. */
    void keep(ContainerRequestContext context) {
        context.setProperty(KEY, this);
    }

    /** The same with the whole request. */
    Exchange with(HttpRequest whole) {
        return new Exchange(whole, route, client, failure);
    }

    /** Whether the body is wanted for the answer. */
    boolean isOpen() {
        return failure == null && client != null;
    }

    /** Whoever was let in; throws why nobody was. */
    Client admitted() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
        return Objects.requireNonNull(client);
    }

    /** Whether the request would change something, by whatever method it came. */
    boolean isCommand(Dialect dialect) {
        return route instanceof Route.Found found && !dialect.isSafe(found.operation());
    }

    /** The response that the document has for a status; empty where no operation was found, or it has none. */
    Optional<Response> documented(int status) {
        return route instanceof Route.Found found ? found.operation().response(status) : Optional.empty();
    }
}
