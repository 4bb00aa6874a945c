package io.platformapi.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.In;
import io.platformapi.contract.schema.Breach;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.source.Excerpt;

/**
 * One way in which a message breaks the contract.
 *
 * @param in the part of the message
 * @param name the parameter's or member's name; empty for a whole body
 * @param fault what is wrong with it, and where in its value
 */
public record Violation(In in, String name, Fault fault) {

    private static final int LONGEST = 1000;

    /** A violation by the whole of a part. */
    public Violation(In in, String name, Breach breach) {
        this(in, name, new Fault("", breach));
    }

    /** A violation that concerns the whole of a part, by what is no value. */
    public static Violation of(In in, String name, String rule, String expected, String received) {
        return new Violation(in, name, new Breach.Told(rule, expected, received));
    }

    public Breach breach() {
        return fault.breach();
    }

    /** The JSON pointer within the value; empty for the value itself. */
    public String pointer() {
        return fault.pointer();
    }

    /**
     * What is broken: a schema's keyword such as {@code required} or {@code format-uuid}, or {@code mismatch},
     * {@code malformed}, {@code style}, {@code media-type}, {@code status}, {@code undocumented}.
     */
    public String rule() {
        return fault.rule();
    }

    /** What would be right, as a phrase. */
    public String expected() {
        return cut(fault.expected());
    }

    /** What was sent, as a phrase, shortened. */
    public String received() {
        return cut(fault.received());
    }

    /** A whole body may be one name or one text; nobody wants it back. */
    private static String cut(String text) {
        return Excerpt.of(text, LONGEST);
    }

    /** Where it is, such as {@code query limit} or {@code body /Roles/0}. */
    public String place() {
        return (in.keyword() + " " + name + pointer()).strip();
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
}
