package io.platformapi.server.http;

/**
 * Who may send how much.
 *
 * @param authentication tells who sends a request
 * @param rate how often a client may ask
 * @param bodyBytes the largest body that is read
 * @param origins the pages that may ask from a browser
 */
public record Access(Authentication authentication, RateLimit rate, int bodyBytes, Origins origins) {}
