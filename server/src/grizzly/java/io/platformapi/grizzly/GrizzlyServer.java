package io.platformapi.grizzly;

import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpHandlerChain;
import org.glassfish.grizzly.http.server.HttpHandlerRegistration;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.utils.IdleTimeoutFilter;

/**
 * An HTTP/1.1 server on Grizzly for one handler, which gets every request whole and from the first moment on.
 *
 * <p>The handler answers every method and path; what never reaches it, and what it throws, is answered by
 * {@link FailurePages}.
 */
public final class GrizzlyServer implements AutoCloseable {

    // loggers are held, or their levels are forgotten
    private static final Logger GRIZZLY = Logger.getLogger("org.glassfish.grizzly");
    private static final Logger SHUTDOWN = Logger.getLogger("org.glassfish.grizzly.nio.GracefulShutdownRunner");
    private static final Duration GRACE = Duration.ofSeconds(5);

    static {
        GRIZZLY.setLevel(Level.WARNING);
        SHUTDOWN.setLevel(Level.SEVERE);
    }

    private final HttpServer server;
    private final NetworkListener listener;
    private final ScheduledExecutorService clock;

    private GrizzlyServer(HttpServer server, NetworkListener listener, ScheduledExecutorService clock) {
        this.server = server;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Where and how a server listens.
     *
     * @param host the address to listen on
     * @param port the port; 0 for any that is free
     */
    public record Setup(String host, int port, Threads threads, Limits limits, FailurePages pages) {}

    /**
     * Starts a server; requests are answered by the handler as soon as this returns, and even before.
     *
     * @throws IOException if the address cannot be listened on
     */
    public static GrizzlyServer start(Setup setup, HttpHandler handler) throws IOException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "request-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        NetworkListener listener = listener(setup);
        listener.registerAddOn((target, filters) -> cure(target, filters, setup, clock));
        var server = new HttpServer();
        server.getServerConfiguration().setAllowPayloadForUndefinedHttpMethods(true);
        server.getServerConfiguration().setPassTraceRequest(true);
        server.getServerConfiguration().setDefaultQueryEncoding(StandardCharsets.UTF_8);
        server.addListener(listener);
        // added here, not to the configuration, the handler is in place before the port is open
        ((HttpHandlerChain) server.getHttpHandler())
                .addHandler(handler, new HttpHandlerRegistration[] {HttpHandlerRegistration.ROOT});
        try {
            server.start();
        } catch (IOException | RuntimeException e) {
            clock.shutdownNow();
            server.shutdownNow();
            throw e;
        }
        return new GrizzlyServer(server, listener, clock);
    }

    private static NetworkListener listener(Setup setup) {
        var listener = new NetworkListener("http", setup.host(), setup.port());
        listener.setMaxHttpHeaderSize(setup.limits().headBytes());
        listener.getKeepAlive().setMaxRequestsCount(-1); // by default a connection is closed after 256 requests
        listener.getKeepAlive()
                .setIdleTimeoutInSeconds((int) setup.limits().idleTime().toSeconds());
        listener.getFileCache().setEnabled(false);
        listener.getTransport().setIOStrategy(setup.threads().strategy());
        listener.setDefaultErrorPageGenerator(
                (request, status, reason, description, fault) -> page(request, setup.pages(), status, fault));
        return listener;
    }

    private static void cure(
            NetworkListener listener, FilterChainBuilder filters, Setup setup, ScheduledExecutorService clock) {
        int codec = filters.indexOfType(HttpServerFilter.class);
        filters.set(codec, new FailureCodec(listener, setup.pages()));
        filters.add(codec + 1, new NoUpgrade());
        int idle = filters.indexOfType(IdleTimeoutFilter.class);
        filters.add(idle + 1, new WholeRequest(setup.limits(), setup.pages(), clock));
    }

    private static String page(Request request, FailurePages pages, int status, Throwable fault) {
        boolean malformed = isMalformed(fault);
        HttpResponse page =
                pages.page(malformed ? 400 : status, malformed ? Heads.UNREADABLE : Heads.of(request.getRequest()));
        if (malformed) {
            request.getResponse().setStatus(400);
        }
        page.headers().forEach(request.getResponse()::setHeader);
        return new String(page.body(), StandardCharsets.ISO_8859_1);
    }

    /**
     * Whether the client is to blame: for a path that no URI can have, which Jersey throws as its own fault, or for a
     * host that is none, which Grizzly finds out when Jersey asks for it.
     */
    private static boolean isMalformed(Throwable fault) {
        boolean path = fault instanceof IllegalArgumentException && fault.getCause() instanceof URISyntaxException;
        boolean host = fault instanceof IllegalStateException
                && String.valueOf(fault.getMessage()).startsWith("Host header ");
        return path || host;
    }

    /** The address that the server answers at. */
    public URI address() {
        String host = listener.getHost().contains(":") ? "[" + listener.getHost() + "]" : listener.getHost();
        return URI.create("http://" + host + ":" + listener.getPort());
    }

    /** Takes no new connections, lets requests in progress end for a few seconds, then stops. */
    @Override
    public void close() {
        try {
            server.shutdown(GRACE.toSeconds(), TimeUnit.SECONDS).get(GRACE.toSeconds() + 1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            server.shutdownNow();
        } finally {
            clock.shutdownNow();
        }
    }
}
