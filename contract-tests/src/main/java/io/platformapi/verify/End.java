package io.platformapi.verify;

/**
 * How a run came to its end.
 *
 * @param kind what ended it
 * @param reason why what was left was not sent, as a clause; empty for a run that was finished
 * @param advice what the user is told who could not reach the server; empty for everybody else
 */
record End(Kind kind, String reason, String advice) {

    /** What ends a run. */
    enum Kind {
        /** All was asked. */
        FINISHED,
        /** Its time was over. */
        TIME,
        /** The user ended it. */
        USER,
        /** The server answered, and then no more. */
        GONE,
        /** The server never answered. */
        UNREACHED,
        /** A mistake of our own. */
        MISHAP
    }

    static final End FINISHED = new End(Kind.FINISHED, "", "");

    static End of(Kind kind, String reason) {
        return new End(kind, reason, "");
    }
}
