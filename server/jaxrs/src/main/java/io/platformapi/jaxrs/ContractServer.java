package io.platformapi.jaxrs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.platformapi.contract.admission.ContractPages;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.grizzly.GrizzlyServer;
import io.platformapi.grizzly.Limits;
import io.platformapi.grizzly.Threads;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;

/**
 * A server of an OpenAPI document over JAX-RS resources: a request is checked by the document before a resource sees
 * it.
 *
 * <pre>{@code
 * try (ContractServer server = ContractServer.of("openapi.yaml").port(8080).start(new BooksResource())) {
 *     …
 * }
 * }</pre>
 *
 * <p>What the document does not allow is refused by {@code application/problem+json}, every violation at once. A
 * resource refuses by throwing, such as {@code new NotFoundException("No book has the id 7.")}; what it returns is
 * answered by the success that the document has.
 */
public final class ContractServer implements AutoCloseable {

    private final GrizzlyServer listener;
    private final JaxRs application;

    private ContractServer(GrizzlyServer listener, JaxRs application) {
        this.listener = listener;
        this.application = application;
    }

    /**
     * A server of the document in a file or at an address.
     *
     * @throws io.platformapi.contract.source.UnreadableDocument if it cannot be read
     */
    public static Setup of(String document) {
        return of(new ContractReader(Access.SAME_ORIGIN).read(document));
    }

    /**
     * A server of a document that is a resource of the program; it stands in one file.
     *
     * @throws IOException if there is no such resource
     */
    public static Setup of(@Nullable URL document) throws IOException {
        if (document == null) {
            throw new FileNotFoundException("the program has no such resource as its document");
        }
        try (InputStream text = document.openStream()) {
            String name = document.getPath().substring(document.getPath().lastIndexOf('/') + 1);
            return of(new ContractReader(Access.SAME_ORIGIN)
                    .read(
                            new String(text.readAllBytes(), StandardCharsets.UTF_8),
                            URI.create("file:///" + name),
                            name));
        }
    }

    /** A server of a contract, on a free port of the loopback interface, that knows no callers. */
    public static Setup of(Contract contract) {
        return new Setup(contract, "127.0.0.1", 0, Limits.USUAL, Optional.empty());
    }

    /**
     * What a server is, before it listens.
     *
     * @param host the address to listen on
     * @param port the port; 0 for any that is free
     * @param limits how much clients may send
     * @param known tells who sends a request; empty where the document asks for no credentials
     */
    public record Setup(Contract contract, String host, int port, Limits limits, Optional<KnownCallers> known) {

        /** The same on another port. */
        public Setup port(int other) {
            return new Setup(contract, host, other, limits, known);
        }

        /** The same on another address. */
        public Setup host(String other) {
            return new Setup(contract, other, port, limits, known);
        }

        /** The same within other limits. */
        public Setup limits(Limits others) {
            return new Setup(contract, host, port, others, known);
        }

        /** The same that knows callers. */
        public Setup callers(KnownCallers callers) {
            return new Setup(contract, host, port, limits, Optional.of(callers));
        }

        /**
         * Starts the server.
         *
         * @param resources what answers: objects that implement the interfaces of the document, called by many threads
         *     at once
         * @throws IllegalArgumentException if the document says what the server would not do; the message says what
         * @throws IOException if the address cannot be listened on
         */
        public ContractServer start(Object... resources) throws IOException {
            var dispatch = new Dispatch(contract, List.of(resources));
            List<String> reasons = Unserved.reasons(contract, dispatch, known);
            if (!reasons.isEmpty()) {
                throw new IllegalArgumentException(
                        contract.title() + " cannot be served:\n  " + String.join("\n  ", reasons));
            }
            var pages = new ContractPages(contract, limits.bodyBytes());
            var application = new JaxRs(application(dispatch), pages::page);
            try {
                var gate = new CallerGate(contract, known.orElse((request, operation) -> Optional.empty()));
                var setup = new GrizzlyServer.Setup(host, port, Threads.WORKERS, limits, pages::page);
                GrizzlyServer listener = GrizzlyServer.start(setup, new ContractHandler(contract, gate, application));
                return new ContractServer(listener, application);
            } catch (IOException | RuntimeException e) {
                application.close();
                throw e;
            }
        }

        private ResourceConfig application(Dispatch dispatch) {
            JsonMapper mapper = mapper();
            return JaxRs.empty()
                    .register(new ParameterValues(mapper))
                    .register(new CheckedBodies(mapper))
                    .register(new BodyValues(mapper))
                    .register(new QuotedTexts(mapper))
                    .register(new DocumentedAnswers(contract, mapper))
                    .register(new ThrownAnswers())
                    .registerResources(dispatch.resources());
        }
    }

    /** What is absent in an object is left out of its JSON; moments are texts (RFC 3339). */
    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** The address that the server answers at. */
    public URI uri() {
        return listener.address();
    }

    /** Takes no new connections, lets requests in progress end for a few seconds, then stops. */
    @Override
    public void close() {
        listener.close();
        application.close();
    }
}
