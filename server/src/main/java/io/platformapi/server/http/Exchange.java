package io.platformapi.server.http;

import io.platformapi.contract.Contract;
import io.platformapi.contract.Response;
import io.platformapi.contract.Route;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.util.Optional;

/**
 * A request as it was received, before it goes on as the canonical one, and where it leads.
 *
 * @param request the request, its body read
 * @param route where it leads
 */
record Exchange(HttpRequest request, Route route) {

    private static final String KEY = Exchange.class.getName();

    /** Reads the request and keeps the exchange with it. */
    static Exchange begin(ContainerRequestContext context, Contract contract) throws IOException {
        HttpRequest request = received(context);
        Exchange exchange = new Exchange(request, contract.route(request));
        context.setProperty(KEY, exchange);
        return exchange;
    }

    /** The exchange that an answer belongs to. */
    static Exchange of(ContainerRequestContext context) {
        return context.getProperty(KEY) instanceof Exchange exchange
                ? exchange
                : new Exchange(HttpRequest.of(context.getMethod(), "/", Headers.none()), new Route.NotFound());
    }

    /** Whether the request would change something, by whatever method it came. */
    boolean isCommand() {
        return route instanceof Route.Found found && !found.operation().isSafe();
    }

    /** The response that the document has for a status; empty where no operation was found, or it has none. */
    Optional<Response> documented(int status) {
        return route instanceof Route.Found found ? found.operation().response(status) : Optional.empty();
    }

    private static HttpRequest received(ContainerRequestContext context) throws IOException {
        return new HttpRequest(
                context.getMethod(),
                AnyTarget.path(context),
                AnyTarget.query(context),
                Headers.of(context.getHeaders()),
                context.getEntityStream().readAllBytes());
    }
}
