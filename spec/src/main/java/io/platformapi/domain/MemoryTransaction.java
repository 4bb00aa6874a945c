package io.platformapi.domain;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsFirst;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Everything there is, in maps by id. */
final class MemoryTransaction implements Transaction {

    private static final Comparator<ContactRole> LAST_TAKEN_UP_FIRST = comparing(
                    ContactRole::start, nullsFirst(Comparator.<Instant>naturalOrder()))
            .reversed()
            .thenComparing(ContactRole::id);
    private static final Comparator<Connection> NEWEST_FIRST =
            comparing(Connection::since).reversed().thenComparing(Connection::id);

    private final Map<UUID, Role> roles;
    private final Map<UUID, Contact> contacts;
    private final Map<UUID, ContactRole> contactRoles;
    private final Map<UUID, Connection> connections;

    MemoryTransaction() {
        this(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    private MemoryTransaction(
            Map<UUID, Role> roles,
            Map<UUID, Contact> contacts,
            Map<UUID, ContactRole> contactRoles,
            Map<UUID, Connection> connections) {
        this.roles = roles;
        this.contacts = contacts;
        this.contactRoles = contactRoles;
        this.connections = connections;
    }

    MemoryTransaction copy() {
        return new MemoryTransaction(
                new HashMap<>(roles), new HashMap<>(contacts), new HashMap<>(contactRoles), new HashMap<>(connections));
    }

    @Override
    public Optional<Contact> contact(UUID id) {
        return Optional.ofNullable(contacts.get(id));
    }

    @Override
    public Optional<Contact> contactByEmailAddress(String emailAddress) {
        return contacts.values().stream()
                .filter(contact -> emailAddress.equalsIgnoreCase(contact.emailAddress()))
                .findFirst();
    }

    @Override
    public Map<UUID, Contact> contacts(Collection<UUID> ids) {
        var found = new LinkedHashMap<UUID, Contact>();
        ids.forEach(id -> contact(id).ifPresent(contact -> found.put(id, contact)));
        return found;
    }

    @Override
    public Map<UUID, Role> roles() {
        return Map.copyOf(roles);
    }

    @Override
    public List<ContactRole> rolesOf(UUID contactId) {
        return contactRoles.values().stream()
                .filter(role -> role.contactId().equals(contactId))
                .sorted(LAST_TAKEN_UP_FIRST)
                .toList();
    }

    @Override
    public Optional<Connection> connection(UUID id) {
        return Optional.ofNullable(connections.get(id));
    }

    @Override
    public List<Connection> connectionsOf(UUID contactId) {
        return connections.values().stream()
                .filter(connection -> connection.hasParty(contactId))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** Nothing to do: writers take turns anyway. */
    @Override
    public void lock(Collection<UUID> contactIds) {}

    @Override
    public void save(Role role) {
        roles.put(role.id(), role);
    }

    @Override
    public void save(Contact contact) {
        contacts.put(contact.id(), contact);
    }

    @Override
    public void save(ContactRole role) {
        contactRoles.put(role.id(), role);
    }

    @Override
    public void save(Connection connection) {
        connections.put(connection.id(), connection);
    }
}
