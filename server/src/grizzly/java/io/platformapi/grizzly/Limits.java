package io.platformapi.grizzly;

import java.time.Duration;

/**
 * How much a client may send, and how long it may take.
 *
 * @param bodyBytes the largest body; more is answered by 413
 * @param bodyTime the time from a request's head to the end of its body; longer is answered by 408
 * @param headBytes the largest request line with its headers; more is answered by 414 or 431
 * @param idleTime how long a connection may be silent, or need for a head, before it is closed
 */
public record Limits(int bodyBytes, Duration bodyTime, int headBytes, Duration idleTime) {

    /** One mebibyte in twenty seconds, heads of 16 kibibytes, half a minute of silence. */
    public static final Limits USUAL = new Limits(1 << 20, Duration.ofSeconds(20), 1 << 14, Duration.ofSeconds(30));
}
