package io.platformapi.server.store;

import io.platformapi.domain.TimedIds;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;

/** What one piece of work has changed, and the row that says so beside who asked for it. For one thread. */
final class AuditTrail {

    /** As many changes as are told one by one: an import has any number. */
    private static final int MOST_TOLD = 1_000;

    private static final TimedIds IDS = new TimedIds(InstantSource.system());

    private final Set<String> changes = new LinkedHashSet<>();
    private long more;

    /** Notes that a thing is made or changed. */
    void note(String kind, Object id) {
        if (changes.size() < MOST_TOLD) {
            changes.add(kind + " " + id);
        } else if (!changes.contains(kind + " " + id)) {
            more++;
        }
    }

    /** The same with what has become of it. */
    void note(String kind, Object id, Object state) {
        note(kind, id + " " + state);
    }

    /** Writes the row within the work, if there is anything to say. */
    void write(Sql sql, Author author) {
        if (changes.isEmpty()) {
            return;
        }
        String told = String.join("\n", changes);
        sql.change(
                "insert into audit (id, happened, client, operation, request_id, trace_id, changes)"
                        + " values (?, current_timestamp, ?, ?, ?, ?, ?)",
                IDS.get(),
                author.client(),
                author.operation(),
                author.requestId(),
                author.traceId(),
                more == 0 ? told : told + "\nand " + more + " more");
    }
}
