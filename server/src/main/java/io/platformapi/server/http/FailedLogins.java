package io.platformapi.server.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often each address has shown a credential that is none, within the last minute. Safe for many threads.
 *
 * <p>Addresses of version 6 are counted by their first 64 bits, which one customer has. There is a line of the log for
 * the first, the tenth, the hundredth, and so on.
 */
public final class FailedLogins {

    private static final Logger LOG = LoggerFactory.getLogger(FailedLogins.class);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 10_000;
    private static final int NETWORK_PARTS = 4;

    private final int most;
    private final InstantSource clock;
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private long total;

    /** @param most how many in a minute before nobody at the address is listened to; 0 for as many as they like */
    public FailedLogins(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    private record Count(Instant since, int failures) {

        boolean isOver(Instant now) {
            return !now.isBefore(since.plus(WINDOW));
        }
    }

    /** How many there were since the start, from whatever address. */
    public synchronized long total() {
        return total;
    }

    /** Counts one. */
    void count(String peer) {
        int failures = counted(network(peer));
        if (isPowerOfTen(failures)) {
            LOG.atWarn()
                    .addKeyValue("peer", peer)
                    .addKeyValue("failures", failures)
                    .log("{} shows a credential that is none, for the {}. time within a minute", peer, failures);
        }
    }

    private synchronized int counted(String network) {
        Instant now = clock.instant();
        total++;
        Count before = counts.remove(network);
        Count count = before == null || before.isOver(now)
                ? new Count(now, 1)
                : new Count(before.since(), before.failures() + 1);
        counts.put(network, count);
        if (counts.size() > MOST_ADDRESSES) { // whoever has been silent for longest
            counts.remove(counts.keySet().iterator().next());
        }
        return count.failures();
    }

    /** The time until somebody at the address is listened to again; empty if that is now. */
    synchronized Optional<Duration> wait(String peer) {
        Count count = counts.get(network(peer));
        Instant now = clock.instant();
        return most == 0 || count == null || count.isOver(now) || count.failures() < most
                ? Optional.empty()
                : Optional.of(Duration.between(now, count.since().plus(WINDOW)));
    }

    private static String network(String peer) {
        String[] parts = peer.split(":", NETWORK_PARTS + 1);
        return parts.length <= NETWORK_PARTS ? peer : String.join(":", Arrays.copyOf(parts, NETWORK_PARTS));
    }

    private static boolean isPowerOfTen(int number) {
        int left = number;
        while (left % 10 == 0) {
            left /= 10;
        }
        return left == 1;
    }
}
