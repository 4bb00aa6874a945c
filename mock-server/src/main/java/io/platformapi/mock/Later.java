package io.platformapi.mock;

import java.time.Duration;

/** Runs tasks after a while, on other threads. */
@FunctionalInterface
interface Later {

    void run(Runnable task, Duration delay);

    /** Whether what is run now is run before its time, because the mock ends. */
    default boolean isOver() {
        return false;
    }
}
