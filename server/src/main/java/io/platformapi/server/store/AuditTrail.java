package io.platformapi.server.store;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What one piece of work has changed, and the row that says so beside who asked for it. For one thread. */
final class AuditTrail {

    private static final int LONGEST = 100_000;

    private final Set<String> changes = new LinkedHashSet<>();

    /** Notes that a thing is made or changed. */
    void note(String kind, UUID id) {
        changes.add(kind + " " + id);
    }

    /** The same with what has become of it. */
    void note(String kind, UUID id, Object state) {
        changes.add(kind + " " + id + " " + state);
    }

    /** Writes the row within the work, if there is anything to say. */
    void write(Handle handle, Author author) {
        if (changes.isEmpty()) {
            return;
        }
        String all = String.join("\n", changes);
        handle.createUpdate("insert into audit (id, happened, client, operation, request_id, trace_id, changes)"
                        + " values (:id, current_timestamp, :client, :operation, :requestId, :traceId, :changes)")
                .bind("id", UUID.randomUUID())
                .bindMethods(author)
                .bind("changes", all.substring(0, Math.min(all.length(), LONGEST)))
                .execute();
    }
}
