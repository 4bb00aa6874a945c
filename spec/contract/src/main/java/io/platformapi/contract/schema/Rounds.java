package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;

/** The references that one validation is following, each with the value it is followed for. */
final class Rounds {

    private final Deque<Step> open = new ArrayDeque<>();

    private record Step(Object reference, JsonNode value) {}

    /** Begins to follow a reference for a value, unless just that is being done. */
    boolean begins(Object reference, JsonNode value) {
        for (Step step : open) {
            if (step.value != value) {
                break;
            }
            if (step.reference == reference) {
                return false;
            }
        }
        open.push(new Step(reference, value));
        return true;
    }

    /** Comes back from what was begun last. */
    void ends() {
        open.pop();
    }
}
