package io.platformapi.domain;

import static io.platformapi.domain.ConnectionState.ACTIVE;
import static io.platformapi.domain.ConnectionState.IGNORED;
import static io.platformapi.domain.ConnectionState.PENDING;
import static io.platformapi.domain.Present.kept;

import io.platformapi.model.ContactConnectedLinksResponse;
import io.platformapi.model.ContactEmailAddress;
import io.platformapi.model.UserRoleModel;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Lists what links a contact to others: its roles, its connections and its address book. */
final class Links {

    private final Store store;

    Links(Store store) {
        this.store = store;
    }

    /**
     * The links, the connections in pages of so many. What a format has before them is taken from the first page, what
     * it has behind them from the last: the roles are in both, the address book, which no format has before them, in
     * the last.
     */
    Page<ContactConnectedLinksResponse> of(UUID contactId, int page) {
        return page(contactId, Walk.of(page, Requests.MOST), Map.of());
    }

    private Page<ContactConnectedLinksResponse> page(UUID contactId, Walk walk, Map<UUID, ContactEmailAddress> before) {
        return store.read(transaction -> {
            List<Connection> open = open(transaction, contactId, walk.stretch());
            var perspective = new Perspective(transaction, contactId, open);
            var known = new LinkedHashMap<>(before);
            addressBook(perspective, open).forEach(entry -> known.putIfAbsent(kept(entry.contactId()), entry));
            Optional<Walk> beyond = walk.beyond(open);
            var answer = new ContactConnectedLinksResponse(
                    walk.after().isEmpty() || beyond.isEmpty() ? roles(transaction, contactId) : List.of(),
                    open.stream().map(perspective::linkOf).toList(),
                    beyond.isEmpty() ? byName(known.values()) : List.of(),
                    null);
            return new Page<>(answer, beyond.map(next -> () -> page(contactId, next, known)));
        });
    }

    /** What is active, or pending and not ignored by the contact. */
    private static List<Connection> open(Transaction transaction, UUID contactId, Stretch stretch) {
        return Stream.concat(
                        transaction.sent(contactId, Set.of(ACTIVE, PENDING, IGNORED), stretch).stream(),
                        transaction.received(contactId, Set.of(ACTIVE, PENDING), stretch).stream())
                .sorted(Connection.NEWEST_FIRST)
                .limit(stretch.most())
                .toList();
    }

    private static List<UserRoleModel> roles(Transaction transaction, UUID contactId) {
        var roles = transaction.roles();
        return transaction.rolesOf(contactId).stream()
                .filter(ContactRole::isTakenUp)
                .limit(Requests.MOST)
                .map(held -> roleModel(held, kept(roles, held.roleId())))
                .toList();
    }

    private static UserRoleModel roleModel(ContactRole held, Role role) {
        return UserRoleModel.builder()
                .contactRoleId(held.id())
                .roleId(role.id())
                .roleName(role.name())
                .rolePrimaryImageURL(role.imageUrl())
                .rolePrimaryImageThumbnailURL(role.imageThumbnailUrl())
                .rolePrimaryImageId(role.imageId())
                .startDate(Objects.requireNonNull(held.start(), "only roles taken up are listed"))
                .endDate(held.end())
                .build();
    }

    private static List<ContactEmailAddress> byName(Collection<ContactEmailAddress> entries) {
        return entries.stream()
                .sorted(Comparator.comparing((ContactEmailAddress entry) -> kept(entry.contactName()))
                        .thenComparing(entry -> kept(entry.contactId())))
                .toList();
    }

    private static Stream<ContactEmailAddress> addressBook(Perspective perspective, List<Connection> connections) {
        return connections.stream()
                .filter(connection -> connection.state() == ACTIVE)
                .map(perspective::otherParty)
                .map(contact -> new ContactEmailAddress(
                        contact.id(),
                        contact.fullName(),
                        contact.emailAddress(),
                        contact.profile().photoUrl()));
    }
}
