package io.platformapi.server.store;

import io.platformapi.domain.Connection;
import io.platformapi.domain.ConnectionState;
import io.platformapi.domain.Contact;
import io.platformapi.domain.ContactRole;
import io.platformapi.domain.InvitationMail;
import io.platformapi.domain.Role;
import io.platformapi.domain.Stretch;
import io.platformapi.domain.Transaction;
import java.sql.Array;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A {@link Transaction} in SQL. Unions stand in a query of their own: H2 keeps none prepared that stand alone. */
final class JdbcTransaction implements Transaction {

    private static final String CONTACT = Rows.CONTACTS.rows() + " where id = ?";
    private static final String CONTACT_ENTERED_BY = Rows.CONTACTS.rows() + " where id = ? and entered_by = ?";
    private static final String CONTACT_AT = Rows.CONTACTS.rows() + " where email_key = ?";
    private static final String CONTACTS =
            "select " + Rows.CONTACTS.columns("o") + " from " + listed() + " join contacts o on o.id = listed.id";
    private static final String ROLES = Rows.ROLES.rows();
    private static final String ROLES_OF =
            Rows.CONTACT_ROLES.rows() + " where contact_id = ? order by start_date desc nulls last, id";
    private static final String CONNECTION =
            Rows.CONNECTIONS.rows() + " where id = ? and (requestor_contact_id = ? or receiver_contact_id = ?)";
    private static final String BETWEEN =
            "select id from connections where requestor_contact_id = ? and receiver_contact_id = ?";
    private static final String PARTNERS = "select id from (select listed.id from " + listed() + " join connections"
            + " on requestor_contact_id = ? and receiver_contact_id = listed.id and state = ?"
            + " union select listed.id from " + listed() + " join connections"
            + " on requestor_contact_id = listed.id and receiver_contact_id = ? and state = ?) partners";
    private static final String SENT = "requestor";
    private static final String RECEIVED = "receiver";

    private final Sql sql;
    private final AuditTrail trail = new AuditTrail();
    private final Lists lists;
    private boolean mailed;

    JdbcTransaction(Sql sql) {
        this.sql = sql;
        this.lists = new Lists(sql);
    }

    @Override
    public Optional<Contact> contact(UUID id) {
        return sql.one(CONTACT, Rows.CONTACTS.reading(), id);
    }

    @Override
    public Optional<Contact> contactEnteredBy(UUID entererId, UUID id) {
        return sql.one(CONTACT_ENTERED_BY, Rows.CONTACTS.reading(), id, entererId);
    }

    @Override
    public Optional<Contact> contactByEmailAddress(String emailAddress) {
        return sql.one(CONTACT_AT, Rows.CONTACTS.reading(), Rows.lowered(emailAddress));
    }

    @Override
    public Map<UUID, Contact> contacts(Collection<UUID> ids) {
        Map<UUID, Contact> found = lists.met().among(ids);
        Set<UUID> missing = lists.met().missing(ids);
        if (missing.size() == 1) {
            contact(missing.iterator().next()).ifPresent(contact -> found.put(contact.id(), contact));
        } else if (!missing.isEmpty()) {
            sql.list(CONTACTS, Rows.CONTACTS.reading(), sql.ids(missing))
                    .forEach(contact -> found.put(contact.id(), contact));
        }
        return found;
    }

    @Override
    public Map<UUID, Role> roles() {
        return sql.list(ROLES, Rows.ROLES.reading()).stream().collect(Collectors.toMap(Role::id, Function.identity()));
    }

    @Override
    public List<ContactRole> rolesOf(UUID contactId) {
        return sql.list(ROLES_OF, Rows.CONTACT_ROLES.reading(), contactId);
    }

    @Override
    public Optional<Connection> connection(UUID id, UUID partyId) {
        return sql.one(CONNECTION, Rows.CONNECTIONS.reading(), id, partyId, partyId);
    }

    @Override
    public List<Connection> sent(UUID contactId, Set<ConnectionState> states, Stretch stretch) {
        return lists.newest(SENT, contactId, states, stretch);
    }

    @Override
    public List<Connection> received(UUID contactId, Set<ConnectionState> states, Stretch stretch) {
        return lists.newest(RECEIVED, contactId, states, stretch);
    }

    @Override
    public int countSent(UUID contactId, Set<ConnectionState> states, Instant after, int most) {
        int count = 0;
        for (ConnectionState state : states) {
            count += sql.number(
                    "select count(*) from (select id from connections where requestor_contact_id = ? and state = ?"
                            + " and since > ? limit ?) counted",
                    contactId,
                    state.name(),
                    after,
                    most - count);
        }
        return count;
    }

    @Override
    public List<Connection> between(UUID contactId, UUID otherId, Set<ConnectionState> states) {
        return sql
                .list(
                        "select " + Rows.CONNECTIONS.columns("c") + " from ((" + BETWEEN + in(states) + ") union all ("
                                + BETWEEN + in(states) + ")) pairs join connections c on c.id = pairs.id",
                        Rows.CONNECTIONS.reading(),
                        contactId,
                        otherId,
                        otherId,
                        contactId)
                .stream()
                .sorted(Connection.NEWEST_FIRST)
                .toList();
    }

    @Override
    public Set<UUID> partners(UUID contactId, ConnectionState state, Collection<UUID> others) {
        Met met = lists.met();
        Optional<Set<UUID>> known = met.isOf(contactId) ? met.partners(state, others) : Optional.empty();
        Set<UUID> partners = known.orElseGet(HashSet::new);
        Set<UUID> asked = known.isPresent() ? met.missing(others) : new HashSet<>(others);
        asked.remove(contactId);
        if (!asked.isEmpty()) {
            Array ids = sql.ids(asked);
            partners.addAll(sql.list(PARTNERS, Cells::id, ids, contactId, state.name(), ids, contactId, state.name()));
        }
        return partners;
    }

    @Override
    public boolean isSharedBeyond(UUID contactId, UUID partnerId, Set<ConnectionState> states) {
        for (ConnectionState state : states) {
            boolean isShared = !sql.list(
                            "select id from ((select id from connections where receiver_contact_id = ?"
                                    + " and requestor_contact_id <> ? and state = ? limit 1) union all (select id"
                                    + " from connections where requestor_contact_id = ? and receiver_contact_id <> ?"
                                    + " and state = ? limit 1)) shared",
                            Cells::id,
                            contactId,
                            partnerId,
                            state.name(),
                            contactId,
                            partnerId,
                            state.name())
                    .isEmpty();
            if (isShared) {
                return true;
            }
        }
        return false;
    }

    private static String in(Set<ConnectionState> states) {
        return states.stream()
                .sorted()
                .map(ConnectionState::name)
                .collect(Collectors.joining("', '", " and state in ('", "')"));
    }

    /** Any number of ids as rows, by one value: databases limit how many a statement may have. */
    static String listed() {
        return "unnest(cast(? as uuid array)) as listed (id)";
    }

    @Override
    public void lock(Collection<UUID> contactIds) {
        if (!contactIds.isEmpty()) {
            Object[] ids = contactIds.stream().distinct().toArray();
            String places = "?" + ", ?".repeat(ids.length - 1);
            sql.lock("select id from contacts where id in (" + places + ") order by id for update", ids);
        }
    }

    @Override
    public void save(Role role) {
        Rows.ROLES.put(sql, role);
        trail.note("role", role.id());
    }

    @Override
    public void save(Contact contact) {
        lists.forget();
        Rows.CONTACTS.put(sql, contact);
        trail.note("contact", contact.id());
    }

    @Override
    public void save(ContactRole role) {
        Rows.CONTACT_ROLES.put(sql, role);
        trail.note("contact role", role.id());
    }

    @Override
    public void save(Connection connection) {
        lists.forget();
        Rows.CONNECTIONS.put(sql, connection);
        trail.note("connection", connection.id(), connection.state());
    }

    @Override
    public void send(InvitationMail mail) {
        Outbox.put(sql, mail);
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
}
