package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/** Numbers that might do in the place of one that does not. */
final class NumberCures {

    private static final List<BigDecimal> STEPS = List.of(
            BigDecimal.ZERO,
            BigDecimal.ONE,
            new BigDecimal("0.5"),
            new BigDecimal("0.001"),
            new BigDecimal("0.000001"));
    private static final List<Integer> NEAR = List.of(1, -1, 2, 3, 5, -2, 7);

    private NumberCures() {}

    /** Numbers on the right side of a limit, or multiples of a step. */
    static Stream<JsonNode> of(String keyword, JsonNode limit, JsonNode value) {
        if (!limit.isNumber()) {
            return around(value);
        }
        BigDecimal bound = limit.decimalValue();
        if (keyword.equals("multipleOf")) {
            return multiples(bound, value.decimalValue());
        }
        boolean below = keyword.equals("maximum") || keyword.equals("exclusiveMaximum");
        return STEPS.stream().map(step -> node(below ? bound.subtract(step) : bound.add(step)));
    }

    private static Stream<JsonNode> multiples(BigDecimal step, BigDecimal value) {
        if (step.signum() == 0) {
            return Stream.empty();
        }
        return Stream.of(RoundingMode.CEILING, RoundingMode.FLOOR)
                .map(mode -> node(value.divide(step, 0, mode).multiply(step)));
    }

    /** Other numbers. */
    static Stream<JsonNode> around(JsonNode value) {
        BigDecimal number = value.decimalValue();
        return Stream.concat(
                NEAR.stream().map(step -> node(number.add(BigDecimal.valueOf(step)))),
                Stream.of(
                        node(number.negate().subtract(BigDecimal.ONE)),
                        node(number.multiply(BigDecimal.TEN)),
                        node(number.add(new BigDecimal("0.5")))));
    }

    private static JsonNode node(BigDecimal number) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (number.stripTrailingZeros().scale() > 0) {
            return json.numberNode(number);
        }
        BigInteger whole = number.toBigInteger();
        return whole.bitLength() < Integer.SIZE ? json.numberNode(whole.intValue()) : json.numberNode(whole);
    }
}
