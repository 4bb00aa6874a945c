package io.platformapi.server.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests a client may send in a minute of the clock. Safe for many threads. */
public final class RateLimit {

    private final int perMinute;
    private final InstantSource clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    /** @param perMinute the number; 0 for as many as they like */
    public RateLimit(int perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    private record Count(Instant minute, int requests) {

        Count next(Instant now) {
            return minute.equals(now) ? new Count(minute, requests + 1) : new Count(now, 1);
        }
    }

    /** Counts a request; gives the time until the next one makes sense if it is one too many. */
    Optional<Duration> excess(String client) {
        if (perMinute == 0) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        Count count = counts.merge(client, new Count(minute, 1), (known, one) -> known.next(minute));
        return count.requests() > perMinute
                ? Optional.of(Duration.between(now, minute.plus(1, ChronoUnit.MINUTES)))
                : Optional.empty();
    }
}
