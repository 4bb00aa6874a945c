package io.platformapi.jaxrs;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.grizzly.FailurePages;
import io.platformapi.grizzly.OutOfMemory;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.security.Principal;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;

/** A JAX-RS application as a function: a request goes in, its answer comes out whole. Safe for many threads. */
public final class JaxRs implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(JaxRs.class.getName());

    // held, or its level is forgotten; it warns that resources are no providers, which nobody said they were
    private static final Logger PROVIDERS = Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

    static {
        PROVIDERS.setLevel(Level.SEVERE);
    }

    private final ApplicationHandler application;
    private final FailurePages pages;

    /** @param pages what is answered if even failing fails */
    public JaxRs(ResourceConfig application, FailurePages pages) {
        this.application = new ApplicationHandler(application);
        this.pages = pages;
    }

    /** An application that has what is registered, and nothing that Jersey finds by itself. */
    public static ResourceConfig empty() {
        return new ResourceConfig()
                .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true)
                .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    }

    /** Gives an answer a body, of a type. */
    public static void setBody(ContainerResponseContext answer, Object body, MediaType type) {
        answer.setEntity(
                body,
                new Annotation[0],
                new jakarta.ws.rs.core.MediaType(type.type(), type.subtype(), type.parameters()));
    }

    /**
     * A request as JAX-RS takes it.
     *
     * <p>JAX-RS wants a {@code java.net.URI}, and fails on targets that clients send all the same, such as
     * {@code ?format=%}: so the target is made by whoever routes.
     *
     * @param base what its path stands below, such as {@code http://example.com:8080/v1}
     * @param target path and query, such as {@code /pets/7?tag=a}, which a URI can be
     * @param headers the header fields that a resource sees
     * @param caller who sends it; empty where that is not known
     * @param keeper keeps with the request what filters need of it
     */
    public record Asked(
            String base,
            String method,
            String target,
            Headers headers,
            byte[] body,
            Optional<Principal> caller,
            Consumer<ContainerRequest> keeper) {}

    /**
     * Answers on the caller's thread.
     *
     * @param received the request as it came, for the page of a failure
     */
    public HttpResponse answer(Asked asked, HttpRequest received) {
        var request = new ContainerRequest(
                URI.create(asked.base() + "/"),
                URI.create(asked.base() + asked.target()),
                asked.method(),
                new Known(asked.caller()),
                new MapPropertiesDelegate(),
                application.getConfiguration());
        asked.headers().forEach(request::header);
        asked.keeper().accept(request);
        request.setEntityStream(new ByteArrayInputStream(asked.body()));
        var writer = new Writer();
        request.setWriter(writer);
        application.handle(request);
        return writer.answer != null ? writer.answer : pages.page(500, received);
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
            LOG.log(Level.SEVERE, "a request could not be answered", failure);
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

    /** Who sends a request; what they may do is asked elsewhere. */
    private record Known(Optional<Principal> caller) implements SecurityContext {

        @Override
        public @Nullable Principal getUserPrincipal() {
            return caller.orElse(null);
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
