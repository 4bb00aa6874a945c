package io.platformapi.mock;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.grizzly.GrizzlyServer;
import io.platformapi.grizzly.Threads;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;

/** A mock at an address, for tests that want one inside their own process. */
public final class ListeningMock implements AutoCloseable {

    private final GrizzlyServer server;
    private final Clock clock;
    private final Served mock;
    private final Sessions sessions;

    private ListeningMock(GrizzlyServer server, Clock clock, Served mock, Sessions sessions) {
        this.server = server;
        this.clock = clock;
        this.mock = mock;
        this.sessions = sessions;
    }

    /**
     * Starts to listen; the mock answers as soon as this returns, and in all as the command does.
     *
     * @param contract what is mocked
     * @param options what the mock does beyond the document
     * @param address where to listen; port 0 for any that is free
     * @throws IOException if the address cannot be listened on
     */
    public static ListeningMock start(Contract contract, MockOptions options, InetSocketAddress address)
            throws IOException {
        Sessions sessions = new Sessions(options.stubs(), InstantSource.system());
        return start(new Served(contract, any -> MockedApi.of(any, options, sessions)), sessions, address);
    }

    /**
     * The same for an engine that is asked for anew with each request, so that another may take its place.
     *
     * @param contract in whose words requests are refused that never reach the mock
     * @param engine gives the engine; called from many threads
     * @param address where to listen; port 0 for any that is free
     * @throws IOException if the address cannot be listened on
     */
    public static ListeningMock start(Contract contract, Supplier<MockEngine> engine, InetSocketAddress address)
            throws IOException {
        Sessions sessions = new Sessions(() -> engine.get().world(), InstantSource.system());
        MockedApi api = MockedApi.of(contract, engine, MockOptions.Origins.ALL, RequestLog.NONE, sessions);
        return start(new Served(contract, any -> api), sessions, address);
    }

    static ListeningMock start(Served mock, Sessions sessions, InetSocketAddress address) throws IOException {
        Clock clock = new Clock();
        try {
            return new ListeningMock(listening(mock, clock, address), clock, mock, sessions);
        } catch (IOException | RuntimeException e) {
            clock.close();
            throw e;
        }
    }

    static GrizzlyServer listening(Served mock, Later later, InetSocketAddress address) throws IOException {
        GrizzlyServer.Setup setup = new GrizzlyServer.Setup(
                address.getHostString(), address.getPort(), Threads.SELECTORS, mock.limits(), mock);
        return GrizzlyServer.start(setup, new MockHandler(mock, later));
    }

    /** The address that the mock answers at. */
    public URI address() {
        return server.address();
    }

    /**
     * A mock of one's own behind this one.
     *
     * @param name what requests call it; up to 100 letters, digits, {@code .}, {@code _} and {@code -}
     */
    public MockSession session(String name) {
        return new MockSession(mock.contract(), sessions.of(name), URI.create(address() + "/~" + name));
    }

    /** Sends what is held back, takes no new connections, lets requests in progress end, then stops. */
    @Override
    public void close() {
        clock.close();
        server.close();
    }
}
