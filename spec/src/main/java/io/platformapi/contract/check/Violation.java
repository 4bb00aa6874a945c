package io.platformapi.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.In;
import io.platformapi.contract.body.Slip;
import io.platformapi.contract.schema.Breach;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.source.Excerpt;

/**
 * One way in which a message breaks the contract.
 *
 * @param in the part of the message
 * @param name the parameter's or member's name; empty for a whole body
 * @param pointer the JSON pointer within that value; empty for the value itself
 * @param breach what is wrong there: a fault by a schema, or one of those below
 */
public record Violation(In in, String name, String pointer, Breach breach) {

    private static final int LONGEST = 1000;

    /** A violation of a schema by the value of a parameter or member. */
    public static Violation of(In in, String name, Fault fault) {
        return new Violation(in, name, fault.pointer(), fault);
    }

    /** What is wrong with a body beside its values. */
    public static Violation of(Slip slip) {
        Breach breach = slip.isUnread() ? new Malformed(slip.expected(), slip.received()) : slip;
        return new Violation(In.BODY, "", slip.pointer(), breach);
    }

    /** A violation that concerns the whole of a part, by what is no value. */
    public static Violation of(In in, String name, String rule, String expected, String received) {
        return new Violation(in, name, "", new Told(rule, expected, received));
    }

    /**
     * What is broken: a schema's keyword such as {@code required} or {@code format-uuid}, or {@code mismatch},
     * {@code malformed}, {@code media-type}, {@code status}, {@code undocumented}.
     */
    public String rule() {
        return breach.rule();
    }

    /** What would be right, as a phrase. */
    public String expected() {
        return cut(breach.expected());
    }

    /** What was sent, as a phrase, shortened. */
    public String received() {
        return cut(breach.received());
    }

    /** A whole body may be one name or one text; nobody wants it back. */
    private static String cut(String text) {
        return Excerpt.of(text, LONGEST);
    }

    /** Where it is, such as {@code query limit} or {@code body /Roles/0}. */
    public String place() {
        return (in.keyword() + " " + name + pointer).strip();
    }

    /** {@code query limit: expected a number not above 100, received 500}. */
    @Override
    public String toString() {
        return place() + ": expected " + expected() + ", received " + received();
    }

    /** A dialect asks more of a value than its schema does. */
    public record Stricter(String rule, String expected, JsonNode value) implements Breach {

        @Override
        public String received() {
            return value.toString();
        }
    }

    /**
     * One member has two values.
     *
     * @param first where the value is that was found first
     */
    public record Mismatch(In first, JsonNode given, JsonNode value) implements Breach {

        @Override
        public String rule() {
            return "mismatch";
        }

        @Override
        public String expected() {
            return "the value of the " + first.keyword() + ", " + given.asText();
        }

        @Override
        public String received() {
            return value.asText();
        }
    }

    /** A text is not what it is sent as, so that there is no value. */
    public record Malformed(String expected, String received) implements Breach {

        @Override
        public String rule() {
            return "malformed";
        }
    }

    /**
     * An XML Schema is not kept.
     *
     * @param constraint the constraint, in the words of XML Schema: {@code cvc-complex-type.2.4.a}
     * @param received where and how, in the validator's words
     */
    public record Xsd(String constraint, String received) implements Breach {

        @Override
        public String rule() {
            return "xml-schema";
        }

        @Override
        public String expected() {
            return "XML that is valid by the XML Schemas of the contract";
        }
    }

    /** Something of the message beside its values is wrong, of which there is nothing to tell but words. */
    public record Told(String rule, String expected, String received) implements Breach {}
}
