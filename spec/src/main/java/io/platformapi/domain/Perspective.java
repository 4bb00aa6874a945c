package io.platformapi.domain;

import static io.platformapi.domain.ConnectionState.ACTIVE;
import static io.platformapi.domain.ConnectionState.REMOVED;

import io.platformapi.model.ContactConnectionModel;
import io.platformapi.model.ContactSummaryModel;
import io.platformapi.model.UserContactConnectionModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The connections of one contact, told as this contact sees them. */
final class Perspective {

    private final UUID viewer;
    private final List<Connection> connections;
    private final Map<UUID, Contact> contacts;
    private final Map<UUID, Role> roles;

    Perspective(Transaction transaction, UUID viewer) {
        this.viewer = viewer;
        this.connections = transaction.connectionsOf(viewer);
        this.contacts = transaction.contacts(everybodyIn(connections));
        this.roles = transaction.roles();
    }

    private static List<UUID> everybodyIn(List<Connection> connections) {
        return connections.stream()
                .flatMap(connection -> Stream.of(
                        connection.requestor().contactId(),
                        connection.receiver().contactId(),
                        connection.suggesterId()))
                .filter(id -> id != null)
                .distinct()
                .toList();
    }

    /** All of the viewer's connections and requests, the newest first. */
    List<Connection> connections() {
        return connections;
    }

    /** Active, or pending and not ignored by the viewer. */
    boolean isOpen(Connection connection) {
        ConnectionState seen = connection.seenBy(viewer);
        return seen == ACTIVE || seen == ConnectionState.PENDING;
    }

    Contact otherParty(Connection connection) {
        return contacts.get(connection.otherThan(viewer).contactId());
    }

    /** A connection or request, with a summary of the other party. */
    ContactConnectionModel of(Connection connection) {
        Party other = connection.otherThan(viewer);
        Party requestor = connection.requestor();
        ConnectionState state = connection.seenBy(viewer);
        return ContactConnectionModel.builder()
                .connectionId(connectionId(connection))
                .connectionRequestId(requestId(connection))
                .contact(summaryOf(other.contactId()))
                .contactRoleId(other.roleId())
                .contactRoleName(nameOf(other))
                .requestorContactId(requestor.contactId())
                .requestorContactName(contacts.get(requestor.contactId()).fullName())
                .requestorRoleId(requestor.roleId())
                .requestorRoleName(nameOf(requestor))
                .primaryRoleName(nameOf(other))
                .connectionStatusId(state.id())
                .connectionStatusName(state.title())
                .isConnectionRequest(state.isPending())
                .isIncoming(connection.isReceivedBy(viewer))
                .fromDate(connection.since())
                .suggesterContact(connection.suggesterId() == null ? null : summaryOf(connection.suggesterId()))
                .allowCancel(state.isPending() && connection.isSentBy(viewer))
                .allowRemove(state == ACTIVE)
                .build();
    }

    /** A connection or request, with both parties' roles. */
    UserContactConnectionModel linkOf(Connection connection) {
        Party own = connection.sideOf(viewer);
        Party other = connection.otherThan(viewer);
        Role ownRole = roles.get(own.roleId());
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
                .connectionContactName(contact.fullName())
                .connectionContactRoleName(nameOf(other))
                .connectionContactRoleId(other.contactRoleId())
                .connectionContactListItemRoleId(other.roleId())
                .contactTypeName(contact.type().title())
                .connectionContactPhotoURL(contact.profile().photoUrl())
                .isContactLicenseeRole(ownRole.isLicensee())
                .isConnectionLicenseeRole(roles.get(other.roleId()).isLicensee())
                .connectionStatusName(state.title())
                .connectionStatusId(state.id())
                .connectionId(connectionId(connection))
                .connectionRequestId(requestId(connection))
                .build();
    }

    private ContactSummaryModel summaryOf(UUID contactId) {
        Contact contact = contacts.get(contactId);
        Profile profile = contact.profile();
        return ContactSummaryModel.builder()
                .contactId(contact.id())
                .contactFullName(contact.fullName())
                .emailAddress(contact.emailAddress())
                .mobileNumber(profile.mobileNumber())
                .phoneNumber(profile.phoneNumber())
                .contactTypeId(contact.type().id())
                .profilePhotoUrl(profile.photoUrl())
                .profilePhotoThumbnailUrl(profile.photoThumbnailUrl())
                .description(profile.description())
                .employmentIndustry(profile.industry())
                .employmentRole(profile.occupation())
                .employmentGeographicArea(profile.area())
                .timezoneName(profile.timezone())
                .primaryAddress(profile.address())
                .isRemovedContact(isRemoved(contactId))
                .build();
    }

    /** Whether the viewer was connected with the contact, and is no longer. */
    private boolean isRemoved(UUID contactId) {
        var states = connections.stream()
                .filter(connection -> connection.hasParty(contactId))
                .map(Connection::state)
                .collect(Collectors.toSet());
        return states.contains(REMOVED) && !states.contains(ACTIVE);
    }

    private String nameOf(Party party) {
        return roles.get(party.roleId()).name();
    }

    private static @Nullable UUID connectionId(Connection connection) {
        return connection.state().isPending() ? null : connection.id();
    }

    private static @Nullable UUID requestId(Connection connection) {
        return connection.state().isPending() ? connection.id() : null;
    }
}
