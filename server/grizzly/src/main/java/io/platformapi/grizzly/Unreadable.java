package io.platformapi.grizzly;

/** What is thrown where a request stops being one that HTTP allows, or that fits the limits. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status the status that says why, such as 400 or 431 */
    Unreadable(int status) {
        super("status " + status, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
