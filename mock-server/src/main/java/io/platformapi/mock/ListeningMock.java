package io.platformapi.mock;

import io.platformapi.contract.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.GrizzlyServer;
import io.platformapi.grizzly.Head;
import io.platformapi.grizzly.Threads;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;

/** A mock at an address, for tests that want one inside their own process. */
public final class ListeningMock implements AutoCloseable {

    private final GrizzlyServer server;
    private final Clock clock;

    private ListeningMock(GrizzlyServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /**
     * Starts to listen; the mock answers as soon as this returns.
     *
     * @param contract in whose words requests are refused that never reach the mock
     * @param mock answers all others, as {@code new MockEngine(contract, MockOptions.usual())::answer} does
     * @param address where to listen; port 0 for any that is free
     * @throws IOException if the address cannot be listened on
     */
    public static ListeningMock start(
            Contract contract, Function<HttpRequest, HttpResponse> mock, InetSocketAddress address) throws IOException {
        Mock atOnce = request -> new Answered(mock.apply(request), () -> "");
        return start(new Served(contract, any -> atOnce), address);
    }

    /**
     * The same for an engine, asked for anew with each request; what the head of a request says enough for is answered
     * without its body.
     */
    public static ListeningMock start(Contract contract, Supplier<MockEngine> mock, InetSocketAddress address)
            throws IOException {
        Mock current = new Mock() {
            @Override
            public Answered apply(HttpRequest request) {
                return api().apply(request);
            }

            @Override
            public Step begin(Head head) {
                return api().begin(head);
            }

            private MockedApi api() {
                return new MockedApi(mock.get(), MockedApi.Origins.OWN, RequestLog.NONE);
            }
        };
        return start(new Served(contract, any -> current), address);
    }

    static ListeningMock start(Served mock, InetSocketAddress address) throws IOException {
        Clock clock = new Clock();
        try {
            return new ListeningMock(listening(mock, clock, address), clock);
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

    /** Sends what is held back, takes no new connections, lets requests in progress end, then stops. */
    @Override
    public void close() {
        clock.close();
        server.close();
    }
}
