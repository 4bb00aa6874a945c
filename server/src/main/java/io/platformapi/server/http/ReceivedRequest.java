package io.platformapi.server.http;

import io.platformapi.contract.Response;
import io.platformapi.contract.Route;
import io.platformapi.contract.admission.Admission.Negotiated;
import io.platformapi.contract.admission.Passage;
import io.platformapi.contract.dialect.Dialect;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.domain.Authentication.Client;
import io.platformapi.jaxrs.JaxRs;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was received, before it goes on as the canonical one, and how far its head gets it.
 *
 * @param request the request, with its body if that has been read
 * @param entry how far it gets
 * @param failure what kept us from knowing that; null if nothing did
 */
record ReceivedRequest(
        HttpRequest request,
        Passage<Negotiated<Client>> entry,
        @Nullable Throwable failure) {

    private static final String KEY = ReceivedRequest.class.getName();

    /** A request before anybody asks for its body. */
    static ReceivedRequest of(HttpRequest request, Passage<Negotiated<Client>> entry) {
        return new ReceivedRequest(request, entry, null);
    }

    /** A request of which we failed to find out. */
    static ReceivedRequest failed(HttpRequest request, Route route, @Nullable Throwable failure) {
        return new ReceivedRequest(request, new Passage.Ended<>(route, Optional.empty()), failure);
    }

    /** The exchange that an answer belongs to. */
    static ReceivedRequest of(ContainerRequestContext context) {
        return context.getProperty(KEY) instanceof ReceivedRequest exchange
                ? exchange
                : failed(HttpRequest.of(context.getMethod(), "/", Headers.none()), new Route.NotFound(), null);
    }

    /** What JAX-RS is asked: routing is ours, so it gets the root, and the exchange beside it. */
    JaxRs.Asked asked() {
        return new JaxRs.Asked(
                "http://localhost",
                request.method(),
                "/",
                Headers.none(),
                request.body(),
                Optional.empty(),
                context -> context.setProperty(KEY, this));
    }

    /** The same with the whole request. */
    ReceivedRequest with(HttpRequest whole) {
        return new ReceivedRequest(whole, entry, failure);
    }

    /** Whether the body is wanted for the answer. */
    boolean isOpen() {
        return entry instanceof Passage.Reached<?>;
    }

    /** How far the head gets the request; throws what kept us from knowing. */
    Passage<Negotiated<Client>> entered() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
        return entry;
    }

    Route route() {
        return entry.route();
    }

    /** Whether the request would change something, by whatever method it came. */
    boolean isCommand(Dialect dialect) {
        return route() instanceof Route.Found found && !dialect.isSafe(found.operation());
    }

    /** The response that the document has for a status; empty where no operation was found, or it has none. */
    Optional<Response> documented(int status) {
        return route() instanceof Route.Found found ? found.operation().response(status) : Optional.empty();
    }
}
