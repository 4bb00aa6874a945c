package io.platformapi.compat.schema.search;

/**
 * The steps that the questions about a pair of documents may take together. Whoever asks about several schemas shares
 * one, so that a schema that cannot be decided costs its share once and not as often as it is met. When nearly all is
 * spent each question takes a small part of what is left: easy ones are still answered, and the whole has an end.
 */
public final class Effort {

    private static final long QUESTION = 3_000_000;
    private static final long DOCUMENT = 15_000_000;
    private static final long OPERATION = DOCUMENT / 3;
    private static final long MOST = 20_000_000;
    private static final long LEAST = 50_000;
    private static final long ASIDE = 10;

    private final long part;
    private long spent;
    private long end = DOCUMENT;

    /** What proving takes. */
    public Effort() {
        this(1);
    }

    private Effort(long part) {
        this.part = part;
    }

    /** A tenth, for what is only told beside the verdict. */
    public static Effort aside() {
        return new Effort(ASIDE);
    }

    /** The steps that all questions take together at the most. */
    public long most() {
        return MOST / part;
    }

    /** Begins with another operation, which gets a share, so that a hard one leaves enough for the others. */
    public void share() {
        end = spent + OPERATION / part;
    }

    /** The steps for the next question. */
    public StepBudget next() {
        long usual = Math.min(QUESTION / part, Math.min(end, DOCUMENT / part) - spent);
        long small = Math.min(LEAST / part, (most() - spent) * LEAST / (MOST - DOCUMENT));
        return new StepBudget(Math.max(0, Math.max(usual, small)));
    }

    /** Takes so many steps if there are so many left. */
    public boolean affords(long steps) {
        boolean affords = steps <= most() - spent;
        spent += affords ? steps : 0;
        return affords;
    }

    public void spend(StepBudget budget) {
        spent = Math.min(most(), spent + budget.taken());
    }

    /** The steps taken so far: each looks at one thing that a schema says, or copies it. */
    public long spent() {
        return spent;
    }
}
