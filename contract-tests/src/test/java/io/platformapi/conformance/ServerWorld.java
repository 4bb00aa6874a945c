package io.platformapi.conformance;

import io.platformapi.domain.Authentication.Client;
import io.platformapi.domain.ExampleWorld;
import io.platformapi.domain.Platform;
import io.platformapi.domain.Store;
import io.platformapi.domain.Transaction;
import io.platformapi.server.PlatformServer;
import io.platformapi.server.Settings;
import io.platformapi.server.store.Database;
import io.platformapi.server.store.JdbcStore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The server over a database in memory, which is put back to the world of the examples when it has changed. */
final class ServerWorld implements Store {

    private static final Client AMELIA = new Client("amelia", ExampleWorld.CALLER_ACTS_FOR::contains);

    private final Database.Address address = Database.Address.inMemory();
    private final Database database = Database.open(address);
    private final Store store = new JdbcStore(database);
    private volatile boolean changed = true;

    /** Starts a server over a world of its own. */
    static Running start(Map<String, String> settings) throws IOException {
        ServerWorld world = new ServerWorld();
        world.reset();
        PlatformServer server = start(settings, world);
        return new Running(server.uri(), world::reset, () -> {
            server.close();
            world.database.close();
        });
    }

    /** Starts a server over any store, with a client who may act for the caller of the examples. */
    static PlatformServer start(Map<String, String> settings, Store store) throws IOException {
        return PlatformServer.start(
                Settings.of(settings),
                Platform.over(store),
                key -> Running.CREDENTIAL.endsWith(key) ? Optional.of(AMELIA) : Optional.empty());
    }

    @Override
    public <T> T read(Function<? super Transaction, T> work) {
        return store.read(work);
    }

    @Override
    public <T> T write(Function<? super Transaction, T> work) {
        T result = store.write(work);
        changed = true;
        return result;
    }

    private void reset() {
        if (changed) {
            empty();
            ExampleWorld.enter(store);
            changed = false;
        }
    }

    private void empty() {
        try (Connection connection = DriverManager.getConnection(address.url());
                Statement statement = connection.createStatement()) {
            statement.execute("set referential_integrity false");
            for (String table : tables(connection)) {
                statement.execute("truncate table \"" + table + "\"");
            }
            statement.execute("set referential_integrity true");
        } catch (SQLException e) {
            throw new IllegalStateException("the database is in memory", e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, "PUBLIC", null, new String[] {"BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        tables.removeIf(table -> table.contains("flyway"));
        return tables;
    }
}
