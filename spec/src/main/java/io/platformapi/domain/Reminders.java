package io.platformapi.domain;

import io.platformapi.model.ConnectionRequestResend;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reminds contacts of requests that they have not answered, at most once in an hour. */
final class Reminders {

    private static final Duration INTERVAL = Duration.ofHours(1);

    private final Store store;
    private final Mail mail;
    private final InstantSource clock;

    Reminders(Store store, Mail mail, InstantSource clock) {
        this.store = store;
        this.mail = mail;
        this.clock = clock;
    }

    void remind(ConnectionRequestResend resend) {
        store.write(transaction -> sentAgain(transaction, resend)).ifPresent(mail::send);
    }

    private Optional<InvitationMail> sentAgain(Transaction transaction, ConnectionRequestResend resend) {
        transaction.lock(List.of(resend.contactId()));
        Connection request = pending(transaction, resend.connectionRequestId(), resend.contactId());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant earliest = request.lastSent().plus(INTERVAL);
        if (now.isBefore(earliest)) {
            throw Refused.tooSoon(Duration.between(now, earliest));
        }
        transaction.save(request.sentAgain(now));
        return Letters.about(transaction, List.of(request));
    }

    private static Connection pending(Transaction transaction, UUID requestId, UUID contactId) {
        Connection request = transaction
                .connection(requestId)
                .filter(connection -> connection.hasParty(contactId))
                .orElseThrow(Refusals::noSuchRequest);
        if (!request.isSentBy(contactId)) {
            throw Refusals.sentBySomebodyElse();
        }
        if (!request.state().isPending()) {
            throw Refusals.noLongerPending();
        }
        return request;
    }
}
