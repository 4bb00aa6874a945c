package io.platformapi.server.store;

import io.platformapi.domain.Connection;
import io.platformapi.domain.Contact;
import io.platformapi.domain.ContactRole;
import io.platformapi.domain.Role;
import io.platformapi.domain.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A {@link Transaction} in SQL. */
final class JdbcTransaction implements Transaction {

    private static final Table ROLES = Table.of(
            "roles",
            "name = :name",
            "is_licensee = :isLicensee",
            "image_url = :imageUrl",
            "image_thumbnail_url = :imageThumbnailUrl",
            "image_id = :imageId");

    private static final Table CONTACTS = Table.of(
            "contacts",
            "type = :type",
            "full_name = :fullName",
            "email_address = :emailAddress",
            "email_key = :emailKey",
            "entered_by = :enteredBy",
            "mobile_number = :profile.mobileNumber",
            "phone_number = :profile.phoneNumber",
            "photo_url = :profile.photoUrl",
            "photo_thumbnail_url = :profile.photoThumbnailUrl",
            "description = :profile.description",
            "industry = :profile.industry",
            "occupation = :profile.occupation",
            "area = :profile.area",
            "timezone = :profile.timezone",
            "address = :profile.address");

    private static final Table CONTACT_ROLES = Table.of(
            "contact_roles", "contact_id = :contactId", "role_id = :roleId", "start_date = :start", "end_date = :end");

    private static final Table CONNECTIONS = Table.of(
            "connections",
            "requestor_contact_id = :requestor.contactId",
            "requestor_contact_role_id = :requestor.contactRoleId",
            "requestor_role_id = :requestor.roleId",
            "receiver_contact_id = :receiver.contactId",
            "receiver_contact_role_id = :receiver.contactRoleId",
            "receiver_role_id = :receiver.roleId",
            "state = :state",
            "suggester_id = :suggesterId",
            "since = :since",
            "last_sent = :lastSent");

    private final Handle handle;

    JdbcTransaction(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<Contact> contact(UUID id) {
        return handle.createQuery("select * from contacts where id = :id")
                .bind("id", id)
                .map(Rows::contact)
                .findOne();
    }

    @Override
    public Optional<Contact> contactByEmailAddress(String emailAddress) {
        return handle.createQuery("select * from contacts where email_key = :key")
                .bind("key", key(emailAddress))
                .map(Rows::contact)
                .findOne();
    }

    @Override
    public Map<UUID, Contact> contacts(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery("select * from contacts where id in (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map(Rows::contact)
                .stream()
                .collect(Collectors.toMap(Contact::id, Function.identity()));
    }

    @Override
    public Map<UUID, Role> roles() {
        return handle.createQuery("select * from roles").map(Rows::role).stream()
                .collect(Collectors.toMap(Role::id, Function.identity()));
    }

    @Override
    public List<ContactRole> rolesOf(UUID contactId) {
        return handle.createQuery(
                        "select * from contact_roles where contact_id = :id order by start_date desc nulls last, id")
                .bind("id", contactId)
                .map(Rows::contactRole)
                .list();
    }

    @Override
    public Optional<Connection> connection(UUID id) {
        return handle.createQuery("select * from connections where id = :id")
                .bind("id", id)
                .map(Rows::connection)
                .findOne();
    }

    @Override
    public List<Connection> connectionsOf(UUID contactId) {
        return handle.createQuery("select * from connections"
                        + " where requestor_contact_id = :id or receiver_contact_id = :id order by since desc, id")
                .bind("id", contactId)
                .map(Rows::connection)
                .list();
    }

    @Override
    public void lock(Collection<UUID> contactIds) {
        if (!contactIds.isEmpty()) {
            handle.createQuery("select id from contacts where id in (<ids>) order by id for update")
                    .bindList("ids", List.copyOf(contactIds))
                    .mapTo(UUID.class)
                    .list();
        }
    }

    @Override
    public void save(Role role) {
        ROLES.put(handle, role, Map.of());
    }

    @Override
    public void save(Contact contact) {
        var emailKey = new java.util.HashMap<String, Object>();
        emailKey.put("emailKey", key(contact.emailAddress()));
        CONTACTS.put(handle, contact, emailKey);
    }

    @Override
    public void save(ContactRole role) {
        CONTACT_ROLES.put(handle, role, Map.of());
    }

    @Override
    public void save(Connection connection) {
        CONNECTIONS.put(handle, connection, Map.of());
    }

    private static @Nullable String key(@Nullable String emailAddress) {
        return emailAddress == null ? null : emailAddress.toLowerCase(Locale.ROOT);
    }
}
