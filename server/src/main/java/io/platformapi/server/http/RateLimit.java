package io.platformapi.server.http;

import io.platformapi.contract.http.Headers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many requests a client may send within a minute, whenever that begins. Safe for many threads.
 *
 * <p>Counted by minutes of the clock, the one before weighed by how much of it is less than a minute ago: so there are
 * no two bursts at the turn. What is refused does not count. What other servers have let in counts as well, as far as
 * this one has heard of it.
 */
public final class RateLimit {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final InstantSource clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private volatile Map<Span, Integer> elsewhere = Map.of();

    /** @param perMinute the number; 0 for as many as they like */
    public RateLimit(int perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** A client's requests of one minute of the clock. */
    private record Span(String client, Instant minute) {}

    /**
     * How many requests of a client were let in.
     *
     * @param minute the minute of the clock in which
     */
    public record LetIn(String client, Instant minute, int number) {}

    /** What was let in here, in this minute of the clock and in the one before. */
    public List<LetIn> letIn() {
        Instant now = clock.instant();
        return counts.entrySet().stream()
                .flatMap(each -> each.getValue().at(now).letIn(each.getKey()))
                .toList();
    }

    /** Hears what all other servers have let in, in place of what it heard before. */
    public void hear(List<LetIn> others) {
        elsewhere = others.stream()
                .collect(Collectors.toUnmodifiableMap(
                        each -> new Span(each.client(), each.minute()), LetIn::number, Integer::sum));
    }

    private int elsewhere(String client, Instant minute) {
        return elsewhere.getOrDefault(new Span(client, minute), 0);
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

        Count next(boolean isRoom, Instant moment) {
            return new Count(minute, before, isRoom ? now + 1 : now, isRoom, isRoom ? moment : last);
        }

        Stream<LetIn> letIn(String client) {
            return Stream.of(new LetIn(client, minute.minus(MINUTE), before), new LetIn(client, minute, now))
                    .filter(each -> each.number() > 0);
        }
    }

    /**
     * What weighs at a moment, wherever it was let in.
     *
     * @param part how much of this minute is over, between 0 and 1
     */
    private record Weight(int before, int now, double part) {

        double within() {
            return before * (1 - part) + now;
        }

        boolean hasRoom(int most) {
            return within() + 1 <= most;
        }

        /** The time until there is room for one more; none if there is. */
        Duration wait(int most) {
            int room = most - 1 - now;
            if (room >= 0) {
                double free = before <= room ? 0 : 1 - (double) room / before;
                return minutes(Math.max(0, free - part));
            }
            double free = now <= most - 1 ? 0 : 1 - (most - 1.0) / now;
            return minutes(1 - part + free);
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
        int othersBefore = elsewhere(client, minute.minus(MINUTE));
        int othersNow = elsewhere(client, minute);
        Count count = counts.compute(client, (name, known) -> {
            Count here = known == null ? Count.none(now) : known.at(now);
            boolean isRoom = new Weight(here.before() + othersBefore, here.now() + othersNow, part).hasRoom(perMinute);
            return here.next(isRoom, now);
        });
        var weight = new Weight(count.before() + othersBefore, count.now() + othersNow, part);
        Duration wait = othersBefore + othersNow > 0 // of which nobody knows when the last was
                ? weight.wait(perMinute)
                : shorter(
                        weight.wait(perMinute),
                        Duration.between(now, count.last().plus(MINUTE)));
        return verdict(count.isTaken(), weight, wait);
    }

    private Verdict verdict(boolean isTaken, Weight weight, Duration wait) {
        int left = (int) Math.max(0, Math.floor(perMinute - weight.within()));
        Headers fields = Headers.of("RateLimit-Policy", "\"client\";q=" + perMinute + ";w=60")
                .with("RateLimit", "\"client\";r=" + left + ";t=" + seconds(wait));
        return new Verdict(isTaken ? Optional.empty() : Optional.of(wait), fields);
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
