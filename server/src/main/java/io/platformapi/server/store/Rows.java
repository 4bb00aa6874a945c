package io.platformapi.server.store;

import static io.platformapi.server.store.Table.Column.key;
import static io.platformapi.server.store.Table.Column.of;

import io.platformapi.domain.Connection;
import io.platformapi.domain.ConnectionState;
import io.platformapi.domain.Contact;
import io.platformapi.domain.ContactRole;
import io.platformapi.domain.ContactType;
import io.platformapi.domain.Party;
import io.platformapi.domain.Profile;
import io.platformapi.domain.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the rows of the tables mean. */
final class Rows {

    static final Table<Role> ROLES = new Table<>(
            "roles",
            Rows::role,
            Role::id,
            List.of(
                    of("name", Role::name),
                    of("is_licensee", Role::isLicensee),
                    of("image_url", Role::imageUrl),
                    of("image_thumbnail_url", Role::imageThumbnailUrl),
                    of("image_id", Role::imageId)));

    static final Table<Contact> CONTACTS = new Table<>(
            "contacts",
            Rows::contact,
            Contact::id,
            List.of(
                    of("type", contact -> contact.type().name()),
                    of("full_name", Contact::fullName),
                    of("email_address", Contact::emailAddress),
                    key("email_key", contact -> lowered(contact.emailAddress())),
                    of("entered_by", Contact::enteredBy),
                    of("mobile_number", contact -> contact.profile().mobileNumber()),
                    of("phone_number", contact -> contact.profile().phoneNumber()),
                    of("photo_url", contact -> contact.profile().photoUrl()),
                    of("photo_thumbnail_url", contact -> contact.profile().photoThumbnailUrl()),
                    of("description", contact -> contact.profile().description()),
                    of("industry", contact -> contact.profile().industry()),
                    of("occupation", contact -> contact.profile().occupation()),
                    of("area", contact -> contact.profile().area()),
                    of("timezone", contact -> contact.profile().timezone()),
                    of("address", contact -> contact.profile().address()),
                    of("last_asked", Contact::lastAsked)));

    static final Table<ContactRole> CONTACT_ROLES = new Table<>(
            "contact_roles",
            Rows::contactRole,
            ContactRole::id,
            List.of(
                    of("contact_id", ContactRole::contactId),
                    of("role_id", ContactRole::roleId),
                    of("start_date", ContactRole::start),
                    of("end_date", ContactRole::end)));

    static final Table<Connection> CONNECTIONS = new Table<>(
            "connections",
            Rows::connection,
            Connection::id,
            List.of(
                    of("requestor_contact_id", it -> it.requestor().contactId()),
                    of("requestor_contact_role_id", it -> it.requestor().contactRoleId()),
                    of("requestor_role_id", it -> it.requestor().roleId()),
                    of("receiver_contact_id", it -> it.receiver().contactId()),
                    of("receiver_contact_role_id", it -> it.receiver().contactRoleId()),
                    of("receiver_role_id", it -> it.receiver().roleId()),
                    of("state", it -> it.state().name()),
                    of("suggester_id", Connection::suggesterId),
                    of("since", Connection::since),
                    of("last_sent", Connection::lastSent),
                    of("addressee", Connection::addressee)));

    private Rows() {}

    private static Role role(Cells row) throws SQLException {
        return new Role(row.id(), row.text(), row.truth(), row.textOrNull(), row.textOrNull(), row.idOrNull());
    }

    private static Contact contact(Cells row) throws SQLException {
        return new Contact(
                row.id(),
                ContactType.valueOf(row.text()),
                row.text(),
                row.textOrNull(),
                row.idOrNull(),
                profile(row),
                row.momentOrNull());
    }

    private static Profile profile(Cells row) throws SQLException {
        return new Profile(
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull());
    }

    private static ContactRole contactRole(Cells row) throws SQLException {
        return new ContactRole(row.id(), row.id(), row.id(), row.momentOrNull(), row.momentOrNull());
    }

    private static Connection connection(Cells row) throws SQLException {
        return new Connection(
                row.id(),
                party(row),
                party(row),
                ConnectionState.valueOf(row.text()),
                row.idOrNull(),
                row.moment(),
                row.moment(),
                row.textOrNull());
    }

    private static Party party(Cells row) throws SQLException {
        return new Party(row.id(), row.id(), row.id());
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** An e-mail address as it is looked for: letter case does not tell addresses apart. */
    static @Nullable String lowered(@Nullable String emailAddress) {
        return emailAddress == null ? null : emailAddress.toLowerCase(Locale.ROOT);
    }
}
