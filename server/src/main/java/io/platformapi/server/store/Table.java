package io.platformapi.server.store;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table with one row an id: what its rows mean, and the statements that put things into it. Immutable. */
final class Table<T> {

    private final String name;
    private final Sql.Reading<T> reading;
    private final Function<T, UUID> id;
    private final List<Column<T>> columns;
    private final String update;
    private final String insert;

    /**
     * A column besides the id.
     *
     * @param isPart whether it is read; what is not is made of other columns
     */
    record Column<T>(String name, Function<T, @Nullable Object> value, boolean isPart) {

        static <T> Column<T> of(String name, Function<T, @Nullable Object> value) {
            return new Column<>(name, value, true);
        }

        /** A column by which rows are found, and nothing more. */
        static <T> Column<T> key(String name, Function<T, @Nullable Object> value) {
            return new Column<>(name, value, false);
        }
    }

    /**
     * @param reading what a row means: the id, then the columns in their order
     * @param id the id of a thing
     */
    Table(String name, Sql.Reading<T> reading, Function<T, UUID> id, List<Column<T>> columns) {
        this.name = name;
        this.reading = reading;
        this.id = id;
        this.columns = List.copyOf(columns);
        String names = columns.stream().map(Column::name).collect(joining(", "));
        String changes = columns.stream().map(column -> column.name() + " = ?").collect(joining(", "));
        update = "update " + name + " set " + changes + " where id = ?";
        insert = "insert into " + name + " (" + names + ", id) values (" + "?, ".repeat(columns.size()) + "?)";
    }

    /** What a row means whose columns are those of this table. */
    Sql.Reading<T> reading() {
        return reading;
    }

    /** The columns that a row is read from, for a query that calls the table by this name. */
    String columns(String called) {
        return Stream.concat(
                        Stream.of("id"), columns.stream().filter(Column::isPart).map(Column::name))
                .map(column -> called + "." + column)
                .collect(joining(", "));
    }

    /** A query for rows, up to what says which. */
    String rows() {
        return "select " + columns(name) + " from " + name;
    }

    private @Nullable Object[] values(T row) {
        var values = new @Nullable Object[columns.size() + 1];
        for (int i = 0; i < columns.size(); i++) {
            values[i] = columns.get(i).value().apply(row);
        }
        values[columns.size()] = id.apply(row);
        return values;
    }

    /** Adds a row, or puts it in the place of the one with its id. */
    void put(Sql sql, T row) {
        @Nullable Object[] values = values(row);
        if (sql.change(update, values) == 0) {
            sql.change(insert, values);
        }
    }

    /** The same for many rows, by two statements for all of them. */
    void putAll(Sql sql, List<T> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<@Nullable Object[]> all = rows.stream().map(this::values).toList();
        int[] updated = sql.changes(update, all);
        List<@Nullable Object[]> absent = new ArrayList<>();
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                absent.add(all.get(i));
            }
        }
        if (!absent.isEmpty()) {
            sql.changes(insert, absent);
        }
    }
}
