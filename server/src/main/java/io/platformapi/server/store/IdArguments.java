package io.platformapi.server.store;

import java.sql.Types;
import java.util.UUID;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** The way of ids into the database: PostgreSQL takes none that is absent, if it is called a text. */
final class IdArguments extends AbstractArgumentFactory<UUID> {

    IdArguments() {
        super(Types.OTHER);
    }

    @Override
    protected Argument build(UUID id, ConfigRegistry config) {
        return (position, statement, context) -> statement.setObject(position, id);
    }
}
