package io.platformapi.compat;

import io.platformapi.compat.schema.reading.SchemaReading;

/** Which way a message goes, and so who wrote it by yesterday's contract and who reads it by today's. */
enum Flow {
    /** Clients of yesterday send it, today's server reads it: what was right must still be understood. */
    INCOMING(SchemaReading.Direction.REQUEST),
    /** Today's server sends it, clients of yesterday read it: what is right must have been so before. */
    OUTGOING(SchemaReading.Direction.RESPONSE);

    private final SchemaReading.Direction direction;

    Flow(SchemaReading.Direction direction) {
        this.direction = direction;
    }

    SchemaReading.Direction direction() {
        return direction;
    }

    /** The answer goes the other way. */
    Flow answer() {
        return this == INCOMING ? OUTGOING : INCOMING;
    }
}
