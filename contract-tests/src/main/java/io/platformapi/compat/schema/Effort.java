package io.platformapi.compat.schema;

/**
 * The steps that the questions about a pair of documents may take together. Whoever asks about several schemas shares
 * one, so that a schema that cannot be decided costs its share once and not as often as it is met; what is asked when
 * all is spent may still take a few.
 */
public final class Effort {

    private static final long QUESTION = 3_000_000;
    private static final long DOCUMENT = 15_000_000;
    private static final long LEAST = 50_000;

    private long spent;

    /** The steps for the next question. */
    Budget next() {
        return new Budget(Math.max(LEAST, Math.min(QUESTION, DOCUMENT - spent)));
    }

    void spend(Budget budget) {
        spent += budget.taken();
    }

    /** The steps taken so far: each looks at one thing that a schema says. */
    public long spent() {
        return spent;
    }
}
