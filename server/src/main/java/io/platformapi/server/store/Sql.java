package io.platformapi.server.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Statements of one transaction, over JDBC alone: a request has a dozen of them, and binding by name and by type costs
 * more than the database does. For one thread.
 *
 * @param connection where they are run
 * @param heard hears each of them
 * @param kept those that lock rows, where the database keeps none of these
 */
record Sql(Connection connection, Consumer<String> heard, Optional<KeptStatements> kept) {

    Sql(Connection connection) {
        this(connection, Optional.empty());
    }

    Sql(Connection connection, Optional<KeptStatements> kept) {
        this(connection, statement -> {}, kept);
    }

    /** What a row means. */
    @FunctionalInterface
    interface Reading<T> {
        T of(Cells row) throws SQLException;
    }

    /** A statement that the database does not carry out. */
    static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failure(SQLException cause) {
            super(cause);
        }
    }

    /** The rows that a query gives. */
    <T> List<T> list(String query, Reading<T> reading, @Nullable Object... values) {
        heard.accept(query);
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            return rows(statement, reading, values);
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    private static <T> List<T> rows(PreparedStatement statement, Reading<T> reading, @Nullable Object... values)
            throws SQLException {
        bind(statement, values);
        try (ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(reading.of(new Cells(rows)));
            }
            return list;
        }
    }

    /** Locks the rows that a query gives, until the transaction ends. */
    void lock(String query, Object... values) {
        if (kept.isEmpty()) {
            list(query, Cells::id, values);
            return;
        }
        heard.accept(query);
        try {
            rows(kept.get().of(connection, query), Cells::id, values);
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** The one row that a query gives; empty if there is none. */
    <T> Optional<T> one(String query, Reading<T> reading, @Nullable Object... values) {
        return list(query, reading, values).stream().findFirst();
    }

    /** The number that a query gives. */
    int number(String query, @Nullable Object... values) {
        return one(query, Cells::number, values).orElseThrow();
    }

    /** Changes rows; tells how many. */
    int change(String change, @Nullable Object... values) {
        heard.accept(change);
        try (PreparedStatement statement = connection.prepareStatement(change)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** The same once for each of many, by one statement; tells how many rows each has changed. */
    int[] changes(String change, List<@Nullable Object[]> many) {
        heard.accept(change);
        try (PreparedStatement statement = connection.prepareStatement(change)) {
            for (@Nullable Object[] values : many) {
                bind(statement, values);
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** Ids as one value: databases limit how many values a statement may have. */
    Array ids(Collection<UUID> ids) {
        return array("uuid", ids);
    }

    private Array array(String type, Collection<?> values) {
        try {
            return connection.createArrayOf(type, values.toArray());
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    /**
     * Moments go with their offset, so that no clock of this machine comes in between, and cut to the microseconds that
     * are kept, so that none is rounded to a later one. Null is of no type: PostgreSQL takes no text for an id.
     */
    private static void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(at, Types.NULL);
        } else if (value instanceof String text) {
            statement.setString(at, text);
        } else if (value instanceof Instant moment) {
            statement.setObject(at, moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        } else if (value instanceof Array array) {
            statement.setArray(at, array);
        } else {
            statement.setObject(at, value);
        }
    }
}
