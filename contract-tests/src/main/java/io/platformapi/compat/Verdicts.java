package io.platformapi.compat;

import io.platformapi.compat.schema.Gap;
import io.platformapi.compat.schema.Verdict;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known of each gap. Many messages lead to the same one, and a witness is dear: one is enough. A gap that
 * nobody could decide in one message may be proven in another, and is tried in a few.
 */
final class Verdicts {

    private static final int MOST_TRIES = 3;

    private final Map<String, Known> known = new HashMap<>();

    private record Known(Gap gap, Verdict verdict, int tries) {

        private boolean isFor(Gap asked) {
            return asked == gap || !(verdict instanceof Verdict.Undecided) || tries >= MOST_TRIES;
        }
    }

    /** Why a gap is one; of those that have the same key, the verdict on the first that is proven. */
    Verdict of(String key, Gap gap) {
        Known before = known.get(key);
        if (before != null && before.isFor(gap)) {
            return before.verdict();
        }
        Known now = new Known(gap, gap.verdict(), before == null ? 1 : before.tries() + 1);
        known.put(key, now);
        return now.verdict();
    }
}
