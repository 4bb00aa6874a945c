package io.platformapi.mock;

import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.mock.journal.Direction;
import io.platformapi.mock.journal.JournalEntry;
import io.platformapi.mock.journal.Validity;
import io.platformapi.mock.journal.ViolationNote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A request on its way to its answer.
 *
 * @param began when, as {@link System#nanoTime} has it
 * @param unrefused whether the request keeps the document, where nothing was found to refuse it
 */
record Turn(MockEngine engine, Session session, HttpRequest request, long began, Validity unrefused) {

    /** A request that begins now, and is looked at as a whole. */
    static Turn of(MockEngine engine, Session session, HttpRequest request) {
        return new Turn(engine, session, request, System.nanoTime(), Validity.VALID);
    }

    /** The same of a request whose body nobody looks at. */
    Turn unread() {
        return new Turn(engine, session, request, began, Validity.UNDECIDED);
    }

    Turn asking(HttpRequest other) {
        return new Turn(engine, session, other, began, unrefused);
    }

    /** What the journal keeps of it. */
    JournalEntry entry(long number, Answered answered) {
        List<Violation> violations = answered.refusal().map(Refusal::violations).orElse(List.of());
        return new JournalEntry(
                number,
                Instant.now(),
                request,
                answered.response(),
                answered.operation(),
                answered.why(),
                Validity.of(answered.refusal(), unrefused),
                ViolationNote.of(violations, answered.breaches()),
                Duration.ofNanos(System.nanoTime() - began),
                Direction.RECEIVED);
    }
}
