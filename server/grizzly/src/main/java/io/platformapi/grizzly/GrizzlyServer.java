package io.platformapi.grizzly;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.TransportProbe;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.nio.transport.TCPNIOServerConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;
import org.glassfish.grizzly.ssl.SSLFilter;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;

/**
 * An HTTP/1.1 server on Grizzly's sockets for one handler, which answers every method and path from the first moment
 * on. What never reaches it, and what it throws, is answered by {@link FailurePages}.
 */
public final class GrizzlyServer implements AutoCloseable {

    /** How much is written at a time; memory outside of the heap is taken for as much, once a thread. */
    static final int BUFFER = 1 << 15;

    /** How much is read at a time, in bytes. */
    private static final int READ = 1 << 12;

    // held, or its level is forgotten
    private static final Logger GRIZZLY = Logger.getLogger("org.glassfish.grizzly");
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration LAST_REQUESTS = Duration.ofMillis(100);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration LONGEST_LOOK = Duration.ofMillis(500);

    private final TCPNIOTransport transport;
    private final TCPNIOServerConnection listening;
    private final Desk desk;
    private final Workers workers;
    private final ScheduledExecutorService clock;
    private final boolean isEncrypted;

    private GrizzlyServer(
            TCPNIOTransport transport,
            TCPNIOServerConnection listening,
            Desk desk,
            Workers workers,
            ScheduledExecutorService clock,
            boolean isEncrypted) {
        this.transport = transport;
        this.listening = listening;
        this.desk = desk;
        this.workers = workers;
        this.clock = clock;
        this.isEncrypted = isEncrypted;
    }

    /**
     * Where and how a server listens.
     *
     * @param host the address to listen on
     * @param port the port; 0 for any that is free
     * @param tls the certificate for each new connection, asked for when it comes; empty for none
     */
    public record Setup(
            String host,
            int port,
            Threads threads,
            Limits limits,
            FailurePages pages,
            Optional<Supplier<SSLContext>> tls) {

        /** The same without encryption. */
        public Setup(String host, int port, Threads threads, Limits limits, FailurePages pages) {
            this(host, port, threads, limits, pages, Optional.empty());
        }
    }

    /**
     * Starts a server; requests are answered by the handler as soon as this returns, and even before.
     *
     * @throws IOException if the address cannot be listened on
     */
    public static GrizzlyServer start(Setup setup, RequestHandler handler) throws IOException {
        var workers = new Workers();
        ScheduledExecutorService clock = clock();
        Executor executor = setup.threads() == Threads.WORKERS ? workers : Runnable::run;
        var desk = new Desk(
                handler,
                executor,
                setup.threads(),
                setup.limits(),
                setup.pages(),
                new Answers(InstantSource.system()),
                new OpenConnections(setup.limits()),
                new Desk.Closing());
        TCPNIOTransport transport = transport(desk, setup.tls());
        try {
            var address = new InetSocketAddress(setup.host(), setup.port());
            TCPNIOServerConnection listening = transport.bind(address);
            transport.start();
            watch(desk, clock);
            return new GrizzlyServer(
                    transport, listening, desk, workers, clock, setup.tls().isPresent());
        } catch (IOException | RuntimeException e) {
            clock.shutdownNow();
            workers.close();
            transport.shutdownNow();
            throw e;
        }
    }

    private static ScheduledExecutorService clock() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "deadlines");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Looks for those who are late, often enough to keep the shortest time. */
    private static void watch(Desk desk, ScheduledExecutorService clock) {
        long time = Math.min(
                desk.limits().bodyTime().toMillis(), desk.limits().idleTime().toMillis());
        long pause = Math.max(LOOK.toMillis(), Math.min(LONGEST_LOOK.toMillis(), time / 10));
        Runnable look = () -> {
            try {
                desk.connections().expire(System.nanoTime());
            } catch (Throwable failure) {
                OutOfMemory.tell(failure);
            }
        };
        clock.scheduleWithFixedDelay(look, pause, pause, TimeUnit.MILLISECONDS);
    }

    private static TCPNIOTransport transport(Desk desk, Optional<Supplier<SSLContext>> tls) {
        FilterChainBuilder filters = FilterChainBuilder.stateless().add(new TransportFilter());
        tls.map(TlsEngines::new).ifPresent(engines -> filters.add(new SSLFilter(engines, engines)));
        filters.add(new Intake(desk));
        TCPNIOTransport transport = TCPNIOTransportBuilder.newInstance()
                .setIOStrategy(SameThreadIOStrategy.getInstance())
                .setProcessor(filters.build())
                .setReadBufferSize(READ)
                .setWriteBufferSize(BUFFER)
                .build();
        transport.getMonitoringConfig().addProbes(new TransportProbe.Adapter() {
            @Override
            public void onErrorEvent(Transport failed, Throwable failure) {
                OutOfMemory.tell(failure);
            }
        });
        return transport;
    }

    /** The address that the server answers at. */
    public URI address() {
        var address = (InetSocketAddress) listening.getLocalAddress();
        String host = address.getHostString();
        return URI.create((isEncrypted ? "https://" : "http://") + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + address.getPort());
    }

    /** How many are connected. */
    public int connections() {
        return desk.connections().all().size();
    }

    /** Takes no new connections, lets requests in progress end for a few seconds, then stops. */
    @Override
    public void close() {
        desk.closing().begin();
        transport.unbindAll();
        try {
            letGo();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stop();
        }
    }

    /** Whoever is connected gets an answer more, if it asks soon. */
    private void letGo() throws InterruptedException {
        long end = System.nanoTime() + GRACE.toNanos();
        List<Conversation> left = desk.connections().all();
        if (!left.isEmpty()) {
            Thread.sleep(LAST_REQUESTS.toMillis());
        }
        while (!left.isEmpty() && System.nanoTime() < end) {
            left.forEach(Conversation::leaveIfIdle);
            Thread.sleep(LOOK.toMillis());
            left = desk.connections().all();
        }
    }

    private void stop() {
        clock.shutdownNow();
        workers.close();
        try {
            transport.shutdownNow();
        } catch (IOException e) {
            GRIZZLY.log(Level.WARNING, "the sockets cannot be closed", e);
        }
    }
}
