package io.platformapi.server.http;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.FailurePages;
import io.platformapi.grizzly.OutOfMemory;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.Principal;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;

/**
 * A JAX-RS application as a function: an exchange goes in, its answer comes out whole. Safe for many threads.
 *
 * <p>JAX-RS wants a {@code java.net.URI}, and fails on targets that clients send all the same, such as
 * {@code ?format=%}. Routing is ours, so it gets the root, and the exchange beside it.
 */
public final class JaxRs implements AutoCloseable {

    private static final URI ROOT = URI.create("http://localhost/");
    private static final SecurityContext NOBODY = new Nobody();

    private final ApplicationHandler application;
    private final FailurePages pages;

    /** @param pages what is answered if even failing fails */
    public JaxRs(ResourceConfig application, FailurePages pages) {
        this.application = new ApplicationHandler(application);
        this.pages = pages;
    }

    /** Answers on the caller's thread. */
    HttpResponse answer(ReceivedRequest exchange) {
        var request = new ContainerRequest(
                ROOT,
                ROOT,
                exchange.request().method(),
                NOBODY,
                new MapPropertiesDelegate(),
                application.getConfiguration());
        exchange.keep(request);
        request.setEntityStream(new ByteArrayInputStream(exchange.request().body()));
        var writer = new Writer();
        request.setWriter(writer);
        application.handle(request);
        return writer.answer != null ? writer.answer : pages.page(500, exchange.request());
    }

    @Override
    public void close() {
        application.getInjectionManager().shutdown();
    }

    /** Takes the answer in the memory. */
    private static final class Writer implements ContainerResponseWriter {

        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private @Nullable ContainerResponse response;
        private @Nullable HttpResponse answer;

        @Override
        public OutputStream writeResponseStatusAndHeaders(long length, ContainerResponse started) {
            response = started;
            return body;
        }

        @Override
        public void commit() {
            if (response != null) {
                answer = new HttpResponse(
                        response.getStatus(), Headers.of(response.getStringHeaders()), body.toByteArray());
            }
        }

        @Override
        public void failure(Throwable failure) {
            OutOfMemory.tell(failure);
            answer = null;
        }

        @Override
        public boolean suspend(long time, TimeUnit unit, TimeoutHandler handler) {
            throw new UnsupportedOperationException("resources answer at once");
        }

        @Override
        public void setSuspendTimeout(long time, TimeUnit unit) {
            throw new UnsupportedOperationException("resources answer at once");
        }

        @Override
        public boolean enableResponseBuffering() {
            return false;
        }
    }

    /** Who may what is asked before, and of the caller. */
    private static final class Nobody implements SecurityContext {

        @Override
        public @Nullable Principal getUserPrincipal() {
            return null;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
            return null;
        }
    }
}
