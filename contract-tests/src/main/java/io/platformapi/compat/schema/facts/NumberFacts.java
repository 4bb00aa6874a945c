package io.platformapi.compat.schema.facts;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.shape.Keyword;
import io.platformapi.compat.schema.shape.Limit;
import io.platformapi.compat.schema.shape.NumberAssertion;
import io.platformapi.contract.schema.SameValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts about a number: an interval, what it is a multiple of, and what it is not. */
final class NumberFacts implements Facts {

    private static final int MOST_STEPS = 20_000;
    private static final List<BigDecimal> FRACTIONS = List.of(
            BigDecimal.ZERO,
            new BigDecimal("0.5"),
            new BigDecimal("0.1"),
            new BigDecimal("0.37"),
            new BigDecimal("0.0123"),
            new BigDecimal("0.000007919"));

    private @Nullable BigDecimal least;
    private @Nullable BigDecimal most;
    private boolean aboveLeast;
    private boolean belowMost;
    private @Nullable BigDecimal step;
    private final List<BigDecimal> notMultiples = new ArrayList<>();
    private final Set<BigDecimal> excluded = new HashSet<>();
    private final Claims<String> formats;

    NumberFacts() {
        this(new Claims<>());
    }

    private NumberFacts(Claims<String> formats) {
        this.formats = formats;
    }

    @Override
    public boolean take(Literal literal, NumberAssertion assertion) {
        return assertion.accept(new Taking(literal));
    }

    private final class Taking implements NumberAssertion.Visitor<Boolean> {
        private final Literal literal;

        private Taking(Literal literal) {
            this.literal = literal;
        }

        @Override
        public Boolean bound(NumberAssertion.Bound bound) {
            BigDecimal number = bound.limit().number();
            if (literal.positive()) {
                affirm(bound.limit().keyword(), number);
            } else {
                deny(bound.limit().keyword(), number);
            }
            return !isCrossed();
        }

        @Override
        public Boolean format(NumberAssertion.Format format) {
            return formats.take(literal, format.name());
        }
    }

    private void affirm(Keyword keyword, BigDecimal number) {
        switch (keyword) {
            case MINIMUM -> atLeast(number, false);
            case EXCLUSIVE_MINIMUM -> atLeast(number, true);
            case MAXIMUM -> atMost(number, false);
            case EXCLUSIVE_MAXIMUM -> atMost(number, true);
            default -> step = step == null ? number.abs() : commonMultiple(step, number.abs());
        }
    }

    private void deny(Keyword keyword, BigDecimal number) {
        switch (keyword) {
            case MINIMUM -> atMost(number, true);
            case EXCLUSIVE_MINIMUM -> atMost(number, false);
            case MAXIMUM -> atLeast(number, true);
            case EXCLUSIVE_MAXIMUM -> atLeast(number, false);
            default -> notMultiples.add(number.abs());
        }
    }

    private void atLeast(BigDecimal number, boolean exclusive) {
        int order = least == null ? 1 : number.compareTo(least);
        aboveLeast = order > 0 ? exclusive : aboveLeast || order == 0 && exclusive;
        least = order > 0 ? number : least;
    }

    private void atMost(BigDecimal number, boolean exclusive) {
        int order = most == null ? -1 : number.compareTo(most);
        belowMost = order < 0 ? exclusive : belowMost || order == 0 && exclusive;
        most = order < 0 ? number : most;
    }

    private boolean isCrossed() {
        if (least == null || most == null) {
            return false;
        }
        int order = least.compareTo(most);
        return order > 0 || order == 0 && (aboveLeast || belowMost);
    }

    @Override
    public void exclude(JsonNode value) {
        excluded.add(SameValues.decimal(value.decimalValue()));
    }

    @Override
    public Facts copy() {
        NumberFacts copy = new NumberFacts(formats.copy());
        copy.least = least;
        copy.most = most;
        copy.aboveLeast = aboveLeast;
        copy.belowMost = belowMost;
        copy.step = step;
        copy.notMultiples.addAll(notMultiples);
        copy.excluded.addAll(excluded);
        return copy;
    }

    @Override
    public SearchOutcome witness() {
        if (!formats.denied().isEmpty()) {
            return new SearchOutcome.Unknown("no validator tells how exact a number is, as the format "
                    + String.join(", ", formats.denied()) + " has it");
        }
        return step == null || step.signum() == 0 ? anywhere() : onGrid(step);
    }

    /** Between two different numbers there are others without end, so that a few near ones always do. */
    private SearchOutcome anywhere() {
        for (BigDecimal base : bases()) {
            for (BigDecimal fraction : FRACTIONS) {
                for (BigDecimal candidate : List.of(base.add(fraction), base.subtract(fraction))) {
                    if (fits(candidate)) {
                        return SearchOutcome.found(SameValues.number(candidate));
                    }
                }
            }
        }
        boolean point = least != null && most != null && least.compareTo(most) == 0;
        return point
                ? SearchOutcome.EMPTY
                : new SearchOutcome.Unknown("no number was found that is no multiple of " + notMultiples);
    }

    private List<BigDecimal> bases() {
        List<BigDecimal> bases = new ArrayList<>();
        if (least != null) {
            bases.add(least.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
            bases.add(least);
        }
        if (most != null) {
            bases.add(most.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE));
            bases.add(most);
        }
        if (least != null && most != null) {
            BigDecimal width = most.subtract(least);
            for (String part : List.of("0.5", "0.25", "0.333", "0.7919", "0.01")) {
                bases.add(least.add(width.multiply(new BigDecimal(part))));
            }
        }
        for (int i = 0; i <= excluded.size(); i++) {
            BigDecimal further = BigDecimal.valueOf(i);
            bases.add(least == null ? most == null ? further : most.subtract(further) : least.add(further));
        }
        return bases;
    }

    private SearchOutcome onGrid(BigDecimal grid) {
        BigInteger first = least == null ? null : quotient(least, grid, RoundingMode.CEILING);
        BigInteger last = most == null ? null : quotient(most, grid, RoundingMode.FLOOR);
        boolean down = first == null && last != null;
        BigInteger start = first != null ? first : last != null ? last : BigInteger.ZERO;
        BigInteger count = first != null && last != null
                ? last.subtract(first).add(BigInteger.ONE)
                : BigInteger.valueOf(Long.MAX_VALUE);
        BigInteger period = period(grid).add(BigInteger.valueOf(excluded.size() + 2L));
        BigInteger most = count.min(period);
        for (long i = 0; i < Math.min(MOST_STEPS, most.longValue()); i++) {
            BigInteger factor = down ? start.subtract(BigInteger.valueOf(i)) : start.add(BigInteger.valueOf(i));
            BigDecimal candidate = grid.multiply(new BigDecimal(factor));
            if (fits(candidate)) {
                return SearchOutcome.found(SameValues.number(candidate));
            }
        }
        return most.compareTo(BigInteger.valueOf(MOST_STEPS)) <= 0
                ? SearchOutcome.EMPTY
                : new SearchOutcome.Unknown("more than " + MOST_STEPS + " numbers would have to be tried");
    }

    /** After so many steps on the grid, the remainders by all forbidden divisors come again. */
    private BigInteger period(BigDecimal grid) {
        BigDecimal all = grid;
        for (BigDecimal divisor : notMultiples) {
            all = commonMultiple(all, divisor);
        }
        return all.divide(grid, RoundingMode.CEILING).toBigInteger();
    }

    private static BigInteger quotient(BigDecimal number, BigDecimal grid, RoundingMode rounding) {
        return number.divide(grid, 0, rounding).toBigInteger();
    }

    private boolean fits(BigDecimal candidate) {
        boolean above = least == null || candidate.compareTo(least) >= (aboveLeast ? 1 : 0);
        boolean below = most == null || candidate.compareTo(most) <= (belowMost ? -1 : 0);
        return above
                && below
                && !excluded.contains(SameValues.decimal(candidate))
                && notMultiples.stream().noneMatch(divisor -> Limit.isMultiple(candidate, divisor));
    }

    private static BigDecimal commonMultiple(BigDecimal one, BigDecimal other) {
        int scale = Math.max(0, Math.max(one.scale(), other.scale()));
        BigInteger a = one.movePointRight(scale).toBigInteger();
        BigInteger b = other.movePointRight(scale).toBigInteger();
        return new BigDecimal(a.multiply(b).abs().divide(a.gcd(b).max(BigInteger.ONE))).movePointLeft(scale);
    }
}
