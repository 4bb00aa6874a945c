package io.platformapi.domain;

import static io.platformapi.domain.ConnectionState.ACTIVE;
import static io.platformapi.domain.ConnectionState.REMOVED;

import io.platformapi.model.ContactSummaryModel;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one contact may know of others (decision 0022).
 *
 * <p>While two are connected, each sees what the other tells about themselves. Before and afterwards a request says no
 * more than whoever looks at it knows: who sent it sees the address that they typed, whoever may read mail there; who
 * received it sees by what name they are asked.
 */
final class Acquaintance {

    private final UUID viewer;
    private final Set<UUID> connected;
    private final Set<UUID> left;

    private Acquaintance(UUID viewer, Set<UUID> connected, Set<UUID> left) {
        this.viewer = viewer;
        this.connected = connected;
        this.left = left;
    }

    /** What the viewer may know of these others. */
    static Acquaintance of(Transaction transaction, UUID viewer, Collection<UUID> others) {
        return new Acquaintance(
                viewer, transaction.partners(viewer, ACTIVE, others), transaction.partners(viewer, REMOVED, others));
    }

    /** Whether the contact tells the viewer everything. */
    boolean isFull(Contact contact) {
        return connected.contains(contact.id()) || contact.id().equals(viewer);
    }

    /** What the other party of a connection is, as far as the viewer may know. */
    ContactType typeOf(Contact other, Connection connection) {
        return isFull(other) || connection.hasBegun() || connection.isReceivedBy(viewer)
                ? other.type()
                : ContactType.VIRTUAL_PERSON;
    }

    /** By what name the viewer may know the other party of a connection. */
    @Nullable
    String nameOf(Contact other, Connection connection) {
        if (isFull(other) || connection.isReceivedBy(viewer)) {
            return other.fullName();
        }
        return connection.addressee() == null ? null : Contact.nameOf(connection.addressee());
    }

    /** Where the other party's photo is, if the viewer may know. */
    @Nullable
    String photoOf(Contact other) {
        return isFull(other) ? other.profile().photoUrl() : null;
    }

    /** The summary of the other party of a connection. */
    ContactSummaryModel summaryOf(Contact other, Connection connection) {
        if (isFull(other)) {
            return full(other);
        }
        String address = connection.isSentBy(viewer) ? connection.addressee() : null;
        return minimal(other, nameOf(other, connection), typeOf(other, connection))
                .emailAddress(address)
                .build();
    }

    /** The summary of a contact who suggested a connection. */
    ContactSummaryModel summaryOfSuggester(Contact suggester) {
        return isFull(suggester)
                ? full(suggester)
                : minimal(suggester, suggester.fullName(), suggester.type()).build();
    }

    private ContactSummaryModel.Builder minimal(Contact contact, @Nullable String name, ContactType type) {
        return ContactSummaryModel.builder()
                .contactId(contact.id())
                .contactFullName(name)
                .contactTypeId(type.id())
                .isRemovedContact(hasLeft(contact));
    }

    private ContactSummaryModel full(Contact contact) {
        Profile profile = contact.profile();
        return minimal(contact, contact.fullName(), contact.type())
                .emailAddress(contact.emailAddress())
                .mobileNumber(profile.mobileNumber())
                .phoneNumber(profile.phoneNumber())
                .profilePhotoUrl(profile.photoUrl())
                .profilePhotoThumbnailUrl(profile.photoThumbnailUrl())
                .description(profile.description())
                .employmentIndustry(profile.industry())
                .employmentRole(profile.occupation())
                .employmentGeographicArea(profile.area())
                .timezoneName(profile.timezone())
                .primaryAddress(profile.address())
                .build();
    }

    /** Whether the viewer was connected with the contact, and is no longer. */
    private boolean hasLeft(Contact contact) {
        return left.contains(contact.id()) && !connected.contains(contact.id());
    }
}
