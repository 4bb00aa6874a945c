package io.platformapi.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Statements that stay prepared for as long as their connection is open: H2 keeps by itself all but those that lock
 * rows, which it would parse for each use. Safe for many threads, of which each has a connection of its own.
 */
final class KeptStatements {

    private final Map<Use, PreparedStatement> statements = new ConcurrentHashMap<>();

    private record Use(Connection connection, String query) {

        boolean isOver() {
            try {
                return connection.isClosed();
            } catch (SQLException e) {
                return true;
            }
        }
    }

    /** The statement of a query on a connection of the pool; nobody closes it but its connection. */
    PreparedStatement of(Connection pooled, String query) throws SQLException {
        var use = new Use(pooled.unwrap(Connection.class), query); // the pool closes what it has prepared
        PreparedStatement kept = statements.get(use);
        if (kept != null) {
            return kept;
        }
        statements.keySet().removeIf(Use::isOver);
        PreparedStatement statement = use.connection().prepareStatement(query);
        statements.put(use, statement);
        return statement;
    }
}
