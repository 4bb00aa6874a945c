package io.platformapi.server.store;

import io.platformapi.domain.Authentication.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keys that were looked up a moment ago, so that not every request asks for its own once more. A change of keys by this
 * process is known at once; one by another that has the database open, before what was looked up is too old. Safe for
 * many threads.
 */
final class KnownKeys {

    /** How many are kept, so that nobody fills the memory. */
    private static final int MOST = 10_000;

    private final Duration age;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /** @param age how long a key is as it was looked up */
    KnownKeys(Duration age) {
        this.age = age;
    }

    /**
     * A key that was looked up.
     *
     * @param ends when it ends; null if it never does
     * @param change after how many changes it was looked up
     */
    private record Known(Client client, @Nullable Instant ends, Instant since, long change) {

        boolean isGood(Instant now, Duration age) {
            boolean isYoung = !now.isBefore(since) && now.isBefore(since.plus(age));
            return isYoung && (ends == null || now.isBefore(ends));
        }
    }

    /** How often keys have changed, for whoever looks one up. */
    long changes() {
        return changes.get();
    }

    /** Who holds the key of a hash, if that is known. */
    Optional<Client> client(String hash, Instant now) {
        Known key = known.get(hash);
        return key != null && key.change() == changes.get() && key.isGood(now, age)
                ? Optional.of(key.client())
                : Optional.empty();
    }

    /** Keeps a key that was looked up after so many changes. */
    void keep(String hash, Client client, @Nullable Instant ends, Instant now, long change) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(hash, new Known(client, ends, now, change));
    }

    /** Keys have changed. */
    void change() {
        changes.incrementAndGet();
        known.clear();
    }
}
