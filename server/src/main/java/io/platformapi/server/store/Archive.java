package io.platformapi.server.store;

import io.platformapi.domain.Connection;
import io.platformapi.domain.Contact;
import io.platformapi.domain.ContactRole;
import io.platformapi.domain.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Everything that a database holds, in bulk and within one transaction: for what goes in and out as a whole. */
public final class Archive {

    private static final int ROWS_AT_ONCE = 1_000;

    private final Handle handle;
    private final Sql sql;
    private final AuditTrail trail;

    private Archive(Handle handle, AuditTrail trail) {
        this.handle = handle;
        this.trail = trail;
        this.sql = new Sql(handle.getConnection());
    }

    /** Runs work that only looks, at one state of everything. */
    public static <T> T read(Database database, Function<Archive, T> work) {
        return database.read(handle -> work.apply(new Archive(handle, new AuditTrail())));
    }

    /** Runs work that changes things: all of it, or nothing if the work throws. */
    public static <T> T write(Database database, Function<Archive, T> work) {
        return database.audited((handle, trail) -> work.apply(new Archive(handle, trail)));
    }

    /** Whether nobody is in it. */
    public boolean hasNobody() {
        return handle.createQuery("select id from contacts limit 1")
                .mapTo(UUID.class)
                .findOne()
                .isEmpty();
    }

    /** Adds roles, or puts them in the place of those with their ids. */
    public void saveRoles(List<Role> roles) {
        Rows.ROLES.putAll(sql, roles);
        roles.forEach(role -> trail.note("role", role.id()));
    }

    /** Adds contacts, or puts them in the place of those with their ids. */
    public void saveContacts(List<Contact> contacts) {
        Rows.CONTACTS.putAll(sql, contacts);
        contacts.forEach(contact -> trail.note("contact", contact.id()));
    }

    /** Adds roles of contacts, or puts them in the place of those with their ids. */
    public void saveContactRoles(List<ContactRole> roles) {
        Rows.CONTACT_ROLES.putAll(sql, roles);
        roles.forEach(role -> trail.note("contact role", role.id()));
    }

    /** Adds connections, or puts them in the place of those with their ids. */
    public void saveConnections(List<Connection> connections) {
        Rows.CONNECTIONS.putAll(sql, connections);
        connections.forEach(each -> trail.note("connection", each.id(), each.state()));
    }

    /** Those of the ids that roles have. */
    public Set<UUID> rolesAmong(Collection<UUID> ids) {
        return Set.copyOf(among("select roles.id", "roles", Cells::id, ids));
    }

    /** Those of the ids that contacts have. */
    public Set<UUID> contactsAmong(Collection<UUID> ids) {
        return Set.copyOf(among("select contacts.id", "contacts", Cells::id, ids));
    }

    /** Those roles of contacts that have one of the ids. */
    public Map<UUID, ContactRole> contactRolesAmong(Collection<UUID> ids) {
        String columns = "select " + Rows.CONTACT_ROLES.columns("contact_roles");
        return among(columns, "contact_roles", Rows.CONTACT_ROLES.reading(), ids).stream()
                .collect(Collectors.toMap(ContactRole::id, Function.identity()));
    }

    private <T> List<T> among(String columns, String table, Sql.Reading<T> reading, Collection<UUID> ids) {
        String query =
                columns + " from " + JdbcTransaction.listed() + " join " + table + " on " + table + ".id = listed.id";
        return sql.list(query, reading, sql.ids(Set.copyOf(ids)));
    }

    /** Who reads mail at these addresses, by the address in lower case. */
    public Map<String, UUID> holders(Collection<String> emailAddresses) {
        Set<String> keys = new HashSet<>();
        emailAddresses.forEach(address -> keys.add(Objects.requireNonNull(Rows.lowered(address))));
        return handle.createQuery("select email_key, contacts.id from unnest(cast(:keys as varchar array))"
                        + " as listed (address) join contacts on email_key = listed.address")
                .registerArrayType(String.class, "varchar")
                .bindArray("keys", String.class, keys)
                .reduceResultSet(new HashMap<>(), (holders, row, context) -> {
                    holders.put(row.getString(1), row.getObject(2, UUID.class));
                    return holders;
                });
    }

    public void eachRole(Consumer<Role> role) {
        each(Rows.ROLES, role);
    }

    public void eachContact(Consumer<Contact> contact) {
        each(Rows.CONTACTS, contact);
    }

    public void eachContactRole(Consumer<ContactRole> role) {
        each(Rows.CONTACT_ROLES, role);
    }

    public void eachConnection(Consumer<Connection> connection) {
        each(Rows.CONNECTIONS, connection);
    }

    private <T> void each(Table<T> table, Consumer<T> each) {
        handle.createQuery(table.rows() + " order by id")
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) -> table.reading().of(new Cells(row)))
                .useStream(rows -> rows.forEach(each));
    }
}
