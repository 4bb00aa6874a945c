package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.verify.checks.Exchange;

/**
 * A resource that a server said to have.
 *
 * @param id the text by which it is asked for
 * @param told the exchange that told of it
 * @param sent what it was made from; missing where it was found in a list
 */
record Resource(String id, Exchange told, JsonNode sent) {

    private static final int ACCEPTED = 202;

    /** Whether it was promised, and not made yet (RFC 9110, section 15.3.3). */
    boolean isGoingOn() {
        return told.answer().status() == ACCEPTED;
    }
}
