package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A look at values that tells those which are certainly right. Of all others it knows nothing: {@link Validation}
 * judges them, and finds the words.
 */
@FunctionalInterface
interface Approval {

    Approval ANYTHING = value -> true;
    Approval NOTHING = value -> false;

    /** Whether a value is certainly right. */
    boolean accepts(JsonNode value);
}
