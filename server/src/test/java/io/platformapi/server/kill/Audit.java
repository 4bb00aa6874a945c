package io.platformapi.server.kill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a database file and the mail beside it hold after a kill, read without the server, beside what was acknowledged
 * before it.
 */
final class Audit {

    private record Request(UUID requestor, UUID receiver, UUID role, String state, Instant lastSent) {}

    private final Map<String, UUID> newcomers = new HashMap<>();
    private final Map<UUID, Request> requests = new HashMap<>();
    private final Map<UUID, List<Request>> received = new HashMap<>();
    private final Map<UUID, Set<UUID>> offered = new HashMap<>();

    private final Set<String> mailed = new HashSet<>();

    private Audit() {}

    /** Reads a copy of a server's file, by its JDBC address, and the folder where its mail goes. */
    static Audit of(String url, Path mail) throws SQLException, IOException {
        var audit = new Audit();
        audit.read(mail);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            audit.read(statement);
        }
        return audit;
    }

    private void read(Path mail) throws IOException {
        if (!Files.isDirectory(mail)) {
            return;
        }
        try (DirectoryStream<Path> letters = Files.newDirectoryStream(mail, "*.eml")) {
            for (Path letter : letters) {
                Files.readAllLines(letter, StandardCharsets.US_ASCII).stream()
                        .filter(line -> line.startsWith("To: "))
                        .forEach(line -> mailed.add(line.substring("To: ".length())));
            }
        }
    }

    private void read(Statement statement) throws SQLException {
        ResultSet outbox = statement.executeQuery("select address from outbox where dead = false");
        while (outbox.next()) {
            mailed.add(outbox.getString(1));
        }
        ResultSet contacts =
                statement.executeQuery("select id, email_address from contacts where type like 'VIRTUAL%'");
        while (contacts.next()) {
            newcomers.put(contacts.getString(2), contacts.getObject(1, UUID.class));
        }
        ResultSet roles = statement.executeQuery("select contact_id, role_id from contact_roles");
        while (roles.next()) {
            offered.computeIfAbsent(roles.getObject(1, UUID.class), id -> new HashSet<>())
                    .add(roles.getObject(2, UUID.class));
        }
        ResultSet rows =
                statement.executeQuery("select id, requestor_contact_id, receiver_contact_id, receiver_role_id,"
                        + " state, last_sent from connections");
        while (rows.next()) {
            var request = new Request(
                    rows.getObject(2, UUID.class),
                    rows.getObject(3, UUID.class),
                    rows.getObject(4, UUID.class),
                    rows.getString(5),
                    rows.getObject(6, OffsetDateTime.class).toInstant());
            requests.put(rows.getObject(1, UUID.class), request);
            received.computeIfAbsent(request.receiver(), id -> new ArrayList<>())
                    .add(request);
        }
    }

    /** The acknowledged changes that are not there. */
    List<Change> lost(Ledger ledger) {
        return ledger.acknowledged().stream().filter(change -> !isThere(change)).toList();
    }

    private boolean isThere(Change change) {
        if (change instanceof Change.Invitation invitation) {
            return invited(invitation).equals(invitation.roles()) && mailed.contains(invitation.emailAddress());
        }
        if (change instanceof Change.End end) {
            Request ended = requests.get(end.connection());
            return ended != null && ended.state().equals(end.state());
        }
        Request reminded = requests.get(((Change.Reminder) change).connection());
        return reminded != null && reminded.lastSent().isAfter(Seeds.LONG_AGO);
    }

    /** What is there of invitations, acknowledged or not, that are neither whole nor absent. */
    List<String> halves(Ledger ledger) {
        List<String> halves = new ArrayList<>();
        for (Change change : ledger.sent()) {
            if (change instanceof Change.Invitation invitation && newcomers.containsKey(invitation.emailAddress())) {
                UUID newcomer = newcomers.get(invitation.emailAddress());
                Set<UUID> roles = offered.getOrDefault(newcomer, Set.of());
                Set<UUID> asked = invited(invitation);
                if (!roles.equals(invitation.roles()) || !asked.equals(invitation.roles())) {
                    halves.add("a newcomer with " + roles.size() + " roles and " + asked.size() + " requests of "
                            + invitation.roles().size());
                }
            }
        }
        return halves;
    }

    private Set<UUID> invited(Change.Invitation invitation) {
        UUID newcomer = newcomers.get(invitation.emailAddress());
        Set<UUID> roles = new HashSet<>();
        received.getOrDefault(newcomer, List.of()).stream()
                .filter(request -> request.requestor().equals(invitation.contact()))
                .forEach(request -> roles.add(request.role()));
        return roles;
    }
}
