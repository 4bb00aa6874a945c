package io.platformapi.verify;

import java.time.Duration;

/**
 * How much a verification takes from a server before it goes on without it.
 *
 * @param answer how long an answer may take, from the request to its last byte
 * @param bytes how large the body of an answer may be
 * @param run how long all of it may take
 * @param sending which requests may be sent
 */
public record RunLimits(Duration answer, long bytes, Duration run, Sending sending) {

    private static final long MEGABYTE = 1024L * 1024;

    /** Limits within which everything may be sent. */
    public RunLimits(Duration answer, long bytes, Duration run) {
        this(answer, bytes, run, Sending.EVERYTHING);
    }

    /** 30 seconds and 16 MB for an answer, an hour for all. */
    public static RunLimits usual() {
        return new RunLimits(Duration.ofSeconds(30), 16 * MEGABYTE, Duration.ofHours(1));
    }

    /** A time as a message shows it: {@code 30 s}, {@code 0.5 s}. */
    static String shown(Duration time) {
        String seconds = String.valueOf(time.toMillis() / 1000.0);
        return seconds.replaceFirst("\\.0$", "") + " s";
    }

    /** A size as a message shows it: {@code 16 MB}, {@code 500 bytes}. */
    static String shown(long bytes) {
        return bytes >= MEGABYTE && bytes % MEGABYTE == 0 ? bytes / MEGABYTE + " MB" : bytes + " bytes";
    }
}
