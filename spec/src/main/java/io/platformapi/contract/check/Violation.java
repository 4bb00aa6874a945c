package io.platformapi.contract.check;

import io.platformapi.contract.In;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.source.Excerpt;

/**
 * One way in which a message breaks the contract.
 *
 * @param in the part of the message
 * @param name the parameter's or member's name; empty for a whole body
 * @param pointer the JSON pointer within that value; empty for the value itself
 * @param rule what is broken: a schema's keyword such as {@code required} or {@code format-uuid}, or {@code mismatch},
 *     {@code malformed}, {@code media-type}, {@code status}, {@code undocumented}
 * @param expected what would be right, as a phrase
 * @param received what was sent, shortened
 */
public record Violation(In in, String name, String pointer, String rule, String expected, String received) {

    private static final int LONGEST = 1000;

    /** A whole body may be one name or one text; nobody wants it back. */
    public Violation {
        expected = Excerpt.of(expected, LONGEST);
        received = Excerpt.of(received, LONGEST);
    }

    static Violation of(Part part, Fault fault) {
        return new Violation(part.in(), part.name(), fault.pointer(), fault.rule(), fault.expected(), fault.received());
    }

    /** Where it is, such as {@code query limit} or {@code body /Roles/0}. */
    public String place() {
        return (in.keyword() + " " + name + pointer).strip();
    }

    /** {@code query limit: expected a number not above 100, received 500}. */
    @Override
    public String toString() {
        return place() + ": expected " + expected + ", received " + received;
    }
}
