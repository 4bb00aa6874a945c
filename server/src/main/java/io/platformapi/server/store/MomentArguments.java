package io.platformapi.server.store;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * The way of moments into the database: with their offset, so that no clock of this machine comes in between, and cut
 * to the microseconds that are kept, so that none is rounded to a later one.
 */
final class MomentArguments extends AbstractArgumentFactory<Instant> {

    MomentArguments() {
        super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant moment, ConfigRegistry config) {
        return (position, statement, context) -> statement.setObject(
                position, moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }
}
