package io.platformapi.server.mail;

/** What is thrown for a mail that was not sent, without what it says or whom it is for. */
public final class Unsent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What it depends on whether it can be sent. */
    public enum Reason {
        /** Nobody is there to send it through; no mail could be sent now. */
        AWAY,
        /** This one was not taken now; others may be. */
        FOR_NOW,
        /** This one will never be taken. */
        FOR_GOOD
    }

    /** @param problem what is the matter, for the log: no address, and nothing that whoever refuses has said */
    public Unsent(Reason reason, String problem, Throwable cause) {
        super(problem, cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
