package io.platformapi.compat.schema.facts;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a search for a value ends with. */
public sealed interface Outcome {

    Outcome EMPTY = new Empty();

    /** A value; where something in its making is beyond us, {@code doubt} says what, and the value must be checked. */
    record Found(JsonNode value, @Nullable String doubt) implements Outcome {}

    /** There is no such value. */
    record Empty() implements Outcome {}

    /** Nothing was found, and nothing was proved. */
    record Unknown(String reason) implements Outcome {}

    static Outcome found(JsonNode value) {
        return new Found(value, null);
    }

    default boolean isSure() {
        return this instanceof Found found && found.doubt() == null;
    }

    /** The same; if it is a value, and there is a doubt about it, with that. */
    default Outcome doubted(@Nullable String why) {
        return why != null && this instanceof Found found ? new Found(found.value(), why) : this;
    }

    /** What two searches of two halves say of the whole: a find beats a doubt, a doubt beats emptiness. */
    default Outcome or(Outcome other) {
        return rank(other) > rank(this) ? other : this;
    }

    private static int rank(Outcome outcome) {
        if (outcome instanceof Found found) {
            return found.doubt() == null ? 3 : 2;
        }
        return outcome instanceof Unknown ? 1 : 0;
    }
}
