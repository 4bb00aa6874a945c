package io.platformapi.server.kill;

import io.platformapi.domain.Connection;
import io.platformapi.domain.ConnectionState;
import io.platformapi.domain.Contact;
import io.platformapi.domain.ContactRole;
import io.platformapi.domain.ContactType;
import io.platformapi.domain.Party;
import io.platformapi.domain.Profile;
import io.platformapi.domain.Role;
import io.platformapi.domain.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * A world in which much can be changed: each of its contacts has requests to withdraw, requests to send again and
 * connections to end, and three roles to invite newcomers in.
 */
final class Seeds {

    static final List<UUID> ROLES = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");

    private static final int OF_EACH_KIND = 8;

    private final Random random;
    private final Transaction transaction;

    Seeds(Random random, Transaction transaction) {
        this.random = random;
        this.transaction = transaction;
    }

    /** Enters contacts for so many clients, and gives what each can change, in random order. */
    List<List<Change>> enter(int clients, int contactsEach) {
        ROLES.forEach(id -> transaction.save(new Role(id, "Role " + id, false, null, null, null)));
        List<Party> others = new ArrayList<>();
        for (int i = 0; i < 2 * OF_EACH_KIND; i++) {
            others.add(somebody(ContactType.REAL_PERSON));
        }
        List<List<Change>> changes = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            List<Change> own = new ArrayList<>();
            for (int contact = 0; contact < contactsEach; contact++) {
                own.addAll(ofOneContact(others));
            }
            Collections.shuffle(own, random);
            changes.add(own);
        }
        return changes;
    }

    private List<Change> ofOneContact(List<Party> others) {
        Party contact = somebody(ContactType.REAL_PERSON);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < OF_EACH_KIND; i++) {
            UUID id = contact.contactId();
            UUID withdrawn = entered(contact, others.get(2 * i), ConnectionState.PENDING);
            UUID ended = entered(contact, others.get(2 * i + 1), ConnectionState.ACTIVE);
            // whom nobody else asks, and who is sent a mail
            UUID sentAgain = entered(contact, somebody(ContactType.VIRTUAL_PERSON), ConnectionState.PENDING);
            changes.add(new Change.End(id, withdrawn, "CANCELLED"));
            changes.add(new Change.End(id, ended, "REMOVED"));
            changes.add(new Change.Reminder(id, sentAgain));
            changes.add(invitation(id, 1));
            changes.add(invitation(id, 3));
        }
        return changes;
    }

    private static Change invitation(UUID inviter, int roles) {
        return new Change.Invitation(inviter, UUID.randomUUID() + "@example.org", Set.copyOf(ROLES.subList(0, roles)));
    }

    private Party somebody(ContactType type) {
        UUID id = UUID.randomUUID();
        transaction.save(new Contact(id, type, "Somebody", id + "@example.com", null, Profile.EMPTY));
        var role = new ContactRole(UUID.randomUUID(), id, ROLES.get(0), LONG_AGO, null);
        transaction.save(role);
        return new Party(id, role.id(), role.roleId());
    }

    private UUID entered(Party requestor, Party receiver, ConnectionState state) {
        UUID id = UUID.randomUUID();
        transaction.save(new Connection(id, requestor, receiver, state, null, LONG_AGO, LONG_AGO, null));
        return id;
    }
}
