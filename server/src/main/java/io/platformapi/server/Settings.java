package io.platformapi.server;

import java.util.Set;

/**
 * What can be set without changing the program.
 *
 * @param host the address to listen on
 * @param port the port; 0 for any that is free
 * @param bodyBytes the largest body that is read
 * @param requestsPerMinute how many requests a client may send in a minute; 0 for as many as they like
 * @param origins the pages of other origins that may use the server
 */
public record Settings(String host, int port, int bodyBytes, int requestsPerMinute, Set<String> origins) {

    /** Port 8080 of this machine, a mebibyte a body, 600 requests a minute, no pages of other origins. */
    public static Settings usual() {
        return new Settings("127.0.0.1", 8080, 1 << 20, 600, Set.of());
    }

    public Settings withPort(int other) {
        return new Settings(host, other, bodyBytes, requestsPerMinute, origins);
    }
}
