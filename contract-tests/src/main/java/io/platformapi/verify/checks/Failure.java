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
 */
public record Failure(String check, Case asked, String cause, String expected, String received, Node documented) {

    @Override
    public String toString() {
        return check + ": " + cause + " Expected " + expected + ", received " + received + " (" + asked.id() + ")";
    }
}
