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

    /** Whether clients send it. */
    boolean isOfClients() {
        return this == INCOMING;
    }

    /** Whether a part that has to be there from now on, or need not be any more, breaks something. */
    boolean isBrokenBy(boolean required) {
        return required == isOfClients();
    }

    /** What is said of such a part. */
    String presence(boolean required) {
        return required
                ? isOfClients() ? " is now required." : " is now always there."
                : isOfClients() ? " may be left out." : " is no longer always there.";
    }

    /** The answer goes the other way. */
    Flow answer() {
        return this == INCOMING ? OUTGOING : INCOMING;
    }
}
