package io.platformapi.domain;

import static io.platformapi.domain.ConnectionState.ACTIVE;
import static io.platformapi.domain.Present.kept;

import io.platformapi.model.ContactConnectionModel;
import io.platformapi.model.UserContactConnectionModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Some connections of one contact, told as this contact sees them. */
final class Perspective {

    private final UUID viewer;
    private final Map<UUID, Contact> contacts;
    private final Map<UUID, Role> roles;
    private final Acquaintance acquaintance;

    /** @param connections some that the viewer is a party of */
    Perspective(Transaction transaction, UUID viewer, List<Connection> connections) {
        List<UUID> others = everybodyToldOf(viewer, connections);
        this.viewer = viewer;
        this.contacts = transaction.contacts(others);
        this.roles = transaction.roles();
        this.acquaintance = Acquaintance.of(transaction, viewer, others);
    }

    private static List<UUID> everybodyToldOf(UUID viewer, List<Connection> connections) {
        return connections.stream()
                .flatMap(connection -> Stream.of(
                        connection.requestor().contactId(),
                        connection.otherThan(viewer).contactId(),
                        connection.suggesterId()))
                .filter(id -> id != null)
                .distinct()
                .toList();
    }

    Contact otherParty(Connection connection) {
        return kept(contacts, connection.otherThan(viewer).contactId());
    }

    /** What the other party is, as far as the viewer may know. */
    ContactType otherType(Connection connection) {
        return acquaintance.typeOf(otherParty(connection), connection);
    }

    /** A connection or request, with a summary of the other party. */
    ContactConnectionModel of(Connection connection) {
        Party other = connection.otherThan(viewer);
        Party requestor = connection.requestor();
        ConnectionState state = connection.seenBy(viewer);
        return ContactConnectionModel.builder()
                .connectionId(connectionId(connection))
                .connectionRequestId(requestId(connection))
                .contact(acquaintance.summaryOf(otherParty(connection), connection))
                .contactRoleId(other.roleId())
                .contactRoleName(nameOf(other))
                .requestorContactId(requestor.contactId())
                .requestorContactName(kept(contacts, requestor.contactId()).fullName())
                .requestorRoleId(requestor.roleId())
                .requestorRoleName(nameOf(requestor))
                .primaryRoleName(nameOf(other))
                .connectionStatusId(state.id())
                .connectionStatusName(state.title())
                .isConnectionRequest(state.isPending())
                .isIncoming(connection.isReceivedBy(viewer))
                .fromDate(connection.since())
                .suggesterContact(
                        connection.suggesterId() == null
                                ? null
                                : acquaintance.summaryOfSuggester(kept(contacts, connection.suggesterId())))
                .allowCancel(state.isPending() && connection.isSentBy(viewer))
                .allowRemove(state == ACTIVE)
                .build();
    }

    /** A connection or request, with both parties' roles. */
    UserContactConnectionModel linkOf(Connection connection) {
        Party own = connection.sideOf(viewer);
        Party other = connection.otherThan(viewer);
        Role ownRole = kept(roles, own.roleId());
        Contact contact = otherParty(connection);
        ConnectionState state = connection.seenBy(viewer);
        return UserContactConnectionModel.builder()
                .contactRoleId(own.contactRoleId())
                .contactRoleName(ownRole.name())
                .contactListItemRoleId(own.roleId())
                .contactRolePrimaryImageURL(ownRole.imageUrl())
                .contactRolePrimaryImageThumbnailURL(ownRole.imageThumbnailUrl())
                .contactRolePrimaryImageId(ownRole.imageId())
                .connectionContactId(contact.id())
                .connectionContactName(acquaintance.nameOf(contact, connection))
                .connectionContactRoleName(nameOf(other))
                .connectionContactRoleId(other.contactRoleId())
                .connectionContactListItemRoleId(other.roleId())
                .contactTypeName(otherType(connection).title())
                .connectionContactPhotoURL(acquaintance.photoOf(contact))
                .isContactLicenseeRole(ownRole.isLicensee())
                .isConnectionLicenseeRole(kept(roles, other.roleId()).isLicensee())
                .connectionStatusName(state.title())
                .connectionStatusId(state.id())
                .connectionId(connectionId(connection))
                .connectionRequestId(requestId(connection))
                .build();
    }

    private String nameOf(Party party) {
        return kept(roles, party.roleId()).name();
    }

    private static @Nullable UUID connectionId(Connection connection) {
        return connection.state().isPending() ? null : connection.id();
    }

    private static @Nullable UUID requestId(Connection connection) {
        return connection.state().isPending() ? connection.id() : null;
    }
}
