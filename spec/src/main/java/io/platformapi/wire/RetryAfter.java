package io.platformapi.wire;

import java.time.Duration;

/** How clients are told to come back later. */
public final class RetryAfter {

    private RetryAfter() {}

    /** A wait as {@code Retry-After} has it: whole seconds, at least one; who repeats too early waits once more. */
    public static String seconds(Duration wait) {
        return String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    /** A problem that goes away by waiting, and where the client finds how long that takes. */
    public static String advice(String problem) {
        return problem + " Try again after the number of seconds in Retry-After.";
    }
}
