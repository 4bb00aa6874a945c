package io.platformapi.verify.checks;

import io.platformapi.contract.source.Node;
import io.platformapi.verify.cases.Case;

/**
 * One way in which an answer breaks the contract.
 *
 * @param check the id of the check, kebab-case
 * @param asked the case that shows it
 * @param cause what is wrong, the same for every case that shows the same
 * @param expected what would be right
 * @param received what came instead
 * @param documented where the document says so
 * @param blame whose fault it is
 */
public record Failure(
        String check, Case asked, String cause, String expected, String received, Node documented, Blame blame) {

    /** Whose fault it is. */
    public enum Blame {
        /** The server's: it does not do what the document says. */
        SERVER,
        /** The document's: it contradicts itself, so that no server can be right. */
        DOCUMENT,
        /** Nobody's: no rule obliges the server to do what would be better. */
        NOBODY
    }

    Failure(String check, Case asked, String cause, String expected, String received, Node documented) {
        this(check, asked, cause, expected, received, documented, Blame.SERVER);
    }

    @Override
    public String toString() {
        return check + ": " + cause + " Expected " + expected + ", received " + received + " (" + asked.id() + ")";
    }
}
