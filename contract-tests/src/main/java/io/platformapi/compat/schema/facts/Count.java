package io.platformapi.compat.schema.facts;

import io.platformapi.compat.schema.shape.Limit;
import java.math.BigDecimal;

/** How many there may be: of characters, of items, of members. */
record Count(long least, long most) {

    static final Count ANY = new Count(0, Long.MAX_VALUE);

    private static final BigDecimal HIGHEST = BigDecimal.valueOf(Long.MAX_VALUE - 1);

    /** The counts of these for which a limit holds, or by a denial does not. */
    Count taking(Literal literal, Limit limit) {
        long number = limit.number().min(HIGHEST).longValue();
        boolean lower = limit.keyword().name().startsWith("MIN");
        if (literal.positive()) {
            return lower ? from(number) : upTo(number);
        }
        return lower ? upTo(number - 1) : from(number + 1);
    }

    private Count from(long number) {
        return new Count(Math.max(least, number), most);
    }

    private Count upTo(long number) {
        return new Count(least, Math.min(most, number));
    }

    boolean isPossible() {
        return least <= most;
    }
}
