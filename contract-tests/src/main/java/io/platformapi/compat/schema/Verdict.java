package io.platformapi.compat.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.search.StepBudget;

/** Whether one schema's values are all another's. */
public sealed interface Verdict {

    /** They all are. */
    record Yes() implements Verdict {}

    /**
     * They are not.
     *
     * @param witness a value of the one schema that is none of the other; a validator agreed
     */
    record No(JsonNode witness) implements Verdict {}

    /** They are not, by what the document says beyond schemas, so that no validator can agree. */
    record Untold(String reason) implements Verdict {}

    /** Nobody knows. */
    record Undecided(String reason) implements Verdict {

        /** Whether it would have taken too long to know. */
        public boolean isGivenUp() {
            return StepBudget.isReason(reason);
        }
    }
}
