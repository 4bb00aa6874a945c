package io.platformapi.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.UnableToManipulateTransactionIsolationLevelException;

/** The connections to one database, from when it is opened until it is closed or breaks. Safe for many threads. */
final class Pool implements AutoCloseable {

    private static final String TABLES = "classpath:io/platformapi/server/migration";
    private static final String VENDORS = "classpath:io/platformapi/server/vendor/";
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);

    private final HikariDataSource connections;
    private final Jdbi jdbi;
    private final Optional<EmbeddedFile> file;
    private final Optional<KeptStatements> kept;

    private Pool(HikariDataSource connections, Optional<EmbeddedFile> file, Optional<KeptStatements> kept) {
        this.connections = connections;
        this.file = file;
        this.kept = kept;
        this.jdbi =
                Jdbi.create(connections).registerArgument(new MomentArguments()).registerArgument(new IdArguments());
        // what people tell about themselves has no business in a log
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    /**
     * Opens a database in three steps: looks at its file, connects, makes or renews the tables.
     *
     * @param patience how long work waits for a connection
     * @throws RuntimeException if there is no such database, if it is not whole, or not of this version
     */
    static Pool open(Database.Address address, Duration patience) {
        List<String> violations = address.violations();
        if (!violations.isEmpty()) {
            throw new UnusableDatabase(String.join("; ", violations));
        }
        Optional<EmbeddedUrl> embedded = EmbeddedUrl.of(address.url());
        Optional<Path> path = embedded.map(EmbeddedUrl::file);
        path.ifPresent(DatabaseFile::check);
        String url = embedded.map(EmbeddedUrl::keeping).orElse(address.url());
        HikariDataSource connections = new HikariDataSource(configuration(address, url, patience));
        try {
            Flyway.configure()
                    .dataSource(connections)
                    .locations(TABLES, VENDORS + (address.isPostgreSql() ? "postgresql" : "h2"))
                    .load()
                    .migrate();
            return new Pool(
                    connections,
                    path.map(file -> opened(file, connections)),
                    address.isPostgreSql() ? Optional.empty() : Optional.of(new KeptStatements()));
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    private static EmbeddedFile opened(Path file, HikariDataSource connections) {
        try (Connection connection = connections.getConnection()) {
            return EmbeddedFile.of(file, connection);
        } catch (SQLException e) {
            throw new UnusableDatabase("cannot open " + file, e);
        }
    }

    private static HikariConfig configuration(Database.Address address, String url, Duration patience) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        if (!address.user().isEmpty()) { // or the address itself names one
            config.setUsername(address.user());
            config.setPassword(address.password());
        }
        config.setMaximumPoolSize(address.connections());
        config.setConnectionTimeout(patience.toMillis());
        if (address.isPostgreSql()) {
            reachable(config, patience);
        }
        return config;
    }

    /** Settings of PostgreSQL's driver, unless the address has others: no thread waits for ever for a lost machine. */
    private static void reachable(HikariConfig config, Duration patience) {
        config.addDataSourceProperty("connectTimeout", String.valueOf(patience.toSeconds()));
        config.addDataSourceProperty("socketTimeout", String.valueOf(LONGEST_ANSWER.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "platform-api");
    }

    /**
     * Runs work in a transaction: all of it, or nothing if the work throws.
     *
     * @param isolation one of {@link Connection}
     */
    <T> T inTransaction(int isolation, Function<Sql, T> work) {
        try (Connection connection = taken()) {
            begin(connection, isolation);
            try {
                T result = work.apply(new Sql(connection, kept));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                takeBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new Sql.Failure(e);
        }
    }

    /** What has failed says more than that a broken connection takes nothing back. */
    private static void takeBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private Connection taken() {
        try {
            return connections.getConnection();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private static void begin(Connection connection, int isolation) {
        try {
            if (connection.getTransactionIsolation() != isolation) {
                connection.setTransactionIsolation(isolation);
            }
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new UnableToManipulateTransactionIsolationLevelException(isolation, e);
        }
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** How the connections are used now. */
    Database.Use use() {
        HikariPoolMXBean pool = connections.getHikariPoolMXBean();
        return new Database.Use(
                pool.getActiveConnections(), pool.getIdleConnections(), pool.getThreadsAwaitingConnection());
    }

    /** Does work that commits, and is acknowledged after that, soon: a request's. */
    <T> T soon(Supplier<T> work) {
        return file.isPresent() ? file.get().soon(work) : work.get();
    }

    /** Makes sure that what has been committed will be missed if it is ever lost. */
    void acknowledge() {
        file.ifPresent(EmbeddedFile::acknowledge);
    }

    /** Gives up all connections that there are: whatever broke one has probably broken the others. */
    void renew() {
        connections.getHikariPoolMXBean().softEvictConnections();
    }

    /** Whether nothing can be done any more but to open the database again. */
    boolean isBroken() {
        return file.map(EmbeddedFile::isBroken).orElse(false);
    }

    @Override
    public void close() {
        connections.close();
        file.ifPresent(EmbeddedFile::close);
    }
}
