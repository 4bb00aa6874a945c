package io.platformapi.server.kill;

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
 * What a database holds after a kill, read without the server, and the mail that was delivered before, beside what was
 * acknowledged before it.
 */
final class Audit {

    private record Request(UUID requestor, UUID receiver, UUID role, String state, Instant lastSent) {}

    private final Map<String, UUID> newcomers = new HashMap<>();
    private final Map<UUID, Request> requests = new HashMap<>();
    private final Map<UUID, List<Request>> received = new HashMap<>();
    private final Map<UUID, Set<UUID>> offered = new HashMap<>();

    private final Map<UUID, String> addresses = new HashMap<>();
    private final Set<String> mailed;

    private Audit(Set<String> delivered) {
        this.mailed = new HashSet<>(delivered);
    }

    /**
     * Reads a database, or a copy of a server's file, by its JDBC address.
     *
     * @param delivered whom mail was delivered to before
     */
    static Audit of(String url, Set<String> delivered) throws SQLException {
        var audit = new Audit(delivered);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            audit.read(statement);
        }
        return audit;
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
            addresses.put(contacts.getObject(1, UUID.class), contacts.getString(2));
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
        return reminded != null
                && reminded.lastSent().isAfter(Seeds.LONG_AGO)
                && mailed.contains(addresses.get(reminded.receiver()));
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
