package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * One thing that is wrong with a value, held as values: the words are made when somebody reads them.
 *
 * @param pointer the JSON pointer of the place in the value; of the missing member itself where one is missing
 * @param keyword the keyword that refuses it, such as {@code maxLength}
 * @param limit the keyword's own value, such as {@code 10}
 * @param value what stands there; missing where nothing does
 */
public record Fault(String pointer, String keyword, JsonNode limit, JsonNode value) implements Breach {

    /** A value that has to be there, and is not. */
    public static Fault missing() {
        return new Fault("", "required", BooleanNode.TRUE, MissingNode.getInstance());
    }

    /** The keyword; with its name for a format: {@code format-uuid}. */
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
