package io.platformapi.server.http;

import io.platformapi.contract.http.Headers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests a client may send within a minute, whenever that begins. Safe for many threads.
 *
 * <p>Counted by minutes of the clock, the one before weighed by how much of it is less than a minute ago: so there are
 * no two bursts at the turn. What is refused does not count.
 */
public final class RateLimit {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final InstantSource clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    /** @param perMinute the number; 0 for as many as they like */
    public RateLimit(int perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /**
     * What becomes of a request.
     *
     * @param pause the time until the next one makes sense if it is one too many
     * @param fields what its client is told of the limit
     */
    record Verdict(Optional<Duration> pause, Headers fields) {

        static final Verdict FREE = new Verdict(Optional.empty(), Headers.none());
    }

    /**
     * What a client has sent. A minute after its last request nothing weighs any more; a clock that is set back begins
     * anew.
     */
    private record Count(Instant minute, int before, int now, boolean isTaken, Instant last) {

        static Count none(Instant moment) {
            return new Count(moment.truncatedTo(ChronoUnit.MINUTES), 0, 0, false, moment);
        }

        Count at(Instant moment) {
            Instant other = moment.truncatedTo(ChronoUnit.MINUTES);
            if (moment.isBefore(minute) || !moment.isBefore(last.plus(MINUTE))) {
                return none(moment);
            }
            return minute.equals(other) ? this : new Count(other, now, 0, false, last);
        }

        /** How many of the last minute, at a part of this one between 0 and 1. */
        double within(double part) {
            return before * (1 - part) + now;
        }

        Count next(double part, int most, Instant moment) {
            boolean isRoom = within(part) + 1 <= most;
            return new Count(minute, before, isRoom ? now + 1 : now, isRoom, isRoom ? moment : last);
        }
    }

    /** Counts a request, or says when it makes sense to send it again. */
    Verdict count(String client) {
        if (perMinute == 0) {
            return Verdict.FREE;
        }
        Instant now = clock.instant();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        double part = (double) Duration.between(minute, now).toMillis() / MINUTE.toMillis();
        Count count = counts.compute(
                client, (name, known) -> (known == null ? Count.none(now) : known.at(now)).next(part, perMinute, now));
        Duration wait =
                shorter(wait(count, part), Duration.between(now, count.last().plus(MINUTE)));
        int left = (int) Math.max(0, Math.floor(perMinute - count.within(part)));
        Headers fields = Headers.of("RateLimit-Policy", "\"client\";q=" + perMinute + ";w=60")
                .with("RateLimit", "\"client\";r=" + left + ";t=" + seconds(wait));
        return new Verdict(count.isTaken() ? Optional.empty() : Optional.of(wait), fields);
    }

    /** The time until there is room for one more; none if there is. */
    private Duration wait(Count count, double part) {
        int room = perMinute - 1 - count.now();
        if (room >= 0) {
            double free = count.before() <= room ? 0 : 1 - (double) room / count.before();
            return minutes(Math.max(0, free - part));
        }
        double free = count.now() <= perMinute - 1 ? 0 : 1 - (perMinute - 1.0) / count.now();
        return minutes(1 - part + free);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration minutes(double number) {
        return Duration.ofMillis((long) Math.ceil(number * MINUTE.toMillis()));
    }

    private static long seconds(Duration time) {
        return time.plusMillis(999).toSeconds();
    }
}
