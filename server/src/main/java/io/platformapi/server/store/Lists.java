package io.platformapi.server.store;

import io.platformapi.domain.Connection;
import io.platformapi.domain.ConnectionState;
import io.platformapi.domain.Stretch;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lists of connections, by one query each: with every connection comes the contact on its other side, and whether
 * the two are or were connected. For one thread.
 */
final class Lists {

    private static final UUID NOBODY = new UUID(0, 0);

    private static final Map<Asked, String> QUERIES = queries();

    private final Sql sql;
    private Met met = new Met(NOBODY);

    /**
     * What a query asks for.
     *
     * @param side the column of whose list it is
     * @param goesOn whether it begins behind a connection
     */
    private record Asked(String side, ConnectionState state, boolean goesOn) {}

    Lists(Sql sql) {
        this.sql = sql;
    }

    /** Whom the lists have told of. */
    Met met() {
        return met;
    }

    /** Something has changed that they may have told of. */
    void forget() {
        met = new Met(NOBODY);
    }

    /** Of each state the first in the order of its index, which is read no further; of those the first. */
    List<Connection> newest(String side, UUID contactId, Set<ConnectionState> states, Stretch stretch) {
        if (!met.isOf(contactId)) {
            met = new Met(contactId);
        }
        boolean goesOn = stretch.after().isPresent();
        List<String> queries = states.stream()
                .sorted()
                .map(state -> QUERIES.get(new Asked(side, state, goesOn)))
                .toList();
        return sql.list(together(queries), this::row, values(contactId, states.size(), stretch)).stream()
                .sorted(Connection.NEWEST_FIRST)
                .limit(stretch.most())
                .toList();
    }

    /** A union stands in a query of its own: H2 keeps none prepared that stands alone. */
    private static String together(List<String> queries) {
        return queries.size() == 1
                ? queries.get(0)
                : "select * from (" + String.join(" union all ", queries) + ") listed";
    }

    /** Every query there is. */
    private static Map<Asked, String> queries() {
        return Stream.of("requestor", "receiver")
                .flatMap(side -> Stream.of(ConnectionState.values())
                        .flatMap(state -> Stream.of(new Asked(side, state, false), new Asked(side, state, true))))
                .collect(Collectors.toUnmodifiableMap(Function.identity(), Lists::query));
    }

    private static String query(Asked asked) {
        String own = "c." + asked.side() + "_contact_id";
        String other = asked.side().equals("requestor") ? "c.receiver_contact_id" : "c.requestor_contact_id";
        return "(select " + Rows.CONNECTIONS.columns("c") + ", "
                + Rows.CONTACTS.columns("o").replaceFirst("o\\.id", "o.id as other_id") + ", "
                + between(own, ConnectionState.ACTIVE) + " as is_connected, "
                + between(own, ConnectionState.REMOVED)
                + " as was_connected from connections c join contacts o on o.id = " + other
                + " where " + own + " = ? and c.state = '" + asked.state() + "'"
                + (asked.goesOn() ? " and c.since <= ? and (c.since < ? or c.id > ?)" : "")
                + " order by " + own + ", c.state, c.since desc, c.id limit ?)";
    }

    /**
     * Whether the two share a connection in a state, whoever asked. With the offset PostgreSQL looks for each pair;
     * else it may read everybody's connections, even for the first rows of a list.
     */
    private static String between(String own, ConnectionState state) {
        String shared = "exists (select 1 from connections b where b.requestor_contact_id = %s"
                + " and b.receiver_contact_id = %s and b.state = '" + state + "' offset 0)";
        return "(" + shared.formatted(own, "o.id") + " or " + shared.formatted("o.id", own) + ")";
    }

    private static Object[] values(UUID contactId, int states, Stretch stretch) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < states; i++) {
            values.add(contactId);
            stretch.after().ifPresent(last -> values.addAll(List.of(last.since(), last.since(), last.id())));
            values.add(stretch.most());
        }
        return values.toArray();
    }

    private Connection row(Cells row) throws SQLException {
        Connection connection = Rows.CONNECTIONS.reading().of(row);
        met.add(Rows.CONTACTS.reading().of(row), row.truth(), row.truth());
        return connection;
    }
}
