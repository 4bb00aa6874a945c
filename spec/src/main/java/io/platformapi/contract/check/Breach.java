package io.platformapi.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.In;
import io.platformapi.contract.schema.Fault;

/**
 * What is wrong with a part of a message, held as values. Programs ask for these; the words are for people, and made
 * when they are read.
 */
public sealed interface Breach {

    /** What is broken, in one word that never changes. */
    String rule();

    /** What would be right, as a phrase. */
    String expected();

    /** What was sent, as a phrase. */
    String received();

    /** What was sent, where it is a value; else missing. */
    default JsonNode value() {
        return MissingNode.getInstance();
    }

    /** A keyword of a schema is. */
    record OfSchema(Fault fault) implements Breach {

        @Override
        public String rule() {
            return fault.rule();
        }

        @Override
        public String expected() {
            return fault.expected();
        }

        @Override
        public String received() {
            return fault.received();
        }

        @Override
        public JsonNode value() {
            return fault.value();
        }
    }

    /** A dialect asks more of a value than its schema does. */
    record Stricter(String rule, String expected, JsonNode value) implements Breach {

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
    record Mismatch(In first, JsonNode given, JsonNode value) implements Breach {

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
    record Malformed(String expected, String received) implements Breach {

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
    record OfXmlSchema(String constraint, String received) implements Breach {

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
    record OfMessage(String rule, String expected, String received) implements Breach {}
}
