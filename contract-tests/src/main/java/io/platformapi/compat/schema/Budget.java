package io.platformapi.compat.schema;

/** The steps that one question may take. */
final class Budget {

    private static final int MOST_DOUBTS = 200;

    private final long steps;
    private long taken;
    private int doubts;

    Budget(long steps) {
        this.steps = steps;
    }

    /** The steps are used up. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exceeded(long steps) {
            super("the comparison was given up after " + steps + " steps", null, false, false);
        }
    }

    long taken() {
        return taken;
    }

    void steps(int count) {
        taken += count;
        step();
    }

    /** Whether finding another value that may not be one is not worth it. */
    boolean isTiredOfDoubts() {
        doubts++;
        return doubts > MOST_DOUBTS;
    }

    void step() {
        taken++;
        if (taken > steps) {
            throw new Exceeded(steps);
        }
    }
}
