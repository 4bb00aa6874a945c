package io.platformapi.mock.memory;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.http.Headers;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the memory says to a request. */
public sealed interface Recollection {

    /**
     * A success.
     *
     * @param status a documented status
     * @param body the value in a documented type; empty where the answer is none of what is remembered, and so is the
     *     document's own
     * @param headers header fields that take the place of the documented ones
     */
    record Kept(int status, Function<Content, Optional<Filled>> body, Headers headers) implements Recollection {}

    /**
     * A request that what is remembered does not allow.
     *
     * @param statuses the statuses that say so, the best first; the first of them where the document has none
     * @param message why, as a sentence
     */
    record Denied(List<Integer> statuses, String message) implements Recollection {}

    /**
     * A value for an answer.
     *
     * @param value one that its schema takes; missing where none was found
     * @param notices what was changed for the schema's sake, and what is not as it was asked
     */
    record Filled(JsonNode value, List<String> notices) {}
}
