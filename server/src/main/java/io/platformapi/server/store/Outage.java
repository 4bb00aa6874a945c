package io.platformapi.server.store;

import io.platformapi.domain.Unavailable;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * What is known of a database that is away. While it is, one piece of work at a time waits for it, and all others are
 * sent away at once: else each would keep a thread waiting. Safe for many threads.
 */
final class Outage {

    private final Semaphore waiting = new Semaphore(1);
    private final Duration retryAfter;
    private volatile boolean lasts;

    Outage(Duration retryAfter) {
        this.retryAfter = retryAfter;
    }

    /** Runs work, unless the database is away and somebody else waits for it. */
    <T> T pass(Supplier<T> work) {
        if (!lasts) {
            return work.get();
        }
        if (!waiting.tryAcquire()) {
            throw new Unavailable("no connection to the database, and somebody waits for one", retryAfter, null);
        }
        try {
            T result = work.get();
            lasts = false;
            return result;
        } finally {
            waiting.release();
        }
    }

    void begin() {
        lasts = true;
    }
}
