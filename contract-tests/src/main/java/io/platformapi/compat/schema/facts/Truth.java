package io.platformapi.compat.schema.facts;

import java.util.function.Supplier;

/** Three-valued truth. */
public enum Truth {
    NO,
    UNSURE,
    YES;

    public static Truth of(boolean truth) {
        return truth ? YES : NO;
    }

    public Truth not() {
        return this == UNSURE ? UNSURE : of(this == NO);
    }

    public Truth and(Truth other) {
        return compareTo(other) < 0 ? this : other;
    }

    public Truth or(Supplier<Truth> other) {
        return this == YES ? YES : not().and(other.get().not()).not();
    }
}
