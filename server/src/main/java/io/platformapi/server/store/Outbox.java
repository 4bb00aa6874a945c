package io.platformapi.server.store;

import io.platformapi.domain.InvitationMail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * The mail that is decided and not yet sent, shared by all servers of one database. Safe for many threads.
 *
 * <p>Whoever sends a mail takes it first, for a while in which nobody else can; whoever ends without a word loses it
 * after that while. Time is told by the database, so that the clocks of servers do not matter.
 */
public final class Outbox {

    private static final int LONGEST_PROBLEM = 1000;
    private static final String LINE = "\n";

    private final Database database;

    public Outbox(Database database) {
        this.database = database;
    }

    /**
     * A mail that somebody has taken in order to send it.
     *
     * @param token tells this time of taking it from others
     * @param tries how often it was taken, this time included
     */
    public record Taken(InvitationMail mail, UUID token, int tries) {}

    /**
     * How much there is.
     *
     * @param waiting how many are to be sent
     * @param dead how many were given up
     * @param oldest for how long the oldest waits
     */
    public record Stock(long waiting, long dead, Duration oldest) {}

    /** Puts a mail in, within the work that decides it. */
    static void put(Sql sql, InvitationMail mail) {
        sql.change(
                "insert into outbox (id, address, inviter, roles, decided, due, tries, dead)"
                        + " values (?, ?, ?, ?, current_timestamp, current_timestamp, 0, false)",
                mail.id(),
                mail.emailAddress(),
                mail.inviterName(),
                joined(mail.roleNames()));
    }

    private static String joined(List<String> names) {
        return String.join(
                LINE, names.stream().map(name -> name.replace(LINE, " ")).toList());
    }

    /** Those that are to be sent now, the one that has waited longest first. */
    public List<UUID> due(int most) {
        return database.read(handle -> handle.createQuery(
                        "select id from outbox where dead = false and due <= :now order by dead, due, id limit :most")
                .bind("now", now(handle))
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    /** Takes a mail for a while; empty if somebody else has it, or had. */
    public Optional<Taken> take(UUID id, Duration time) {
        UUID token = UUID.randomUUID();
        return database.write(handle -> {
            Instant now = now(handle);
            int taken = handle.createUpdate("update outbox set taken_by = :token, due = :until, tries = tries + 1"
                            + " where id = :id and dead = false and due <= :now")
                    .bind("token", token)
                    .bind("until", now.plus(time))
                    .bind("id", id)
                    .bind("now", now)
                    .execute();
            return taken == 0 ? Optional.empty() : Optional.of(taken(handle, id));
        });
    }

    private static Taken taken(Handle handle, UUID id) {
        return handle.createQuery("select id, address, inviter, roles, taken_by, tries from outbox where id = :id")
                .bind("id", id)
                .map(Outbox::row)
                .one();
    }

    private static Taken row(ResultSet row, StatementContext context) throws SQLException {
        var mail = new InvitationMail(
                row.getObject("id", UUID.class),
                row.getString("address"),
                row.getString("inviter"),
                List.of(row.getString("roles").split(LINE)));
        return new Taken(mail, row.getObject("taken_by", UUID.class), row.getInt("tries"));
    }

    /** It is sent, and gone. Whatever is said of a mail that somebody else has taken since is passed over. */
    public void sent(Taken taken) {
        change(taken, "delete from outbox", (handle, change) -> change);
    }

    /** It could not be sent, and is to be tried again later. */
    public void putOff(Taken taken, Duration pause, String problem) {
        change(
                taken,
                "update outbox set taken_by = null, due = :due, problem = :problem",
                (handle, change) -> change.bind("due", now(handle).plus(pause)).bind("problem", cut(problem)));
    }

    /** Nobody was there to send it through, which does not count as a try. */
    public void giveBack(Taken taken) {
        change(
                taken,
                "update outbox set taken_by = null, due = :due, tries = tries - 1",
                (handle, change) -> change.bind("due", now(handle)));
    }

    /** It is given up, and kept for whoever looks. */
    public void bury(Taken taken, String problem) {
        change(
                taken,
                "update outbox set taken_by = null, dead = true, problem = :problem",
                (handle, change) -> change.bind("problem", cut(problem)));
    }

    private void change(Taken taken, String statement, BiFunction<Handle, Update, Update> more) {
        database.write(handle -> more.apply(
                        handle,
                        handle.createUpdate(statement + " where id = :id and taken_by = :token")
                                .bind("id", taken.mail().id())
                                .bind("token", taken.token()))
                .execute());
    }

    private static String cut(String problem) {
        return problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM));
    }

    /** How much there is now. */
    public Stock stock() {
        return database.read(handle -> {
            Instant now = now(handle);
            return handle.createQuery("select count(case when dead = false then 1 end) as waiting,"
                            + " count(case when dead = true then 1 end) as dead,"
                            + " min(case when dead = false then decided end) as oldest from outbox")
                    .map((row, context) -> new Stock(
                            row.getLong("waiting"),
                            row.getLong("dead"),
                            age(row.getObject("oldest", OffsetDateTime.class), now)))
                    .one();
        });
    }

    private static Duration age(@Nullable OffsetDateTime decided, Instant now) {
        return decided == null ? Duration.ZERO : Duration.between(decided.toInstant(), now);
    }

    private static Instant now(Handle handle) {
        return handle.createQuery("select current_timestamp")
                .mapTo(OffsetDateTime.class)
                .one()
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }
}
