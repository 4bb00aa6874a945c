package io.platformapi.domain;

import static io.platformapi.domain.ConnectionState.ACTIVE;

import io.platformapi.model.InviteContact;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Invites contacts: by e-mail address, or a virtual contact to become real. One request for each role, all or none. */
final class Invitations {

    private record Sent(UUID contactId, Optional<InvitationMail> mail) {}

    private final Store store;
    private final Mail mail;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    Invitations(Store store, Mail mail, InstantSource clock, Supplier<UUID> ids) {
        this.store = store;
        this.mail = mail;
        this.clock = clock;
        this.ids = ids;
    }

    /** Makes the requests and tells the invited contact, whose id it gives. */
    UUID invite(InviteContact invitation) {
        Sent sent = store.write(transaction -> invite(transaction, invitation));
        sent.mail().ifPresent(mail::send);
        return sent.contactId();
    }

    private Sent invite(Transaction transaction, InviteContact invitation) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        transaction.lock(List.of(invitation.contactId()));
        Party inviter = checkedInviter(transaction, invitation, now);
        Contact invited =
                invitation.toContactId() == null ? whoever(transaction, invitation) : virtual(transaction, invitation);
        transaction.lock(List.of(invited.id()));
        Set<UUID> roles = new LinkedHashSet<>(invitation.roles());
        checkNothingStandsInTheWay(transaction, inviter, invited, roles);
        List<Connection> requests = roles.stream()
                .map(role -> Connection.request(ids.get(), inviter, offered(transaction, invited, role), now))
                .toList();
        requests.forEach(transaction::save);
        return new Sent(invited.id(), Letters.about(transaction, requests));
    }

    private static Party checkedInviter(Transaction transaction, InviteContact invitation, Instant now) {
        Contact inviter = transaction.contact(invitation.contactId()).orElseThrow(Refusals::notYourContact);
        Optional<ContactRole> oldest = transaction.rolesOf(inviter.id()).stream()
                .filter(role -> role.isHeldAt(now))
                .min(Comparator.comparing(ContactRole::start));
        var faults = new ArrayList<Fault>();
        if (oldest.isEmpty()) {
            faults.add(Refusals.noRoleToInviteIn());
        }
        if (inviter.id().equals(invitation.toContactId())) {
            faults.add(Refusals.invitesItself("ToContactId"));
        } else if (invitation.toContactId() == null
                && invitation.emailAddress().equalsIgnoreCase(inviter.emailAddress())) {
            faults.add(Refusals.invitesItself("EmailAddress"));
        }
        Map<UUID, Role> known = transaction.roles();
        invitation.roles().stream()
                .filter(role -> !known.containsKey(role))
                .distinct()
                .map(Refusals::unknownRole)
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
        return Party.of(oldest.orElseThrow());
    }

    /** Whoever reads mail at the address, entered now if nobody does. */
    private Contact whoever(Transaction transaction, InviteContact invitation) {
        return transaction.contactByEmailAddress(invitation.emailAddress()).orElseGet(() -> {
            Contact newcomer = Contact.virtual(ids.get(), invitation.emailAddress(), invitation.contactId());
            transaction.save(newcomer);
            return newcomer;
        });
    }

    /** The virtual contact that the invitation names, from now on with the address that it gives. */
    private static Contact virtual(Transaction transaction, InviteContact invitation) {
        Contact contact = transaction
                .contact(invitation.toContactId())
                .filter(known -> isKnownTo(transaction, known, invitation.contactId()))
                .orElseThrow(Refusals::noSuchContact);
        if (contact.type().isRegistered()) {
            throw Refusals.alreadyReal();
        }
        Optional<Contact> owner = transaction.contactByEmailAddress(invitation.emailAddress());
        if (owner.isPresent() && !owner.get().id().equals(contact.id())) {
            throw Refusals.addressOfSomebodyElse();
        }
        Contact reachable = contact.withEmailAddress(invitation.emailAddress());
        transaction.save(reachable);
        return reachable;
    }

    private static boolean isKnownTo(Transaction transaction, Contact contact, UUID inviterId) {
        return inviterId.equals(contact.enteredBy())
                || transaction.connectionsOf(inviterId).stream().anyMatch(shared -> shared.hasParty(contact.id()));
    }

    private static void checkNothingStandsInTheWay(
            Transaction transaction, Party inviter, Contact invited, Set<UUID> roles) {
        List<Connection> shared = transaction.connectionsOf(inviter.contactId()).stream()
                .filter(connection -> connection.hasParty(invited.id()))
                .filter(connection ->
                        roles.contains(connection.sideOf(invited.id()).roleId()))
                .toList();
        if (shared.stream().anyMatch(connection -> connection.state() == ACTIVE)) {
            throw Refusals.alreadyConnected();
        }
        if (shared.stream().anyMatch(connection -> connection.state().isPending())) {
            throw Refusals.alreadyInvited();
        }
    }

    /** The contact in the role, which is offered to it if it has never had it. */
    private Party offered(Transaction transaction, Contact contact, UUID roleId) {
        ContactRole role = transaction.rolesOf(contact.id()).stream()
                .filter(known -> known.roleId().equals(roleId))
                .findFirst()
                .orElseGet(() -> {
                    ContactRole offer = ContactRole.offered(ids.get(), contact.id(), roleId);
                    transaction.save(offer);
                    return offer;
                });
        return Party.of(role);
    }
}
