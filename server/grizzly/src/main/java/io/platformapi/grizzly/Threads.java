package io.platformapi.grizzly;

/** Which threads run the handler. */
public enum Threads {
    /** Those that read and write: fastest, for a handler that never waits. */
    SELECTORS,
    /** Others, a few more than there are processors: for a handler that waits for a database. */
    WORKERS
}
