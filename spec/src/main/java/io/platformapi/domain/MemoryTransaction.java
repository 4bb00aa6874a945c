package io.platformapi.domain;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsFirst;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything there is, by id and by what the rules ask for, and how to take back what was changed since. */
final class MemoryTransaction implements Transaction {

    private static final Comparator<ContactRole> LAST_TAKEN_UP_FIRST = comparing(
                    ContactRole::start, nullsFirst(Comparator.<Instant>naturalOrder()))
            .reversed()
            .thenComparing(ContactRole::id);

    /** Where the connections of a contact stand that are in one state. */
    private record Side(UUID contactId, ConnectionState state) {}

    /** Where the connections stand that one contact asked another for, and that are in one state. */
    private record Pair(UUID requestorId, UUID receiverId, ConnectionState state) {}

    private final Index<Contact, String> byAddress =
            new Index<>(contact -> key(contact.emailAddress()), comparing(Contact::id));
    private final Index<ContactRole, UUID> byHolder = new Index<>(ContactRole::contactId, LAST_TAKEN_UP_FIRST);
    private final Index<Connection, Side> sent =
            new Index<>(it -> new Side(it.requestor().contactId(), it.state()), Connection.NEWEST_FIRST);
    private final Index<Connection, Side> received =
            new Index<>(it -> new Side(it.receiver().contactId(), it.state()), Connection.NEWEST_FIRST);
    private final Index<Connection, Pair> byPair = new Index<>(MemoryTransaction::pair, Connection.NEWEST_FIRST);

    private final Shelf<Role> roles = new Shelf<>(Role::id, List.of());
    private final Shelf<Contact> contacts = new Shelf<>(Contact::id, List.of(byAddress));
    private final Shelf<ContactRole> contactRoles = new Shelf<>(ContactRole::id, List.of(byHolder));
    private final Shelf<Connection> connections = new Shelf<>(Connection::id, List.of(sent, received, byPair));
    private final List<InvitationMail> mail = new ArrayList<>();
    private final Deque<Runnable> changes = new ArrayDeque<>();

    private static Pair pair(Connection connection) {
        return new Pair(
                connection.requestor().contactId(), connection.receiver().contactId(), connection.state());
    }

    private static @Nullable String key(@Nullable String emailAddress) {
        return emailAddress == null ? null : emailAddress.toLowerCase(Locale.ROOT);
    }

    /** From now on what was changed is how things are; gives the mail that is to be sent. */
    List<InvitationMail> keep() {
        changes.clear();
        List<InvitationMail> due = List.copyOf(mail);
        mail.clear();
        return due;
    }

    /** Undoes what was changed since things were kept, the last change first. */
    void takeBack() {
        while (!changes.isEmpty()) {
            changes.pop().run();
        }
        mail.clear();
    }

    @Override
    public Optional<Contact> contact(UUID id) {
        return Optional.ofNullable(contacts.get(id));
    }

    @Override
    public Optional<Contact> contactEnteredBy(UUID entererId, UUID id) {
        return contact(id).filter(contact -> contact.isEnteredBy(entererId));
    }

    @Override
    public Optional<Contact> contactByEmailAddress(String emailAddress) {
        return byAddress.of(emailAddress.toLowerCase(Locale.ROOT)).stream().findFirst();
    }

    @Override
    public Map<UUID, Contact> contacts(Collection<UUID> ids) {
        var found = new LinkedHashMap<UUID, Contact>();
        ids.forEach(id -> contact(id).ifPresent(contact -> found.put(id, contact)));
        return found;
    }

    @Override
    public Map<UUID, Role> roles() {
        return roles.all().stream().collect(Collectors.toUnmodifiableMap(Role::id, Function.identity()));
    }

    @Override
    public List<ContactRole> rolesOf(UUID contactId) {
        return List.copyOf(byHolder.of(contactId));
    }

    @Override
    public Optional<Connection> connection(UUID id, UUID partyId) {
        return Optional.ofNullable(connections.get(id)).filter(it -> it.isSentBy(partyId) || it.isReceivedBy(partyId));
    }

    @Override
    public List<Connection> sent(UUID contactId, Set<ConnectionState> states, Stretch stretch) {
        return newest(sent, contactId, states, stretch);
    }

    @Override
    public List<Connection> received(UUID contactId, Set<ConnectionState> states, Stretch stretch) {
        return newest(received, contactId, states, stretch);
    }

    private static List<Connection> newest(
            Index<Connection, Side> index, UUID contactId, Set<ConnectionState> states, Stretch stretch) {
        return states.stream()
                .flatMap(state -> behind(stretch, index.of(new Side(contactId, state))).stream()
                        .limit(stretch.most()))
                .sorted(Connection.NEWEST_FIRST)
                .limit(stretch.most())
                .toList();
    }

    private static NavigableSet<Connection> behind(Stretch stretch, NavigableSet<Connection> all) {
        return stretch.after()
                .filter(last -> !all.isEmpty())
                .map(last -> all.tailSet(last, false))
                .orElse(all);
    }

    @Override
    public int countSent(UUID contactId, Set<ConnectionState> states, Instant after, int most) {
        return (int) states.stream()
                .flatMap(state -> sent.of(new Side(contactId, state)).stream()
                        .takeWhile(connection -> connection.since().isAfter(after)))
                .limit(most)
                .count();
    }

    @Override
    public List<Connection> between(UUID contactId, UUID otherId, Set<ConnectionState> states) {
        return states.stream()
                .flatMap(state -> between(contactId, otherId, state))
                .sorted(Connection.NEWEST_FIRST)
                .toList();
    }

    private Stream<Connection> between(UUID contactId, UUID otherId, ConnectionState state) {
        return Stream.of(new Pair(contactId, otherId, state), new Pair(otherId, contactId, state))
                .flatMap(pair -> byPair.of(pair).stream());
    }

    @Override
    public Set<UUID> partners(UUID contactId, ConnectionState state, Collection<UUID> others) {
        return others.stream()
                .filter(other -> between(contactId, other, state).findAny().isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public boolean isSharedBeyond(UUID contactId, UUID partnerId, Set<ConnectionState> states) {
        return states.stream()
                .map(state -> new Side(contactId, state))
                .flatMap(side -> Stream.concat(sent.of(side).stream(), received.of(side).stream()))
                .anyMatch(connection ->
                        !connection.otherThan(contactId).contactId().equals(partnerId));
    }

    /** Nothing to do: writers take turns anyway. */
    @Override
    public void lock(Collection<UUID> contactIds) {}

    @Override
    public void save(Role role) {
        changes.push(roles.put(role));
    }

    @Override
    public void save(Contact contact) {
        changes.push(contacts.put(contact));
    }

    @Override
    public void save(ContactRole role) {
        changes.push(contactRoles.put(role));
    }

    @Override
    public void save(Connection connection) {
        changes.push(connections.put(connection));
    }

    @Override
    public void send(InvitationMail invitation) {
        mail.add(invitation);
    }
}
