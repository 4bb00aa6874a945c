package io.platformapi.server.store;

import io.platformapi.domain.Unavailable;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Work on a database, run again a few times if it loses a race, by a deadlock or by a row that somebody else has just
 * made, or if its connection breaks before it is done. Safe for many threads.
 */
final class Retries {

    private static final int ATTEMPTS = 5;
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(4);

    private final Outage outage;
    private final Duration retryAfter;
    private final Supplier<Pool> pool;

    /**
     * @param retryAfter when those may ask again who are sent away
     * @param pool gives the pool as it is then
     */
    Retries(Duration retryAfter, Supplier<Pool> pool) {
        this.outage = new Outage(retryAfter);
        this.retryAfter = retryAfter;
        this.pool = pool;
    }

    /** Runs work until it is done, as often as makes sense. */
    <T> T run(Function<Pool, T> work) {
        return outage.pass(() -> {
            for (int attempt = 1; ; attempt++) {
                Pool current = pool.get();
                try {
                    return work.apply(current);
                } catch (RuntimeException e) {
                    check(current, e, attempt);
                }
                stepAside(attempt);
            }
        });
    }

    /** Ends the work with a failure, unless it may be run again. */
    private void check(Pool current, RuntimeException e, int attempt) {
        if (current.isBroken()) {
            throw new Unavailable("the database has failed: " + UnusableDatabase.reason(e), retryAfter, e);
        }
        switch (Setback.of(e)) {
            case LOST_RACE -> checkAttempt(attempt, "lost every race for the same rows", e);
            case BROKEN_CONNECTION -> {
                current.renew();
                checkAttempt(attempt, "every connection to the database broke", e);
            }
            case AWAY -> {
                if (Setback.isOutage(e)) {
                    outage.begin();
                }
                throw new Unavailable("no connection to the database", retryAfter, e);
            }
            case FAULT -> throw e;
        }
    }

    private void checkAttempt(int attempt, String problem, RuntimeException e) {
        if (attempt == ATTEMPTS) {
            throw new Unavailable(problem, retryAfter, e);
        }
    }

    /** Waits a little, longer each time and never like the others: who races in step meets again. */
    private static void stepAside(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST_WAIT.toNanos() << attempt));
    }
}
