package io.platformapi.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cells of a row, read one after the other from the left. For one thread. */
final class Cells {

    private final ResultSet row;
    private int read;

    Cells(ResultSet row) {
        this.row = row;
    }

    @Nullable
    String textOrNull() throws SQLException {
        return row.getString(++read);
    }

    String text() throws SQLException {
        return there(textOrNull());
    }

    @Nullable
    UUID idOrNull() throws SQLException {
        return row.getObject(++read, UUID.class);
    }

    UUID id() throws SQLException {
        return there(idOrNull());
    }

    @Nullable
    Instant momentOrNull() throws SQLException {
        OffsetDateTime moment = row.getObject(++read, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    Instant moment() throws SQLException {
        return there(momentOrNull());
    }

    boolean truth() throws SQLException {
        return row.getBoolean(++read);
    }

    int number() throws SQLException {
        return row.getInt(++read);
    }

    /** A column that cannot be null. */
    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
