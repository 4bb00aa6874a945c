package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * One thing that is wrong with a value.
 *
 * @param pointer the JSON pointer of the place in the value; of the missing member itself where one is missing
 * @param breach what is wrong there
 */
public record Fault(String pointer, Breach breach) {

    static Fault of(String pointer, String keyword, JsonNode limit, JsonNode value) {
        return new Fault(pointer, new Breach.OfKeyword(keyword, limit, value));
    }

    /** A value that has to be there, and is not. */
    public static Fault missing() {
        return of("", "required", BooleanNode.TRUE, MissingNode.getInstance());
    }

    /** What is wrong with the spelling of a value, of which there is nothing to tell but words. */
    public static Fault told(String pointer, String rule, String expected, String received) {
        return new Fault(pointer, new Breach.Told(rule, expected, received));
    }

    /** The keyword that is broken, such as {@code maxLength}; with its name for a format: {@code format-uuid}. */
    public String rule() {
        return breach.rule();
    }

    /** What would be right, as a phrase: {@code at most 10 characters}. */
    public String expected() {
        return breach.expected();
    }

    /** What stands there, shortened: {@code "a rather long te…"}. */
    public String received() {
        return breach.received();
    }
}
