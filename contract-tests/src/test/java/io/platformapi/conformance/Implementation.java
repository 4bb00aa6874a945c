package io.platformapi.conformance;

import io.platformapi.mock.ListeningMock;
import io.platformapi.mock.MockEngine;
import io.platformapi.mock.MockOptions;
import io.platformapi.mock.PlatformWorld;
import io.platformapi.mock.stub.Stub;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
            return ServerWorld.start(Map.of("port", "0", "requests.per.minute", "0", "failed.logins.per.minute", "0"));
        }
    };

    abstract Running start() throws IOException;

    private static ListeningMock mock(Supplier<MockEngine> engine) throws IOException {
        return ListeningMock.start(
                Running.CONTRACT, engine, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /**
     * A mock whose world begins anew when told, if anybody asked it something since. What depends on the document alone
     * stays.
     */
    private static final class MockWorld {

        private volatile Map<String, Stub<?, ?>> world = fresh();
        private volatile boolean asked;
        private final MockEngine engine =
                new MockEngine(Running.CONTRACT, MockOptions.usual().withStubs(forwarding(world)));

        private static Map<String, Stub<?, ?>> fresh() {
            return PlatformWorld.ofExamples().byOperationId();
        }

        private Map<String, Stub<?, ?>> forwarding(Map<String, Stub<?, ?>> stubs) {
            return stubs.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, each -> forwarding(each.getKey(), each.getValue())));
        }

        private <Q, R> Stub<Q, R> forwarding(String operation, Stub<Q, R> stub) {
            return new Stub<>(stub.requestType(), request -> {
                asked = true;
                @SuppressWarnings("unchecked") // every world has the same stubs
                Stub<Q, R> present = (Stub<Q, R>) world.get(operation);
                return present.answer(request);
            });
        }

        void reset() {
            if (asked) {
                world = fresh();
                asked = false;
            }
        }

        MockEngine engine() {
            return engine;
        }
    }
}
