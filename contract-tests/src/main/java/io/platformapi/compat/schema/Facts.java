package io.platformapi.compat.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** What is known of a value of one type, and a value for which it holds. */
interface Facts {

    /** Takes an assertion about the type as true; false if that contradicts what is known. */
    boolean affirm(Literal literal, Assertion assertion);

    /** Takes an assertion about the type as false; false if that contradicts what is known. */
    boolean deny(Literal literal, Assertion assertion);

    /** Takes one value out; only called with values that are neither arrays nor objects. */
    void exclude(JsonNode value);

    Facts copy();

    /** The same facts, or fewer: what the sender declares is not known yet, so that any member may be sent. */
    default Facts open() {
        return this;
    }

    /** A value for which all of it holds. */
    Outcome witness();
}
