package io.platformapi.compat.schema;

import java.util.function.Supplier;

/** Three-valued truth. */
enum Truth {
    NO,
    UNSURE,
    YES;

    static Truth of(boolean truth) {
        return truth ? YES : NO;
    }

    Truth not() {
        return this == UNSURE ? UNSURE : of(this == NO);
    }

    Truth and(Truth other) {
        return compareTo(other) < 0 ? this : other;
    }

    Truth or(Supplier<Truth> other) {
        return this == YES ? YES : not().and(other.get().not()).not();
    }
}
