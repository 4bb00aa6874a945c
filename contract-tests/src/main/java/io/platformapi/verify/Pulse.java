package io.platformapi.verify;

import io.platformapi.verify.cases.Case;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a server answered last, and what it left unanswered since. */
final class Pulse {

    private @Nullable Case lastAnswered;
    private @Nullable Case firstUnanswered;

    /**
     * A server that answered, and then no more.
     *
     * @param answered the last case that was answered
     * @param unanswered the first one behind it that was not; the same where none was sent any more
     * @param reason what came in place of an answer
     */
    record Gone(Case answered, Case unanswered, String reason) {}

    void answered(Case asked) {
        lastAnswered = asked;
        firstUnanswered = null;
    }

    void unanswered(Case asked) {
        firstUnanswered = firstUnanswered == null ? asked : firstUnanswered;
    }

    /** Whether anything was answered yet. */
    boolean isThere() {
        return lastAnswered != null;
    }

    /** Where a server fell silent that is there no more. */
    Optional<Gone> gone(String reason) {
        return Optional.ofNullable(lastAnswered)
                .map(last -> new Gone(last, firstUnanswered == null ? last : firstUnanswered, reason));
    }
}
