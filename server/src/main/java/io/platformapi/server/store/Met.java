package io.platformapi.server.store;

import io.platformapi.domain.ConnectionState;
import io.platformapi.domain.Contact;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whom the lists of one contact have told of within one transaction, and how the contact stands to them: so that nobody
 * asks for it once more. For one thread.
 */
final class Met {

    private final UUID viewer;
    private final Map<UUID, Contact> contacts = new HashMap<>();
    private final Set<UUID> connected = new HashSet<>();
    private final Set<UUID> left = new HashSet<>();

    /** @param viewer whose lists they are */
    Met(UUID viewer) {
        this.viewer = viewer;
    }

    boolean isOf(UUID contactId) {
        return viewer.equals(contactId);
    }

    void add(Contact contact, boolean isConnected, boolean wasConnected) {
        contacts.put(contact.id(), contact);
        if (isConnected) {
            connected.add(contact.id());
        }
        if (wasConnected) {
            left.add(contact.id());
        }
    }

    /** Those of the contacts that were met. */
    Map<UUID, Contact> among(Collection<UUID> ids) {
        Map<UUID, Contact> among = new HashMap<>();
        for (UUID id : ids) {
            Contact contact = contacts.get(id);
            if (contact != null) {
                among.put(id, contact);
            }
        }
        return among;
    }

    /** Those of the others that were met who are the viewer's partners in a state; empty if that was not told. */
    Optional<Set<UUID>> partners(ConnectionState state, Collection<UUID> others) {
        if (state != ConnectionState.ACTIVE && state != ConnectionState.REMOVED) {
            return Optional.empty();
        }
        Set<UUID> all = state == ConnectionState.ACTIVE ? connected : left;
        Set<UUID> among = new HashSet<>();
        for (UUID other : others) {
            if (contacts.containsKey(other) && all.contains(other)) {
                among.add(other);
            }
        }
        return Optional.of(among);
    }

    /** Those of the others who were not met. */
    Set<UUID> missing(Collection<UUID> others) {
        Set<UUID> missing = new HashSet<>(others);
        missing.removeAll(contacts.keySet());
        return missing;
    }
}
