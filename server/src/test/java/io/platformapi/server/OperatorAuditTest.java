package io.platformapi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.server.store.Audits;
import io.platformapi.server.store.Database;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands change is told in the table {@code audit}, like what requests change: who, what, and each thing. */
final class OperatorAuditTest {

    @TempDir
    private Path folder;

    private String url() {
        return "jdbc:h2:" + folder.resolve("data");
    }

    private void done(String... arguments) {
        var err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("--database-url", url()));
        all.addAll(List.of(arguments));
        int status = ServerCommand.line(Map.of())
                .setOut(new PrintWriter(new StringWriter(), true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
    }

    private Database open() {
        return Database.open(new Database.Address(url(), "", "", 2));
    }

    private void commands() {
        String id = UUID.randomUUID().toString();
        done("role", "add", "Coach");
        done("contact", "add", "Mia", "--id", id, "--key", "app");
        done("key", "add", "app", "--for", id);
        done("key", "rotate", "app");
        done("key", "revoke", "app");
        done("mail", "drop", "--all");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tellsWhoDidWhatWhetherOrNotAServerHasTheDatabaseOpen(boolean isServed) throws Exception {
        try (Database database = open()) {
            DeadMail.enter(database, "jack@example.org", "nobody listens");
        }
        if (isServed) {
            String mail = folder.resolve("mail").toString();
            Settings settings = Settings.of(Map.of("port", "0", "database.url", url(), "mail.folder", mail));
            try (PlatformServer server = PlatformServer.start(settings)) {
                assertThat(server.uri().getPort()).isPositive();
                commands();
            }
        } else {
            commands();
        }

        String operator = "operator " + System.getProperty("user.name");
        assertThat(audited())
                .containsExactly(
                        "server : mail ID",
                        operator + " role add: role ID",
                        operator + " contact add: contact ID",
                        operator + " contact add: key ID made for app",
                        operator + " key add: key ID made for app",
                        operator + " key rotate: key ID made for app, whose others end within PT24H",
                        operator + " key revoke: key ID of app revoked, key ID of app revoked, key ID of app revoked",
                        operator + " mail drop: mail ID dropped");
    }

    private List<String> audited() {
        try (Database database = open()) {
            return Audits.of(database).stream()
                    .map(row -> row.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|\\b[0-9a-f]{12}\\b", "ID"))
                    .toList();
        }
    }
}
