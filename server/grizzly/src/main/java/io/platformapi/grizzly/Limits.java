package io.platformapi.grizzly;

import java.time.Duration;

/**
 * How much clients may send, how long they may take, and how much is kept for all of them together.
 *
 * @param bodyBytes the largest body; more is answered by 413
 * @param bodyTime the time from a request's head to the end of its body; longer is answered by 408
 * @param headBytes the largest request line with its header fields; more is answered by 414 or 431
 * @param idleTime how long a connection may be silent, need for a head, or not read its answer, before it is closed
 * @param connections how many may be open; for one more, the one that has kept the server waiting longest is closed
 * @param heldBytes how much of heads, bodies and unsent answers is kept for all connections together; for more, those
 *     of them that have kept the server waiting longest are closed, as long as they hold any
 */
public record Limits(
        int bodyBytes, Duration bodyTime, int headBytes, Duration idleTime, int connections, long heldBytes) {

    /**
     * Bodies of 64 kibibytes in twenty seconds, heads of 16 kibibytes, half a minute of silence, two thousand
     * connections and an eighth of the memory there is.
     */
    public static final Limits USUAL = new Limits(
            1 << 16,
            Duration.ofSeconds(20),
            1 << 14,
            Duration.ofSeconds(30),
            2000,
            Runtime.getRuntime().maxMemory() / 8);

    /** Room for one body at least, however large. */
    public Limits {
        heldBytes = Math.max(heldBytes, 4L * bodyBytes);
    }

    /** The same with another limit of bodies. */
    public Limits withBodyBytes(int most) {
        return new Limits(most, bodyTime, headBytes, idleTime, connections, heldBytes);
    }

    /** The same for another number of connections. */
    public Limits withConnections(int most) {
        return new Limits(bodyBytes, bodyTime, headBytes, idleTime, most, heldBytes);
    }
}
