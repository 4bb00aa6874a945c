package io.platformapi.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.domain.Connection;
import io.platformapi.domain.Contact;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases of former versions, opened by this one. */
final class MigrationTest {

    private static final UUID AMELIA = UUID.fromString("c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84");
    private static final UUID NOAH = UUID.fromString("c0000006-1f4b-4d8a-a37e-5b9c2e6d0f84");
    private static final UUID REQUEST = UUID.fromString("cc000004-6e2d-4b58-9f13-a4d7c0e8b219");

    /** Of the key {@code key}. */
    private static final String KEY_HASH = "2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683";

    @TempDir
    private Path folder;

    @Test
    void takesTheContactsOwnAddressForWhatOldRequestsSayTheLastOfThemForWhenItWasAskedAndLetsOldKeysIn()
            throws SQLException {
        String url = "jdbc:h2:" + folder.resolve("data");
        Flyway.configure()
                .dataSource(url, "", "")
                .locations("classpath:io/platformapi/server/migration", "classpath:io/platformapi/server/vendor/h2")
                .target("2")
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            enterRequest(statement);
            enterKey(statement);
        }

        try (Database database = Database.open(new Database.Address(url, "", "", 2))) {
            JdbcStore store = new JdbcStore(database);
            Contact noah = store.read(transaction -> transaction.contact(NOAH).orElseThrow());
            Connection request = store.read(
                    transaction -> transaction.connection(REQUEST, AMELIA).orElseThrow());

            assertThat(noah.lastAsked()).isEqualTo(Instant.parse("2026-11-07T00:00:00Z"));
            assertThat(request.addressee()).isEqualTo("noah.williams@example.com");
            assertThat(store.<Contact>read(
                                    transaction -> transaction.contact(AMELIA).orElseThrow())
                            .lastAsked())
                    .isNull();
            var keys = new ApiKeys(database);
            assertThat(keys.list())
                    .containsExactly(new ApiKeys.Listed("app", KEY_HASH.substring(0, 12), null, null, 1));
            assertThat(keys.client("key").orElseThrow().caller().mayActFor(AMELIA))
                    .isTrue();
        }
    }

    private static void enterKey(Statement statement) throws SQLException {
        statement.execute("insert into api_keys (key_hash, name) values ('" + KEY_HASH + "', 'app')");
        statement.execute(
                "insert into api_key_contacts (key_hash, contact_id) values ('" + KEY_HASH + "', '" + AMELIA + "')");
    }

    private static void enterRequest(Statement statement) throws SQLException {
        String role = UUID.randomUUID().toString();
        statement.execute("insert into roles (id, name, is_licensee) values ('" + role + "', 'Client', false)");
        statement.execute("insert into contacts (id, type, full_name, email_address, email_key) values ('" + AMELIA
                + "', 'REAL_PERSON', 'Amelia Hart', 'amelia.hart@example.com', 'amelia.hart@example.com'), ('" + NOAH
                + "', 'REAL_PERSON', 'Noah Williams', 'noah.williams@example.com', 'noah.williams@example.com')");
        statement.execute("insert into contact_roles (id, contact_id, role_id) values ('" + AMELIA + "', '" + AMELIA
                + "', '" + role + "'), ('" + NOAH + "', '" + NOAH + "', '" + role + "')");
        String parties = "'" + AMELIA + "', '" + AMELIA + "', '" + role + "', '" + NOAH + "', '" + NOAH + "', '" + role;
        statement.execute("insert into connections (id, requestor_contact_id, requestor_contact_role_id,"
                + " requestor_role_id, receiver_contact_id, receiver_contact_role_id, receiver_role_id, state, since,"
                + " last_sent) values ('" + REQUEST + "', " + parties + "', 'PENDING',"
                + " timestamp with time zone '2026-11-05 00:20:00Z', timestamp with time zone '2026-11-07 00:00:00Z'),"
                + " ('" + UUID.randomUUID() + "', " + parties + "', 'CANCELLED',"
                + " timestamp with time zone '2026-11-01 00:00:00Z', timestamp with time zone '2026-11-01 00:00:00Z')");
    }
}
