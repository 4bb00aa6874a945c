package io.platformapi.mock;

import java.time.Duration;

/** Runs tasks after a while, on other threads. */
@FunctionalInterface
interface Later {

    void run(Runnable task, Duration delay);
}
