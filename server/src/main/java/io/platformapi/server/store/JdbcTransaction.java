package io.platformapi.server.store;

import io.platformapi.domain.Connection;
import io.platformapi.domain.ConnectionState;
import io.platformapi.domain.Contact;
import io.platformapi.domain.ContactRole;
import io.platformapi.domain.InvitationMail;
import io.platformapi.domain.Role;
import io.platformapi.domain.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A {@link Transaction} in SQL. */
final class JdbcTransaction implements Transaction {

    static final Table ROLES = Table.of(
            "roles",
            "name = :name",
            "is_licensee = :isLicensee",
            "image_url = :imageUrl",
            "image_thumbnail_url = :imageThumbnailUrl",
            "image_id = :imageId");

    static final Table CONTACTS = Table.of(
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
            "address = :profile.address",
            "last_asked = :lastAsked");

    static final Table CONTACT_ROLES = Table.of(
            "contact_roles", "contact_id = :contactId", "role_id = :roleId", "start_date = :start", "end_date = :end");

    static final Table CONNECTIONS = Table.of(
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
            "last_sent = :lastSent",
            "addressee = :addressee");

    private final Handle handle;
    private final AuditTrail trail = new AuditTrail();
    private boolean mailed;

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
    public Optional<Contact> contactEnteredBy(UUID entererId, UUID id) {
        return handle.createQuery("select * from contacts where id = :id and entered_by = :enterer")
                .bind("id", id)
                .bind("enterer", entererId)
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
                .createQuery("select contacts.* from " + listed("ids") + " join contacts on contacts.id = listed.id")
                .registerArrayType(UUID.class, "uuid")
                .bindArray("ids", UUID.class, Set.copyOf(ids))
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
    public Optional<Connection> connection(UUID id, UUID partyId) {
        return handle.createQuery("select * from connections"
                        + " where id = :id and (requestor_contact_id = :party or receiver_contact_id = :party)")
                .bind("id", id)
                .bind("party", partyId)
                .map(Rows::connection)
                .findOne();
    }

    @Override
    public List<Connection> sent(UUID contactId, Set<ConnectionState> states, int most) {
        return newest("requestor_contact_id", contactId, states, most);
    }

    @Override
    public List<Connection> received(UUID contactId, Set<ConnectionState> states, int most) {
        return newest("receiver_contact_id", contactId, states, most);
    }

    private List<Connection> newest(String side, UUID contactId, Set<ConnectionState> states, int most) {
        String found = each(states, "select id, since from connections where " + side + " = :id")
                + " order by since desc, id limit :most";
        return handle.createQuery(rowsOf(found))
                .bind("id", contactId)
                .bind("most", most)
                .map(Rows::connection)
                .list();
    }

    @Override
    public int countSent(UUID contactId, Set<ConnectionState> states, Instant after, int most) {
        String sent = "select id from connections where requestor_contact_id = :id and since > :after";
        return handle.createQuery("select count(*) from (" + each(states, sent) + " limit :most) counted")
                .bind("id", contactId)
                .bind("after", after)
                .bind("most", most)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public List<Connection> between(UUID contactId, UUID otherId, Set<ConnectionState> states) {
        String found = each(
                states,
                "select id from connections where requestor_contact_id = :one and receiver_contact_id = :other",
                "select id from connections where requestor_contact_id = :other and receiver_contact_id = :one");
        return handle.createQuery(rowsOf(found))
                .bind("one", contactId)
                .bind("other", otherId)
                .map(Rows::connection)
                .list();
    }

    @Override
    public Set<UUID> partners(UUID contactId, ConnectionState state, Collection<UUID> others) {
        if (others.isEmpty()) {
            return Set.of();
        }
        return handle.createQuery("select listed.id from " + listed("others") + " join connections"
                        + " on requestor_contact_id = :id and receiver_contact_id = listed.id and state = :state"
                        + " union select listed.id from " + listed("others") + " join connections"
                        + " on requestor_contact_id = listed.id and receiver_contact_id = :id and state = :state")
                .registerArrayType(UUID.class, "uuid")
                .bind("id", contactId)
                .bind("state", state.name())
                .bindArray("others", UUID.class, Set.copyOf(others))
                .mapTo(UUID.class)
                .set();
    }

    @Override
    public boolean isSharedBeyond(UUID contactId, UUID partnerId, Set<ConnectionState> states) {
        String shared = each(
                states,
                "select id from connections where receiver_contact_id = :id and requestor_contact_id <> :partner",
                "select id from connections where requestor_contact_id = :id and receiver_contact_id <> :partner");
        int others = handle.createQuery("select count(*) from (" + shared + " limit 1) found")
                .bind("id", contactId)
                .bind("partner", partnerId)
                .mapTo(Integer.class)
                .one();
        return others > 0;
    }

    /** The queries for each state by itself, as an index has them: H2 uses no index for two columns and a list. */
    private static String each(Set<ConnectionState> states, String... queries) {
        return states.stream()
                .sorted()
                .flatMap(state -> Stream.of(queries).map(query -> query + " and state = '" + state + "'"))
                .collect(Collectors.joining(" union all "));
    }

    /** The connections whose ids a query finds, which an index alone can answer, the newest first. */
    private static String rowsOf(String found) {
        return "select connections.* from (" + found + ") found join connections on connections.id = found.id"
                + " order by connections.since desc, connections.id";
    }

    /** Any number of ids as rows, by one parameter: databases limit how many parameters a statement may have. */
    static String listed(String parameter) {
        return "unnest(cast(:" + parameter + " as uuid array)) as listed (id)";
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
        trail.note("role", role.id());
    }

    @Override
    public void save(Contact contact) {
        CONTACTS.put(handle, contact, emailKey(contact));
        trail.note("contact", contact.id());
    }

    @Override
    public void save(ContactRole role) {
        CONTACT_ROLES.put(handle, role, Map.of());
        trail.note("contact role", role.id());
    }

    @Override
    public void save(Connection connection) {
        CONNECTIONS.put(handle, connection, Map.of());
        trail.note("connection", connection.id(), connection.state());
    }

    @Override
    public void send(InvitationMail mail) {
        Outbox.put(handle, mail);
        trail.note("mail", mail.id());
        mailed = true;
    }

    /** What it has changed. */
    AuditTrail trail() {
        return trail;
    }

    /** Whether there is mail that waits for this work to be kept. */
    boolean hasMail() {
        return mailed;
    }

    /** The column of a contact that is no part of it. */
    static Map<String, @Nullable Object> emailKey(Contact contact) {
        var emailKey = new HashMap<String, @Nullable Object>();
        emailKey.put("emailKey", key(contact.emailAddress()));
        return emailKey;
    }

    static @Nullable String key(@Nullable String emailAddress) {
        return emailAddress == null ? null : emailAddress.toLowerCase(Locale.ROOT);
    }
}
