package io.platformapi.domain;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Ids that grow with the time (RFC 9562, version 7): what is made at one time lies together in the indexes of a
 * database, so that few of their pages change (decision 0104). Nobody guesses one: 74 bits of each are random. Safe for
 * many threads.
 *
 * @param clock tells when an id is made
 */
public record TimedIds(InstantSource clock) implements Supplier<UUID> {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    @Override
    public UUID get() {
        long random = RANDOM.nextLong();
        return new UUID(clock.millis() << 16 | VERSION | random & 0xfff, VARIANT | RANDOM.nextLong() >>> 2);
    }
}
