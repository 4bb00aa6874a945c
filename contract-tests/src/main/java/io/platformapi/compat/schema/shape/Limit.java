package io.platformapi.compat.schema.shape;

import io.platformapi.contract.schema.SameValues;
import java.math.BigDecimal;

/** A keyword with its number. */
public record Limit(Keyword keyword, BigDecimal number) {

    /** The number in its canonical form, as an assertion about the type of values that the keyword speaks about. */
    public static Assertion of(Keyword keyword, BigDecimal number) {
        return keyword.assertion(new Limit(keyword, SameValues.decimal(number)));
    }

    /** Whether a number, or the count of what the keyword counts, keeps to it. */
    public boolean allows(BigDecimal value) {
        int order = value.compareTo(number);
        return switch (keyword) {
            case MINIMUM, MIN_LENGTH, MIN_ITEMS, MIN_PROPERTIES -> order >= 0;
            case EXCLUSIVE_MINIMUM -> order > 0;
            case MAXIMUM, MAX_LENGTH, MAX_ITEMS, MAX_PROPERTIES -> order <= 0;
            case EXCLUSIVE_MAXIMUM -> order < 0;
            case MULTIPLE_OF -> isMultiple(value, number);
        };
    }

    public static boolean isMultiple(BigDecimal number, BigDecimal divisor) {
        return divisor.signum() != 0 && number.remainder(divisor).signum() == 0;
    }
}
