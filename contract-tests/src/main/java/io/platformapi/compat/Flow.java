package io.platformapi.compat;

import io.platformapi.compat.schema.reading.Reading;

/** Which way a message goes, and so who wrote it by yesterday's contract and who reads it by today's. */
enum Flow {
    /** Clients of yesterday send it, today's server reads it: what was right must still be understood. */
    INCOMING(Reading.Direction.REQUEST),
    /** Today's server sends it, clients of yesterday read it: what is right must have been so before. */
    OUTGOING(Reading.Direction.RESPONSE);

    private final Reading.Direction direction;

    Flow(Reading.Direction direction) {
        this.direction = direction;
    }

    Reading.Direction direction() {
        return direction;
    }

    /** The answer goes the other way. */
    Flow answer() {
        return this == INCOMING ? OUTGOING : INCOMING;
    }
}
