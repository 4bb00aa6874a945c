package io.platformapi.conformance;

import io.platformapi.mock.ListeningMock;
import io.platformapi.mock.MockEngine;
import io.platformapi.mock.MockOptions;
import io.platformapi.mock.PlatformWorld;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.function.Supplier;

/** What claims to implement the contract. Each starts on a free port, in the world of the examples. */
enum Implementation {

    /** The mock that answers with examples. */
    MOCK {
        @Override
        Running start() throws IOException {
            MockEngine engine = new MockEngine(Running.CONTRACT, MockOptions.usual());
            ListeningMock mock = mock(() -> engine);
            return new Running(mock.address(), () -> {}, mock::close);
        }
    },

    /** The mock that remembers what it was told. */
    MOCK_WITH_WORLD {
        @Override
        Running start() throws IOException {
            MockWorld world = new MockWorld();
            ListeningMock mock = mock(world::engine);
            return new Running(mock.address(), world::reset, mock::close);
        }
    },

    /** The server, over a database. */
    SERVER {
        @Override
        Running start() throws IOException {
            return ServerWorld.start(Map.of("port", "0", "requests.per.minute", "0"));
        }
    };

    abstract Running start() throws IOException;

    private static ListeningMock mock(Supplier<MockEngine> engine) throws IOException {
        return ListeningMock.start(
                Running.CONTRACT, engine, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** A mock whose world begins anew when told. */
    private static final class MockWorld {

        private volatile MockEngine engine = fresh();

        private static MockEngine fresh() {
            MockOptions options =
                    MockOptions.usual().withStubs(PlatformWorld.ofExamples().byOperationId());
            return new MockEngine(Running.CONTRACT, options);
        }

        void reset() {
            engine = fresh();
        }

        MockEngine engine() {
            return engine;
        }
    }
}
