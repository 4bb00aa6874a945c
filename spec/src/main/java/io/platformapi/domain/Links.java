package io.platformapi.domain;

import io.platformapi.model.ContactConnectedLinksResponse;
import io.platformapi.model.ContactEmailAddress;
import io.platformapi.model.UserContactConnectionModel;
import io.platformapi.model.UserRoleModel;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Lists what links a contact to others: its roles, its connections and its address book. */
final class Links {

    private final Store store;

    Links(Store store) {
        this.store = store;
    }

    ContactConnectedLinksResponse of(UUID contactId) {
        return store.read(transaction -> {
            var perspective = new Perspective(transaction, contactId);
            return new ContactConnectedLinksResponse(
                    roles(transaction, contactId), connections(perspective), addressBook(perspective), null);
        });
    }

    private static List<UserRoleModel> roles(Transaction transaction, UUID contactId) {
        var roles = transaction.roles();
        return transaction.rolesOf(contactId).stream()
                .filter(ContactRole::isTakenUp)
                .map(held -> roleModel(held, roles.get(held.roleId())))
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
                .startDate(held.start())
                .endDate(held.end())
                .build();
    }

    private static List<UserContactConnectionModel> connections(Perspective perspective) {
        return perspective.connections().stream()
                .filter(perspective::isOpen)
                .map(perspective::linkOf)
                .toList();
    }

    private static List<ContactEmailAddress> addressBook(Perspective perspective) {
        return perspective.connections().stream()
                .filter(connection -> connection.state() == ConnectionState.ACTIVE)
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
