package io.platformapi.grizzly;

/** What comes next on a connection. */
enum Phase {
    /** Its turn among those that have sent more than one request. */
    TURN,
    /** A head. */
    HEAD,
    /** What the handler says. */
    HANDLER,
    /** A body. */
    BODY,
    /** That a piece of the body is taken on. */
    PASSING,
    /** The end of the answer. */
    SENDING,
    /** The next piece of an answer, of which nobody knows how long it goes on. */
    STREAMING,
    /** The end of a body that nobody reads. */
    SKIPPING,
    /** That the client closes, too. */
    LINGERING,
    /** Nothing. */
    OVER
}
