package io.platformapi.server.store;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * A table with one row an id, as statements that put a record into it.
 *
 * @param update takes a record to the row of its id
 * @param insert makes a row of a record
 */
record Table(String update, String insert) {

    /** A table of a name, with columns such as {@code "full_name = :fullName"} besides its id. */
    static Table of(String name, String... columns) {
        String names = Stream.of(columns).map(column -> column.split(" = ")[0]).collect(joining(", "));
        String values = Stream.of(columns).map(column -> column.split(" = ")[1]).collect(joining(", "));
        return new Table(
                "update " + name + " set " + String.join(", ", columns) + " where id = :id",
                "insert into " + name + " (id, " + names + ") values (:id, " + values + ")");
    }

    /**
     * Adds a row, or puts it in the place of the one with its id.
     *
     * @param row a record, whose components are the values
     * @param more values that are no component
     */
    void put(Handle handle, Object row, Map<String, ?> more) {
        int updated = handle.createUpdate(update).bindMethods(row).bindMap(more).execute();
        if (updated == 0) {
            handle.createUpdate(insert).bindMethods(row).bindMap(more).execute();
        }
    }

    /** The same for many rows, by two statements for all of them. */
    void putAll(Handle handle, List<?> rows, Function<Object, Map<String, ?>> more) {
        if (rows.isEmpty()) {
            return;
        }
        int[] updated = batch(handle, update, rows, more).execute();
        List<Object> absent = new ArrayList<>();
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                absent.add(rows.get(i));
            }
        }
        if (!absent.isEmpty()) {
            batch(handle, insert, absent, more).execute();
        }
    }

    private static PreparedBatch batch(Handle handle, String sql, List<?> rows, Function<Object, Map<String, ?>> more) {
        PreparedBatch batch = handle.prepareBatch(sql);
        rows.forEach(row -> batch.bindMethods(row).bindMap(more.apply(row)).add());
        return batch;
    }
}
