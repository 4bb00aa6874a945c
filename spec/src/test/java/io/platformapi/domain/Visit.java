package io.platformapi.domain;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.platformapi.model.ConnectionRequestResend;
import io.platformapi.model.ConnectionStatusUpdate;
import io.platformapi.model.ContactConnectedLinks;
import io.platformapi.model.ContactConnectionModel;
import io.platformapi.model.ContactSummaryModel;
import io.platformapi.model.GetConnectionRequests;
import io.platformapi.model.InviteContact;
import io.platformapi.model.UserContactConnectionModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The world of the examples at one moment, and what its contacts do there: every caller may act for everybody. */
final class Visit {

    static final Caller ANYBODY = contact -> true;
    static final UUID CLIENT = ExampleWorld.roleId(3);
    static final UUID ACCOUNTANT = ExampleWorld.roleId(4);

    final List<InvitationMail> sent = new ArrayList<>();
    final Store store;
    final Platform platform;
    private Instant now = Instant.parse("2026-11-22T09:30:00Z");

    Visit() {
        this.store = new MemoryStore(sent::add);
        this.platform = new Platform(store, () -> now, UUID::randomUUID);
        ExampleWorld.enter(store);
    }

    Instant now() {
        return now;
    }

    void waits(Duration time) {
        now = now.plus(time);
    }

    UUID invite(UUID inviter, String address, UUID... roles) {
        return platform.inviteContact(ANYBODY, new InviteContact(inviter, null, address, Arrays.asList(roles)))
                .contactId();
    }

    UUID inviteById(UUID inviter, UUID invited, String address, UUID... roles) {
        return platform.inviteVirtualContact(
                        ANYBODY, new InviteContact(inviter, invited, address, Arrays.asList(roles)))
                .contactId();
    }

    void resend(UUID request, UUID sender) {
        platform.resendConnectionRequest(ANYBODY, new ConnectionRequestResend(request, sender));
    }

    void cancel(UUID connection, UUID contact, ContactType type, UUID role) {
        platform.cancelConnection(ANYBODY, new ConnectionStatusUpdate(connection, contact, type.id(), role));
    }

    void remove(UUID connection, UUID contact, ContactType type, UUID role) {
        platform.removeConnection(ANYBODY, new ConnectionStatusUpdate(connection, contact, type.id(), role));
    }

    /** What an acceptance, which has no operation here, does. */
    void accepts(UUID receiver, UUID request) {
        store.write(transaction -> {
            Connection pending = transaction.connection(request, receiver).orElseThrow();
            transaction.save(pending.in(ConnectionState.ACTIVE));
            return pending;
        });
    }

    List<ContactConnectionModel> sentBy(UUID contact, ContactType... types) {
        return platform.listSentConnectionRequests(ANYBODY, requests(contact, types))
                .connectionRequests();
    }

    List<ContactConnectionModel> receivedBy(UUID contact, ContactType... types) {
        return platform.listReceivedConnectionRequests(ANYBODY, requests(contact, types))
                .connectionRequests();
    }

    ContactConnectionModel sent(UUID sender, UUID receiver) {
        return sentBy(sender).stream()
                .filter(request -> request.contact().contactId().equals(receiver))
                .findFirst()
                .orElseThrow();
    }

    ContactSummaryModel asked(UUID sender, UUID receiver) {
        return sent(sender, receiver).contact();
    }

    List<UserContactConnectionModel> linksOf(UUID contact) {
        return platform.listContactLinks(ANYBODY, new ContactConnectedLinks(contact))
                .contactConnections();
    }

    static Refused refusalOf(ThrowingCallable call) {
        return catchThrowableOfType(Refused.class, call);
    }

    private static GetConnectionRequests requests(UUID contact, ContactType... types) {
        ContactType[] wanted = types.length == 0 ? ContactType.values() : types;
        return new GetConnectionRequests(
                contact, Arrays.stream(wanted).map(ContactType::id).toList(), true);
    }
}
