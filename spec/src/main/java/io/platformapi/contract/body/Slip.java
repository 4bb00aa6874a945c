package io.platformapi.contract.body;

import io.platformapi.contract.schema.Breach;
import io.platformapi.contract.source.Node;

/**
 * Something of a body that is wrong beside its values.
 *
 * @param pointer the JSON pointer of the member it is about; empty for the whole body
 * @param isUnread whether there is no value for it
 */
public record Slip(String pointer, boolean isUnread, String rule, String expected, String received) implements Breach {

    static Slip whole(String rule, String expected, String received) {
        return new Slip("", false, rule, expected, received);
    }

    static Slip of(String field, String rule, String expected, String received) {
        return new Slip("/" + Node.escape(field), false, rule, expected, received);
    }

    /** A field whose bytes are no value. */
    static Slip unread(String field, String expected, String received) {
        return new Slip("/" + Node.escape(field), true, "malformed", expected, received);
    }
}
