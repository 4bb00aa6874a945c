package io.platformapi.domain;

import static io.platformapi.domain.ConnectionState.CANCELLED;
import static io.platformapi.domain.ConnectionState.WAITING;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What keeps contacts from being pestered: how often one is asked, and how much one may ask for (decision 0023). */
final class Restraint {

    /** Between two requests to one contact, whoever sends them, and whether they are new or sent again. */
    static final Duration INTERVAL = Duration.ofHours(1);

    /** Of the requests of one contact, pending or withdrawn a short while ago. */
    static final int MOST_OPEN = 1000;

    private static final Duration SHORT_WHILE = Duration.ofDays(1);

    private Restraint() {}

    /** The contact, once it is asked at this moment; refused if it was asked a moment ago, by whomever. */
    static Contact asked(Contact contact, Instant now) {
        if (contact.lastAsked() != null) {
            Duration wait = Duration.between(now, contact.lastAsked().plus(INTERVAL));
            if (wait.compareTo(Duration.ZERO) > 0) {
                throw Refused.tooSoon(wait.compareTo(INTERVAL) < 0 ? wait : INTERVAL);
            }
        }
        return contact.askedAt(now);
    }

    /** Refuses so many more requests if the contact has had too many lately; withdrawing makes no room at once. */
    static void checkRoom(Transaction transaction, UUID contactId, int more, Instant now) {
        int pending = transaction.countSent(contactId, WAITING, Instant.EPOCH, MOST_OPEN);
        int withdrawn = transaction.countSent(contactId, Set.of(CANCELLED), now.minus(SHORT_WHILE), MOST_OPEN);
        if (pending + withdrawn + more > MOST_OPEN) {
            throw Refused.tooMany(MOST_OPEN, INTERVAL);
        }
    }
}
