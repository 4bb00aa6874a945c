package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What is wrong with a part of a message, held as values. Words are for people, and made when they are read. */
public interface Breach {

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

    /**
     * A keyword of a schema is broken.
     *
     * @param limit the keyword's own value, such as {@code 10}
     */
    record OfKeyword(String keyword, JsonNode limit, JsonNode value) implements Breach {

        @Override
        public String rule() {
            return keyword.equals("format") ? "format-" + limit.asText() : keyword;
        }

        @Override
        public String expected() {
            return Expectation.of(keyword, limit);
        }

        @Override
        public String received() {
            return Shown.of(keyword, value);
        }

        /** How long the value is, as limits count it: characters of a text, items of a list, members of an object. */
        public int length() {
            return Shown.length(value);
        }
    }

    /** A text is not what it is sent as, so that there is no value. */
    record Malformed(String expected, String received) implements Breach {

        @Override
        public String rule() {
            return "malformed";
        }
    }

    /** Something beside the values is wrong, of which there is nothing to tell but words. */
    record Told(String rule, String expected, String received) implements Breach {}
}
