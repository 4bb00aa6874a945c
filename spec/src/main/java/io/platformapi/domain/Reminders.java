package io.platformapi.domain;

import static io.platformapi.domain.Present.asked;

import io.platformapi.model.ConnectionRequestResend;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reminds contacts of requests that they have not answered. */
final class Reminders {

    private final Store store;
    private final InstantSource clock;
    private final ReminderMail mail;

    Reminders(Store store, InstantSource clock, ReminderMail mail) {
        this.store = store;
        this.clock = clock;
        this.mail = mail;
    }

    void remind(ConnectionRequestResend resend) {
        store.write(transaction -> {
            Optional<InvitationMail> reminder = sentAgain(transaction, resend);
            reminder.ifPresent(transaction::send);
            return reminder;
        });
    }

    private Optional<InvitationMail> sentAgain(Transaction transaction, ConnectionRequestResend resend) {
        transaction.lock(List.of(asked(resend.contactId())));
        Connection request = pending(transaction, asked(resend.connectionRequestId()), asked(resend.contactId()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UUID receiver = request.receiver().contactId();
        transaction.lock(List.of(receiver));
        Contact reminded = Restraint.asked(transaction.contact(receiver).orElseThrow(), now);
        transaction.save(reminded);
        transaction.save(request.sentAgain(now));
        Contact sender = transaction.contact(asked(resend.contactId())).orElseThrow();
        return mail.about(sender, reminded, List.of(request), transaction.roles());
    }

    private static Connection pending(Transaction transaction, UUID requestId, UUID contactId) {
        Connection request = transaction.connection(requestId, contactId).orElseThrow(Refusals::noSuchRequest);
        if (!request.isSentBy(contactId)) {
            throw Refusals.sentBySomebodyElse();
        }
        if (!request.state().isPending()) {
            throw Refusals.noLongerPending();
        }
        return request;
    }
}
