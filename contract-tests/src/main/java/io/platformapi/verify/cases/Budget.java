package io.platformapi.verify.cases;

import java.util.List;

/**
 * How much to send.
 *
 * @param random made-up valid requests for each operation; each is also sent once broken
 * @param derived at most so many broken requests derived from examples, for each operation
 * @param seed where made-up values come from
 * @param phases what is asked at all, in its order
 */
public record Budget(int random, int derived, long seed, List<RunPhase> phases) {

    /** The same for all phases. */
    public Budget(int random, int derived, long seed) {
        this(random, derived, seed, RunPhase.ALL);
    }
}
