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
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** Everything that a database holds, in bulk and within one transaction: for what goes in and out as a whole. */
public final class Archive {

    private static final int ROWS_AT_ONCE = 1_000;

    private final Handle handle;

    private Archive(Handle handle) {
        this.handle = handle;
    }

    /** Runs work that only looks, at one state of everything. */
    public static <T> T read(Database database, Function<Archive, T> work) {
        return database.read(handle -> work.apply(new Archive(handle)));
    }

    /** Runs work that changes things: all of it, or nothing if the work throws. */
    public static <T> T write(Database database, Function<Archive, T> work) {
        return database.write(handle -> work.apply(new Archive(handle)));
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
        JdbcTransaction.ROLES.putAll(handle, roles, role -> Map.of());
    }

    /** Adds contacts, or puts them in the place of those with their ids. */
    public void saveContacts(List<Contact> contacts) {
        JdbcTransaction.CONTACTS.putAll(handle, contacts, contact -> JdbcTransaction.emailKey((Contact) contact));
    }

    /** Adds roles of contacts, or puts them in the place of those with their ids. */
    public void saveContactRoles(List<ContactRole> roles) {
        JdbcTransaction.CONTACT_ROLES.putAll(handle, roles, role -> Map.of());
    }

    /** Adds connections, or puts them in the place of those with their ids. */
    public void saveConnections(List<Connection> connections) {
        JdbcTransaction.CONNECTIONS.putAll(handle, connections, connection -> Map.of());
    }

    /** Those of the ids that roles have. */
    public Set<UUID> rolesAmong(Collection<UUID> ids) {
        return Set.copyOf(query("select roles.id from %s join roles on roles.id = listed.id", ids)
                .mapTo(UUID.class)
                .list());
    }

    /** Those of the ids that contacts have. */
    public Set<UUID> contactsAmong(Collection<UUID> ids) {
        return Set.copyOf(query("select contacts.id from %s join contacts on contacts.id = listed.id", ids)
                .mapTo(UUID.class)
                .list());
    }

    /** Those roles of contacts that have one of the ids. */
    public Map<UUID, ContactRole> contactRolesAmong(Collection<UUID> ids) {
        return query("select contact_roles.* from %s join contact_roles on contact_roles.id = listed.id", ids)
                .map(Rows::contactRole)
                .stream()
                .collect(Collectors.toMap(ContactRole::id, Function.identity()));
    }

    private Query query(String sql, Collection<UUID> ids) {
        return handle.createQuery(sql.formatted(JdbcTransaction.listed("ids")))
                .registerArrayType(UUID.class, "uuid")
                .bindArray("ids", UUID.class, Set.copyOf(ids));
    }

    /** Who reads mail at these addresses, by the address in lower case. */
    public Map<String, UUID> holders(Collection<String> emailAddresses) {
        Set<String> keys = new HashSet<>();
        emailAddresses.forEach(address -> keys.add(Objects.requireNonNull(JdbcTransaction.key(address))));
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
        each("roles", Rows::role, role);
    }

    public void eachContact(Consumer<Contact> contact) {
        each("contacts", Rows::contact, contact);
    }

    public void eachContactRole(Consumer<ContactRole> role) {
        each("contact_roles", Rows::contactRole, role);
    }

    public void eachConnection(Consumer<Connection> connection) {
        each("connections", Rows::connection, connection);
    }

    private <T> void each(String table, RowMapper<T> mapper, Consumer<T> each) {
        handle.createQuery("select * from " + table + " order by id")
                .setFetchSize(ROWS_AT_ONCE)
                .map(mapper)
                .useStream(rows -> rows.forEach(each));
    }
}
