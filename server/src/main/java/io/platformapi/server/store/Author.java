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

    /**
     * Somebody at this machine, or at one that has the database's password.
     *
     * @param user their name there
     * @param command what they have it do, such as {@code key add}
     */
    public static Author operator(String user, String command) {
        return new Author("operator " + user, command, "", "");
    }

    /** This program itself, asked by nobody. */
    public static final Author ITSELF = new Author("server", "", "", "");
}
