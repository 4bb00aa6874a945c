package io.platformapi.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a {@link Store} throws when it cannot work now but may be able to soon, say without its database. */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * @param problem what is the matter, for the log; clients do not see it
     * @param retryAfter after which time a repeat makes sense
     */
    public Unavailable(String problem, Duration retryAfter, @Nullable Throwable cause) {
        super(problem, cause);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
