package io.platformapi.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** How many requests of each client the servers of one database have let in, each server in rows of its own. */
public final class ClientRates {

    private static final int OUTDATED = 600;

    private final Database database;
    private final UUID server = UUID.randomUUID();
    private Set<Rate> told = Set.of();

    public ClientRates(Database database) {
        this.database = database;
    }

    /** How many requests of a client were let in within a minute of the clock. */
    public record Rate(String client, Instant minute, int number) {}

    /**
     * Tells what this server has let in, and hears what all the others have. For one thread.
     *
     * @param own what it has let in, in minutes that others still look at
     * @param since from which minute on it wants to hear
     */
    public List<Rate> exchange(List<Rate> own, Instant since) {
        List<Rate> news = own.stream().filter(rate -> !told.contains(rate)).toList();
        List<Rate> others = database.write(handle -> {
            tell(handle, news);
            handle.createUpdate("delete from client_rates where minute_begins < :outdated")
                    .bind("outdated", since.minusSeconds(OUTDATED))
                    .execute();
            return heard(handle, since);
        });
        told = new HashSet<>(own);
        return others;
    }

    private void tell(Handle handle, List<Rate> news) {
        if (news.isEmpty()) {
            return;
        }
        int[] changed = run(
                handle.prepareBatch("update client_rates set let_in = :number"
                        + " where server = :server and client = :client and minute_begins = :minute"),
                news);
        List<Rate> made = new ArrayList<>();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 0) {
                made.add(news.get(i));
            }
        }
        if (!made.isEmpty()) {
            run(
                    handle.prepareBatch("insert into client_rates (server, client, minute_begins, let_in)"
                            + " values (:server, :client, :minute, :number)"),
                    made);
        }
    }

    private int[] run(PreparedBatch batch, List<Rate> rates) {
        for (Rate rate : rates) {
            batch.bind("server", server)
                    .bind("client", rate.client())
                    .bind("minute", rate.minute())
                    .bind("number", rate.number())
                    .add();
        }
        return batch.execute();
    }

    private List<Rate> heard(Handle handle, Instant since) {
        return handle.createQuery("select client, minute_begins, sum(let_in) as let_in from client_rates"
                        + " where server <> :server and minute_begins >= :since group by client, minute_begins")
                .bind("server", server)
                .bind("since", since)
                .map(ClientRates::row)
                .list();
    }

    private static Rate row(ResultSet row, StatementContext context) throws SQLException {
        OffsetDateTime minute = Objects.requireNonNull(row.getObject("minute_begins", OffsetDateTime.class));
        return new Rate(row.getString("client"), minute.toInstant(), row.getInt("let_in"));
    }
}
