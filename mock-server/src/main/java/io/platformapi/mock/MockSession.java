package io.platformapi.mock;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.mock.journal.Direction;
import io.platformapi.mock.journal.JournalEntry;
import io.platformapi.mock.journal.Redaction;
import io.platformapi.mock.journal.RequestPattern;
import io.platformapi.mock.journal.Validity;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A mock of one's own behind a shared one, for one test: what is asked at its address it alone remembers, and what is
 * said here concerns that alone. Safe for many threads.
 */
public final class MockSession {

    private static final Optional<Direction> RECEIVED = Optional.of(Direction.RECEIVED);

    private final Contract contract;
    private final Session session;
    private final URI address;

    MockSession(Contract contract, Session session, URI address) {
        this.contract = contract;
        this.session = session;
        this.address = address;
    }

    /** Where to send requests to; the document's paths are appended. Without a slash at the end. */
    public URI address() {
        return address;
    }

    /** What was asked and answered, the oldest first. */
    public List<JournalEntry> requests() {
        return entries(Direction.RECEIVED);
    }

    /** What the mock sent by itself, callbacks and webhooks, and what came back; the oldest first. */
    public List<JournalEntry> calls() {
        return entries(Direction.SENT);
    }

    private List<JournalEntry> entries(Direction direction) {
        return session.journal().entries().stream()
                .filter(entry -> entry.direction() == direction)
                .toList();
    }

    /**
     * Answers an operation with a documented status from now on.
     *
     * @throws IllegalArgumentException if the document has no such operation, or not that status of it
     */
    public void answer(String operation, int status) {
        answer(operation, new Preference(Optional.of(status), Optional.empty(), false, Optional.empty()));
    }

    /**
     * Answers an operation with an example from now on.
     *
     * @throws IllegalArgumentException if the document has no such operation, or not that example of it
     */
    public void answer(String operation, String example) {
        answer(operation, new Preference(Optional.empty(), Optional.of(example), false, Optional.empty()));
    }

    private void answer(String id, Preference preference) {
        Choices.problem(contract.operation(id).orElseThrow(() -> unknown(id)), preference)
                .ifPresent(problem -> {
                    throw new IllegalArgumentException(problem);
                });
        session.answerFromNowOn(id, new StandingAnswer(preference, 0));
    }

    /**
     * Requires that an operation was asked for so often.
     *
     * @throws AssertionError if it was not, with the requests that come nearest
     * @throws IllegalArgumentException if the document has no such operation
     */
    public void verify(String operation, int times) {
        verify(operation, Map.of(), times);
    }

    /**
     * The same of requests whose JSON body has some values.
     *
     * @param body values by JSON pointer
     */
    public void verify(String operation, Map<String, JsonNode> body, int times) {
        contract.operation(operation).orElseThrow(() -> unknown(operation));
        Map<JsonPointer, JsonNode> values = body.entrySet().stream()
                .collect(Collectors.toMap(entry -> JsonPointer.compile(entry.getKey()), Map.Entry::getValue));
        expect(
                new RequestPattern(
                        Optional.of(operation), Optional.empty(), Optional.empty(), values, Map.of(), RECEIVED),
                times,
                operation + ": ");
    }

    /**
     * Requires that nothing was asked that the document does not allow.
     *
     * @throws AssertionError if something was
     */
    public void verifyThatAllWasValid() {
        expect(
                new RequestPattern(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Validity.INVALID),
                        Map.of(),
                        Map.of(),
                        RECEIVED),
                0,
                "invalid: ");
    }

    private void expect(RequestPattern pattern, int times, String what) {
        JsonNode verdict = new ExpectedRequests(pattern, new ExpectedRequests.Count(times, times))
                .verdict(requests(), Redaction.of(contract));
        if (!verdict.path("passes").asBoolean()) {
            String nearest = StreamSupport.stream(verdict.path("nearest").spliterator(), false)
                    .map(each ->
                            System.lineSeparator() + "  " + each.path("method").asText() + " "
                                    + each.path("target").asText() + ": " + each.path("misses"))
                    .collect(Collectors.joining());
            throw new AssertionError(what + verdict.path("message").asText() + nearest);
        }
    }

    /** Forgets everything: is as new. */
    public void reset() {
        session.reset();
    }

    private static IllegalArgumentException unknown(String operation) {
        return new IllegalArgumentException("the document has no operation '" + operation + "'");
    }
}
