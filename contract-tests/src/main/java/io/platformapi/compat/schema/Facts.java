package io.platformapi.compat.schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is known of a value of one type, and a value for which it holds. Assertions are taken as true or as false, as
 * their literal has it; the answer is false if that contradicts what is known. Those about other types hold of it
 * whatever it is.
 */
interface Facts {

    default boolean take(Literal literal, NumberAssertion assertion) {
        return literal.positive();
    }

    default boolean take(Literal literal, StringAssertion assertion) {
        return literal.positive();
    }

    default boolean take(Literal literal, ArrayAssertion assertion) {
        return literal.positive();
    }

    default boolean take(Literal literal, ObjectAssertion assertion) {
        return literal.positive();
    }

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
