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
 */
record Turn(MockEngine engine, Session session, HttpRequest request, long began) {

    /** A request that begins now. */
    static Turn of(MockEngine engine, Session session, HttpRequest request) {
        return new Turn(engine, session, request, System.nanoTime());
    }

    Turn asking(HttpRequest other) {
        return new Turn(engine, session, other, began);
    }

    /** What the journal keeps of it. */
    JournalEntry entry(long number, Answered answered) {
        List<Violation> violations =
                answered.found().refusal().map(Refusal::violations).orElse(List.of());
        return new JournalEntry(
                number,
                Instant.now(),
                request,
                answered.response(),
                answered.found().operation(),
                answered.why(),
                Validity.of(answered.found().refusal(), answered.found().unrefused()),
                ViolationNote.of(violations, answered.found().breaches()),
                Duration.ofNanos(System.nanoTime() - began),
                Direction.RECEIVED);
    }
}
