package io.platformapi.server.store;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.transaction.UnableToManipulateTransactionIsolationLevelException;

/**
 * What a failure means for the work that met it, told by its SQLState: the same for H2 and whatever speaks PostgreSQL.
 */
enum Setback {
    /** Somebody else was quicker with the same rows; nothing was changed, and a repeat may succeed. */
    LOST_RACE,
    /** The connection broke; unless a change was just being kept, nothing was changed, and another may do. */
    BROKEN_CONNECTION,
    /** There is no connection, or the database has no room for work: later it may. */
    AWAY,
    /** Something is wrong with the work. */
    FAULT;

    // serialization failure, deadlock, unique row made by somebody else, lock not given in time (PostgreSQL, H2)
    private static final Set<String> RACES = Set.of("40001", "40P01", "23505", "55P03", "HYT00");
    private static final String COMPLETION_UNKNOWN = "40003";
    private static final String CONNECTION = "08";
    private static final String SHUTDOWN = "57P";
    private static final String NO_RESOURCES = "53";

    static Setback of(RuntimeException failure) {
        if (failure instanceof ConnectionException
                || failure instanceof UncheckedIOException) { // the latter of the mark
            return AWAY;
        }
        if (failure instanceof UnableToManipulateTransactionIsolationLevelException) { // the pool tells no SQLState
            return BROKEN_CONNECTION;
        }
        return sql(failure).map(Setback::of).orElse(FAULT);
    }

    private static Setback of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (RACES.contains(state)) {
            return LOST_RACE;
        }
        if (failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || state.startsWith(NO_RESOURCES)) {
            return AWAY;
        }
        return isOfTheConnection(state) ? BROKEN_CONNECTION : FAULT;
    }

    /** Whether it is the database that is away, rather than all connections to it that are in use. */
    static boolean isOutage(RuntimeException failure) {
        return sql(failure)
                .map(SQLException::getSQLState)
                .filter(Setback::isOfTheConnection)
                .isPresent();
    }

    private static boolean isOfTheConnection(String state) {
        return state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN) || state.equals(COMPLETION_UNKNOWN);
    }

    private static Optional<SQLException> sql(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
