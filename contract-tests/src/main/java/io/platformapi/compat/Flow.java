package io.platformapi.compat;

import io.platformapi.compat.schema.reading.Reading;

/** Which way a message goes, and so who wrote it by yesterday's contract and who reads it by today's. */
enum Flow {
    /** Clients of yesterday send it, today's server reads it: what was right must still be understood. */
    INCOMING(
            "request",
            "narrowed",
            "The server refuses what a client may send since yesterday.",
            Reading.Direction.REQUEST),
    /** Today's server sends it, clients of yesterday read it: what is right must have been so before. */
    OUTGOING(
            "response",
            "widened",
            "A client of yesterday cannot read what the server sends today.",
            Reading.Direction.RESPONSE);

    private final String message;
    private final String change;
    private final String consequence;
    private final Reading.Direction direction;

    Flow(String message, String change, String consequence, Reading.Direction direction) {
        this.message = message;
        this.change = change;
        this.consequence = consequence;
        this.direction = direction;
    }

    /** The first word of the ids of its findings. */
    String message() {
        return message;
    }

    /** What happens to a schema when it breaks somebody. */
    String change() {
        return change;
    }

    /** Who is hurt, and how. */
    String consequence() {
        return consequence;
    }

    Reading.Direction direction() {
        return direction;
    }

    /** The answer goes the other way. */
    Flow answer() {
        return this == INCOMING ? OUTGOING : INCOMING;
    }
}
