package io.platformapi.mock.junit;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.mock.ListeningMock;
import io.platformapi.mock.MockOptions;
import io.platformapi.mock.MockSession;
import io.platformapi.mock.journal.JournalEntry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A mock of a document for the tests of a class, each of which has a session of its own; tests may run in parallel.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final MockExtension mock = MockExtension.of("openapi.yaml");
 *
 * @Test
 * void invitesOnce() {
 *     new Client(mock.address()).invite("ada@example.com");
 *
 *     mock.verify("inviteContact", 1);
 * }
 * }</pre>
 *
 * <p>Register it in a static field. What a test asks it, is asked on the thread of the test.
 */
public final class MockExtension implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

    private final String document;
    private final MockOptions options;
    private final ThreadLocal<@Nullable MockSession> current = new ThreadLocal<>();
    private volatile @Nullable ListeningMock mock;

    private MockExtension(String document, MockOptions options) {
        this.document = document;
        this.options = options;
    }

    /**
     * A mock of a document.
     *
     * @param document a file or an address
     */
    public static MockExtension of(String document) {
        return new MockExtension(document, MockOptions.usual());
    }

    /** The same with other options. */
    public MockExtension with(MockOptions others) {
        return new MockExtension(document, others);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        mock = ListeningMock.start(
                new ContractReader(Access.SAME_ORIGIN).read(document),
                options,
                InetSocketAddress.createUnresolved("127.0.0.1", 0));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ListeningMock started = mock;
        if (started == null) {
            throw new IllegalStateException("register the mock in a static field");
        }
        current.set(started.session(UUID.randomUUID().toString()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        MockSession session = current.get();
        if (session != null) {
            session.reset();
        }
        current.remove();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ListeningMock started = mock;
        if (started != null) {
            started.close();
        }
    }

    /** The session of the test that runs on this thread. */
    public MockSession session() {
        MockSession session = current.get();
        if (session == null) {
            throw new IllegalStateException("no test runs on this thread");
        }
        return session;
    }

    /** Where this test sends its requests to. */
    public URI address() {
        return session().address();
    }

    /** What this test has asked. */
    public List<JournalEntry> requests() {
        return session().requests();
    }

    /** What the mock has sent by itself because of this test, callbacks and webhooks, and what came back. */
    public List<JournalEntry> calls() {
        return session().calls();
    }

    /** Answers an operation with a documented status, for the rest of this test. */
    public void answer(String operation, int status) {
        session().answer(operation, status);
    }

    /** Answers an operation with an example, for the rest of this test. */
    public void answer(String operation, String example) {
        session().answer(operation, example);
    }

    /** Requires that this test has asked for an operation so often. */
    public void verify(String operation, int times) {
        session().verify(operation, times);
    }

    /** The same of requests whose JSON body has some values, by JSON pointer. */
    public void verify(String operation, Map<String, JsonNode> body, int times) {
        session().verify(operation, body, times);
    }

    /** Requires that this test has asked nothing that the document does not allow. */
    public void verifyThatAllWasValid() {
        session().verifyThatAllWasValid();
    }
}
