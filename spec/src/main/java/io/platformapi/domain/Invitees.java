package io.platformapi.domain;

import static io.platformapi.domain.ConnectionState.ACTIVE;
import static io.platformapi.domain.ConnectionState.IGNORED;
import static io.platformapi.domain.ConnectionState.PENDING;
import static io.platformapi.domain.ConnectionState.REMOVED;
import static io.platformapi.domain.Present.asked;

import io.platformapi.model.InviteContact;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Finds whom an invitation means, locked, with the address that the invitation gives; nothing is stored yet. */
final class Invitees {

    private static final Set<ConnectionState> SHARED = Set.of(PENDING, IGNORED, ACTIVE, REMOVED);

    private final Supplier<UUID> ids;

    Invitees(Supplier<UUID> ids) {
        this.ids = ids;
    }

    Contact of(Transaction transaction, InviteContact invitation) {
        return invitation.toContactId() == null ? whoever(transaction, invitation) : virtual(transaction, invitation);
    }

    /** Whoever reads mail at the address, a newcomer if nobody does. */
    private Contact whoever(Transaction transaction, InviteContact invitation) {
        return transaction
                .contactByEmailAddress(invitation.emailAddress())
                .map(known -> locked(transaction, known.id()))
                .orElseGet(() -> Contact.virtual(ids.get(), invitation.emailAddress(), asked(invitation.contactId())));
    }

    /**
     * The virtual contact that the invitation names. Contacts that others have entered are as good as missing, so that
     * nobody finds out what has become of them, nor leads their mail elsewhere.
     */
    private static Contact virtual(Transaction transaction, InviteContact invitation) {
        UUID id = asked(invitation.toContactId());
        UUID inviter = asked(invitation.contactId());
        boolean entered = transaction.contactEnteredBy(inviter, id).isPresent();
        boolean connected = !transaction.partners(inviter, ACTIVE, List.of(id)).isEmpty();
        if (!entered && !connected) {
            throw Refusals.noSuchContact();
        }
        Contact contact = locked(transaction, id);
        if (contact.type().isRegistered()) {
            throw Refusals.alreadyReal();
        }
        return contact.isReachedAt(invitation.emailAddress()) ? contact : redirected(transaction, contact, invitation);
    }

    private static Contact redirected(Transaction transaction, Contact contact, InviteContact invitation) {
        Optional<Contact> owner = transaction.contactByEmailAddress(invitation.emailAddress());
        if (owner.isPresent()
                || !contact.isEnteredBy(asked(invitation.contactId()))
                || transaction.isSharedBeyond(contact.id(), asked(invitation.contactId()), SHARED)) {
            throw Refusals.addressInUse();
        }
        return contact.withEmailAddress(invitation.emailAddress());
    }

    private static Contact locked(Transaction transaction, UUID id) {
        transaction.lock(List.of(id));
        return transaction.contact(id).orElseThrow();
    }
}
