package io.platformapi.server.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/**
 * A handler that hands requests on to JAX-RS whatever their target is, kept beside the request as it was sent.
 *
 * <p>JAX-RS wants a {@code java.net.URI}, and fails on targets that clients send all the same, such as
 * {@code ?format=%} or {@code /links#top}. Routing is ours, so it gets another.
 */
public final class AnyTarget extends HttpHandler {

    private static final String PATH = AnyTarget.class.getName() + ".path";
    private static final String QUERY = AnyTarget.class.getName() + ".query";

    private final HttpHandler next;

    /** @param next the container of the JAX-RS application */
    public AnyTarget(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void start() {
        super.start();
        next.start();
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        request.setAttribute(PATH, request.getRequestURI());
        request.setAttribute(
                QUERY, Optional.ofNullable(request.getQueryString()).orElse(""));
        request.getRequest().setRequestURI("/");
        request.getRequest().setQueryString("");
        next.service(request, response);
    }

    @Override
    public void destroy() {
        next.destroy();
        super.destroy();
    }

    /** The path that was sent. */
    static String path(ContainerRequestContext context) {
        return String.valueOf(context.getProperty(PATH));
    }

    /** The query that was sent; empty where there was none. */
    static String query(ContainerRequestContext context) {
        return String.valueOf(context.getProperty(QUERY));
    }
}
