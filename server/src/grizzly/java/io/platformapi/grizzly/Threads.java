package io.platformapi.grizzly;

import org.glassfish.grizzly.IOStrategy;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;

/** Which threads run the handler. */
public enum Threads {
    /** Those that read and write: fastest, for a handler that never waits. */
    SELECTORS(SameThreadIOStrategy.getInstance()),
    /** Others, a few more than there are processors: for a handler that waits for a database. */
    WORKERS(WorkerThreadIOStrategy.getInstance());

    private final IOStrategy strategy;

    Threads(IOStrategy strategy) {
        this.strategy = strategy;
    }

    IOStrategy strategy() {
        return strategy;
    }
}
