package io.platformapi.server.store;

import static org.jdbi.v3.core.transaction.TransactionIsolationLevel.READ_COMMITTED;
import static org.jdbi.v3.core.transaction.TransactionIsolationLevel.REPEATABLE_READ;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.platformapi.server.http.Unavailable;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * A pool of connections to one database, whose tables are those of this version. Safe for many threads.
 *
 * <p>Work that loses a race, by a deadlock or by a row that somebody else has just made, is run again.
 */
public final class Database implements AutoCloseable {

    private static final int ATTEMPTS = 5;
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(4);
    private static final Duration SOON = Duration.ofSeconds(5);
    // serialization failure or deadlock, unique row made by somebody else, lock not given in time (H2)
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01", "23505", "HYT00");

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).registerArgument(new Moments());
        // what people tell about themselves has no business in a log
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    /**
     * Where a database is.
     *
     * @param url its JDBC address
     * @param user whom it knows this server as; empty if it asks for nobody
     * @param connections how many connections are kept
     */
    public record Address(String url, String user, String password, int connections) {

        /** A new database in memory that nobody else sees, and that ends with this process. */
        public static Address inMemory() {
            return new Address("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "", 4);
        }

        /** The address without what may be secret in it. */
        @Override
        public String toString() {
            return url.replaceFirst("[;?].*", "");
        }
    }

    /**
     * Connects, and makes or renews the tables.
     *
     * @throws UnusableDatabase if there is no such database, or its tables are of a later version
     */
    public static Database open(Address address) {
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(configuration(address));
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:io/platformapi/server/migration")
                    .load()
                    .migrate();
            return new Database(pool);
        } catch (RuntimeException e) {
            if (pool != null) {
                pool.close();
            }
            throw new UnusableDatabase("cannot open the database " + address + ": " + reason(e), e);
        }
    }

    private static HikariConfig configuration(Address address) {
        var config = new HikariConfig();
        config.setJdbcUrl(address.url());
        if (!address.user().isEmpty()) { // or the address itself names one
            config.setUsername(address.user());
            config.setPassword(address.password());
        }
        config.setMaximumPoolSize(address.connections());
        config.setConnectionTimeout(SOON.toMillis());
        return config;
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    /** Runs work that only looks, at one state of everything. */
    <T> T read(Function<Handle, T> work) {
        return run(REPEATABLE_READ, work);
    }

    /** Runs work that changes things: all of it, or nothing if the work throws. */
    <T> T write(Function<Handle, T> work) {
        return run(READ_COMMITTED, work);
    }

    private <T> T run(TransactionIsolationLevel isolation, Function<Handle, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(isolation, work::apply);
            } catch (JdbiException e) {
                if (isAway(e)) {
                    throw new Unavailable("no connection to the database", SOON, e);
                }
                if (!hasLostRace(e)) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    throw new Unavailable("lost every race for the same rows", SOON, e);
                }
                stepAside(attempt);
            }
        }
    }

    /** Waits a little, longer each time and never like the others: who races in step meets again. */
    private static void stepAside(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST_WAIT.toNanos() << attempt));
    }

    private static boolean isAway(JdbiException failure) {
        return failure instanceof ConnectionException
                || cause(failure)
                        .filter(cause -> cause instanceof SQLTransientConnectionException
                                || cause instanceof SQLNonTransientConnectionException)
                        .isPresent();
    }

    private static boolean hasLostRace(JdbiException failure) {
        return cause(failure)
                .map(SQLException::getSQLState)
                .filter(LOST_RACES::contains)
                .isPresent();
    }

    private static Optional<SQLException> cause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        pool.close();
    }
}
