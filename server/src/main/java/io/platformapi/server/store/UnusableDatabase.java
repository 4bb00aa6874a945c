package io.platformapi.server.store;

/** What is thrown when a database cannot be reached, does not keep its word, or is not of this version. */
public final class UnusableDatabase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableDatabase(String problem) {
        super(problem);
    }

    UnusableDatabase(String problem, Throwable cause) {
        super(problem, cause);
    }
}
