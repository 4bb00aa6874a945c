package io.platformapi.server.store;

import io.platformapi.domain.Connection;
import io.platformapi.domain.ConnectionState;
import io.platformapi.domain.Contact;
import io.platformapi.domain.ContactRole;
import io.platformapi.domain.ContactType;
import io.platformapi.domain.Party;
import io.platformapi.domain.Profile;
import io.platformapi.domain.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What the rows of the tables mean. */
final class Rows {

    private Rows() {}

    static Role role(ResultSet row, StatementContext context) throws SQLException {
        return new Role(
                there(id(row, "id")),
                row.getString("name"),
                row.getBoolean("is_licensee"),
                row.getString("image_url"),
                row.getString("image_thumbnail_url"),
                id(row, "image_id"));
    }

    static Contact contact(ResultSet row, StatementContext context) throws SQLException {
        return new Contact(
                there(id(row, "id")),
                ContactType.valueOf(row.getString("type")),
                row.getString("full_name"),
                row.getString("email_address"),
                id(row, "entered_by"),
                profile(row),
                moment(row, "last_asked"));
    }

    private static Profile profile(ResultSet row) throws SQLException {
        return new Profile(
                row.getString("mobile_number"),
                row.getString("phone_number"),
                row.getString("photo_url"),
                row.getString("photo_thumbnail_url"),
                row.getString("description"),
                row.getString("industry"),
                row.getString("occupation"),
                row.getString("area"),
                row.getString("timezone"),
                row.getString("address"));
    }

    static ContactRole contactRole(ResultSet row, StatementContext context) throws SQLException {
        return new ContactRole(
                there(id(row, "id")),
                there(id(row, "contact_id")),
                there(id(row, "role_id")),
                moment(row, "start_date"),
                moment(row, "end_date"));
    }

    static Connection connection(ResultSet row, StatementContext context) throws SQLException {
        return new Connection(
                there(id(row, "id")),
                party(row, "requestor"),
                party(row, "receiver"),
                ConnectionState.valueOf(row.getString("state")),
                id(row, "suggester_id"),
                there(moment(row, "since")),
                there(moment(row, "last_sent")),
                row.getString("addressee"));
    }

    private static Party party(ResultSet row, String side) throws SQLException {
        return new Party(
                there(id(row, side + "_contact_id")),
                there(id(row, side + "_contact_role_id")),
                there(id(row, side + "_role_id")));
    }

    /** A column that cannot be null. */
    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static @Nullable UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
