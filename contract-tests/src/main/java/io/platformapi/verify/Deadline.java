package io.platformapi.verify;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The moment by which something is over.
 *
 * @param nanos the moment, as the clock tells it
 * @param clock tells the time in nanoseconds since some moment
 */
record Deadline(long nanos, LongSupplier clock) {

    static Deadline after(Duration time) {
        return after(time, System::nanoTime);
    }

    static Deadline after(Duration time, LongSupplier clock) {
        return new Deadline(clock.getAsLong() + time.toNanos(), clock);
    }

    /** The end of a share of what is left. */
    Deadline share(int shares) {
        return after(left().dividedBy(shares), clock);
    }

    boolean isOver() {
        return left().isZero();
    }

    /** What is left until then; zero when it has come. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - clock.getAsLong()));
    }
}
