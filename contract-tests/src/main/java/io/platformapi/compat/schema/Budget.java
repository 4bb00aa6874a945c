package io.platformapi.compat.schema;

/** The steps that one question may take. */
final class Budget {

    private final long steps;
    private long taken;

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

    void step() {
        taken++;
        if (taken > steps) {
            throw new Exceeded(steps);
        }
    }
}
