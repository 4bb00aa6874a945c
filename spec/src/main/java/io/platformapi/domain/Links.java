package io.platformapi.domain;

import static io.platformapi.domain.ConnectionState.ACTIVE;
import static io.platformapi.domain.ConnectionState.IGNORED;
import static io.platformapi.domain.ConnectionState.PENDING;
import static io.platformapi.domain.Present.kept;

import io.platformapi.model.ContactConnectedLinksResponse;
import io.platformapi.model.ContactEmailAddress;
import io.platformapi.model.UserContactConnectionModel;
import io.platformapi.model.UserRoleModel;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Lists what links a contact to others: its roles, its connections and its address book. */
final class Links {

    private final Store store;

    Links(Store store) {
        this.store = store;
    }

    ContactConnectedLinksResponse of(UUID contactId) {
        return store.read(transaction -> {
            var perspective = new Perspective(transaction, contactId, open(transaction, contactId));
            return new ContactConnectedLinksResponse(
                    roles(transaction, contactId), connections(perspective), addressBook(perspective), null);
        });
    }

    /** What is active, or pending and not ignored by the contact. */
    private static List<Connection> open(Transaction transaction, UUID contactId) {
        return Stream.concat(
                        transaction.sent(contactId, Set.of(ACTIVE, PENDING, IGNORED), Requests.MOST).stream(),
                        transaction.received(contactId, Set.of(ACTIVE, PENDING), Requests.MOST).stream())
                .sorted(Connection.NEWEST_FIRST)
                .limit(Requests.MOST)
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

    private static List<UserContactConnectionModel> connections(Perspective perspective) {
        return perspective.connections().stream().map(perspective::linkOf).toList();
    }

    private static List<ContactEmailAddress> addressBook(Perspective perspective) {
        return perspective.connections().stream()
                .filter(connection -> connection.state() == ACTIVE)
                .map(perspective::otherParty)
                .distinct()
                .sorted(Comparator.comparing(Contact::fullName).thenComparing(Contact::id))
                .map(contact -> new ContactEmailAddress(
                        contact.id(),
                        contact.fullName(),
                        contact.emailAddress(),
                        contact.profile().photoUrl()))
                .toList();
    }
}
