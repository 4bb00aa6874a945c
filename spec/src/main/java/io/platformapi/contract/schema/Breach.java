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
}
