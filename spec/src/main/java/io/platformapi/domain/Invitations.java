package io.platformapi.domain;

import static io.platformapi.domain.ConnectionState.ACTIVE;
import static io.platformapi.domain.ConnectionState.IGNORED;
import static io.platformapi.domain.ConnectionState.PENDING;
import static io.platformapi.domain.ConnectionState.WAITING;
import static io.platformapi.domain.Present.asked;

import io.platformapi.model.InviteContact;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Invites contacts: by e-mail address, or a virtual contact to become real. One request for each role, all or none.
 *
 * <ol>
 *   <li>Who invites must have a role to invite in, and invite somebody else, in roles that there are.
 *   <li>Whom the invitation means is found.
 *   <li>Nothing may stand in the way between the two, and neither may have been asked, or have asked, too much.
 *   <li>The contact, the roles offered to it and the requests are stored.
 *   <li>With them is stored what whoever cannot sign in is told by mail.
 * </ol>
 */
final class Invitations {

    private final Store store;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final Invitees invitees;
    private final ReminderMail mail;

    Invitations(Store store, InstantSource clock, Supplier<UUID> ids, ReminderMail mail) {
        this.store = store;
        this.mail = mail;
        this.clock = clock;
        this.ids = ids;
        this.invitees = new Invitees(ids);
    }

    /** Makes the requests and tells the invited contact, whose id it gives. */
    UUID invite(InviteContact invitation) {
        return store.write(transaction -> invite(transaction, invitation));
    }

    private UUID invite(Transaction transaction, InviteContact invitation) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UUID inviterId = asked(invitation.contactId());
        transaction.lock(List.of(inviterId));
        Contact inviter = transaction.contact(inviterId).orElseThrow(Refusals::notYourContact);
        Optional<ContactRole> oldest = oldestRole(transaction, inviter.id(), now);
        Map<UUID, Role> known = transaction.roles();
        check(inviter, oldest, invitation, known.keySet());
        Contact found = invitees.of(transaction, invitation);
        Set<UUID> roles = new LinkedHashSet<>(invitation.roles());
        checkNothingStandsInTheWay(transaction, inviter.id(), found.id(), roles);
        Restraint.checkRoom(transaction, inviter.id(), roles.size(), now);
        Contact invited = Restraint.asked(found, now);
        transaction.save(invited);
        redirect(transaction, inviter.id(), invited.id(), invitation.emailAddress());
        Party party = Party.of(oldest.orElseThrow());
        List<Connection> requests = offered(transaction, invited.id(), roles).stream()
                .map(role -> Connection.request(ids.get(), party, Party.of(role), now, invitation.emailAddress()))
                .toList();
        requests.forEach(transaction::save);
        mail.about(inviter, invited, requests, known).ifPresent(transaction::send);
        return invited.id();
    }

    private static Optional<ContactRole> oldestRole(Transaction transaction, UUID contactId, Instant now) {
        return transaction.rolesOf(contactId).stream()
                .filter(role -> role.isHeldAt(now))
                .min(Comparator.comparing(ContactRole::start));
    }

    private static void check(
            Contact inviter, Optional<ContactRole> oldest, InviteContact invitation, Set<UUID> known) {
        var faults = new ArrayList<Mistake>();
        if (oldest.isEmpty()) {
            faults.add(Refusals.noRoleToInviteIn());
        }
        if (inviter.id().equals(invitation.toContactId())) {
            faults.add(Refusals.invitesItself("ToContactId"));
        } else if (invitation.toContactId() == null && inviter.isReachedAt(invitation.emailAddress())) {
            faults.add(Refusals.invitesItself("EmailAddress"));
        }
        invitation.roles().stream()
                .filter(role -> !known.contains(role))
                .distinct()
                .map(Refusals::unknownRole)
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
    }

    private static void checkNothingStandsInTheWay(
            Transaction transaction, UUID inviterId, UUID invitedId, Set<UUID> roles) {
        Set<ConnectionState> shared =
                transaction.between(inviterId, invitedId, Set.of(ACTIVE, PENDING, IGNORED)).stream()
                        .filter(connection ->
                                roles.contains(connection.sideOf(invitedId).roleId()))
                        .map(Connection::state)
                        .collect(Collectors.toSet());
        if (shared.contains(ACTIVE)) {
            throw Refusals.alreadyConnected();
        }
        if (!shared.isEmpty()) {
            throw Refusals.alreadyInvited();
        }
    }

    /** Requests that wait already go where the new ones go. */
    private static void redirect(Transaction transaction, UUID inviterId, UUID invitedId, String address) {
        transaction.between(inviterId, invitedId, WAITING).stream()
                .filter(request -> request.isSentBy(inviterId))
                .filter(request -> !address.equalsIgnoreCase(request.addressee()))
                .forEach(request -> transaction.save(request.to(address)));
    }

    /** The roles of the contact, offered to it now if it has never had them. */
    private List<ContactRole> offered(Transaction transaction, UUID contactId, Set<UUID> roles) {
        Map<UUID, ContactRole> held = transaction.rolesOf(contactId).stream()
                .collect(Collectors.toMap(
                        ContactRole::roleId, Function.identity(), (last, earlier) -> last, HashMap::new));
        List<ContactRole> offers = roles.stream()
                .filter(role -> !held.containsKey(role))
                .map(role -> ContactRole.offered(ids.get(), contactId, role))
                .toList();
        offers.forEach(transaction::save);
        offers.forEach(offer -> held.put(offer.roleId(), offer));
        return roles.stream().map(held::get).toList();
    }
}
