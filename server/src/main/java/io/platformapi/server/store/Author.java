package io.platformapi.server.store;

/**
 * Whoever changes something, for the table {@code audit}.
 *
 * @param client the name of who asked
 * @param operation what they asked for
 * @param requestId by which name the log knows the request
 * @param traceId by which name other programs know it
 */
public record Author(String client, String operation, String requestId, String traceId) {

    /** This program itself, asked by nobody. */
    public static final Author ITSELF = new Author("server", "", "", "");
}
