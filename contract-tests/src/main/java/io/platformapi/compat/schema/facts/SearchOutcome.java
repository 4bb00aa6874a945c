package io.platformapi.compat.schema.facts;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a search for a value ends with. */
public sealed interface SearchOutcome {

    SearchOutcome EMPTY = new Empty();

    /** What a doubt ends with where only who tells variants apart by a discriminator minds the value. */
    String UNTOLD = "who tells the variants apart does not know it";

    /** A value; where something in its making is beyond us, {@code doubt} says what, and the value must be checked. */
    record Found(JsonNode value, @Nullable String doubt) implements SearchOutcome {}

    /** There is no such value. */
    record Empty() implements SearchOutcome {}

    /** Nothing was found, and nothing was proved. */
    record Unknown(String reason) implements SearchOutcome {}

    static SearchOutcome found(JsonNode value) {
        return new Found(value, null);
    }

    default boolean isSure() {
        return this instanceof Found found && found.doubt() == null;
    }

    /** The same; if it is a value, and there is a doubt about it, with that. */
    default SearchOutcome doubted(@Nullable String why) {
        return why != null && this instanceof Found found ? new Found(found.value(), why) : this;
    }

    /** What two searches of two halves say of the whole: a find beats a doubt, a doubt beats emptiness. */
    default SearchOutcome or(SearchOutcome other) {
        return rank(other) > rank(this) ? other : this;
    }

    private static int rank(SearchOutcome outcome) {
        if (outcome instanceof Found found) {
            return found.doubt() == null ? 3 : 2;
        }
        return outcome instanceof Unknown ? 1 : 0;
    }
}
