package io.platformapi.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The mail of an outbox that was given up, kept for whoever decides about it. Safe for many threads. */
public final class DeadLetters {

    private static final String RETRY = "update outbox set dead = false, tries = 0, due = current_timestamp";
    private static final String DROP = "delete from outbox";

    private final Database database;

    public DeadLetters(Database database) {
        this.database = database;
    }

    /**
     * A mail that was given up.
     *
     * @param decided when the rules decided it
     * @param tries how often it was tried
     * @param problem why it was not sent the last time; null if nobody said
     */
    public record DeadLetter(
            UUID id,
            String address,
            Instant decided,
            int tries,
            @Nullable String problem) {}

    /** How many there are. */
    public long count() {
        return database.read(handle -> handle.createQuery("select count(*) from outbox where dead = true")
                .mapTo(Long.class)
                .one());
    }

    /** So many of them, the one first that was decided first. */
    public List<DeadLetter> list(int most) {
        return database.read(handle -> handle.createQuery("select id, address, decided, tries, problem from outbox"
                        + " where dead = true order by decided, id limit :most")
                .bind("most", most)
                .map(DeadLetters::row)
                .list());
    }

    private static DeadLetter row(ResultSet row, StatementContext context) throws SQLException {
        OffsetDateTime decided = Objects.requireNonNull(row.getObject("decided", OffsetDateTime.class));
        return new DeadLetter(
                row.getObject("id", UUID.class),
                row.getString("address"),
                decided.toInstant(),
                row.getInt("tries"),
                row.getString("problem"));
    }

    /** Lets all of them be tried again, as if they were new; gives how many. */
    public int retryAll() {
        return changed(RETRY, "retried");
    }

    /** Forgets all of them; gives how many. */
    public int dropAll() {
        return changed(DROP, "dropped");
    }

    private int changed(String statement, String done) {
        return database.audited((handle, trail) -> {
            List<UUID> all = handle.createQuery("select id from outbox where dead = true order by decided, id")
                    .mapTo(UUID.class)
                    .list();
            change(handle, statement, all);
            all.forEach(id -> trail.note("mail", id, done));
            return all.size();
        });
    }

    private static void change(Handle handle, String statement, Collection<UUID> ids) {
        ids.forEach(id -> handle.createUpdate(statement + " where dead = true and id = :id")
                .bind("id", id)
                .execute());
    }

    /** Lets some be tried again, as if they were new: all, or none if some are not among these; gives those. */
    public List<UUID> retry(Collection<UUID> ids) {
        return changed(RETRY, "retried", ids);
    }

    /** Forgets some: all, or none if some are not among these; gives those. */
    public List<UUID> drop(Collection<UUID> ids) {
        return changed(DROP, "dropped", ids);
    }

    private List<UUID> changed(String statement, String done, Collection<UUID> ids) {
        return database.audited((handle, trail) -> {
            List<UUID> missing = ids.stream()
                    .filter(id -> handle.createQuery("select count(*) from outbox where dead = true and id = :id")
                            .bind("id", id)
                            .mapTo(Integer.class)
                            .one()
                            .equals(0))
                    .toList();
            if (missing.isEmpty()) {
                change(handle, statement, ids);
                ids.forEach(id -> trail.note("mail", id, done));
            }
            return missing;
        });
    }
}
