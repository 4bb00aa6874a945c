package io.platformapi.compat.schema.search;

import java.util.Objects;

/** The steps that one question may take. */
public final class StepBudget {

    private static final String GIVEN_UP = "the comparison was given up";
    private static final int MOST_DOUBTS = 200;

    private final long steps;
    private long taken;
    private int doubts;

    public StepBudget(long steps) {
        this.steps = steps;
    }

    /** The steps are used up. */
    public static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exceeded(long steps) {
            super(GIVEN_UP + " after " + steps + " steps", null, false, false);
        }

        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }

    /** Whether a reason says that the steps were used up. */
    public static boolean isReason(String reason) {
        return reason.startsWith(GIVEN_UP);
    }

    /** The steps taken, never more than were given. */
    public long taken() {
        return taken;
    }

    /** The steps that may still be taken. */
    public long left() {
        return steps - taken;
    }

    /** Takes so many steps, or gives up. */
    public void steps(long count) {
        if (count > left()) {
            taken = steps;
            throw new Exceeded(steps);
        }
        taken += count;
    }

    /** Whether finding another value that may not be one is not worth it. */
    public boolean isTiredOfDoubts() {
        doubts++;
        return doubts > MOST_DOUBTS;
    }

    public void step() {
        steps(1);
    }
}
