package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.schema.KnownFormat;
import io.platformapi.contract.schema.NumberFormat;
import io.platformapi.contract.schema.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A number within a schema's bounds: the one nearest to 0, or any if the whim invents. */
final class NumberSample {

    private static final BigDecimal RANGE = BigDecimal.valueOf(1000);
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private final Demands demands;
    private final Whim whim;
    private final Type type;
    private final BigDecimal step;

    NumberSample(Demands demands, Type type, Whim whim) {
        this.demands = demands;
        this.type = type;
        this.whim = whim;
        this.step = demands.all("multipleOf")
                .filter(JsonNode::isNumber)
                .map(step -> step.decimalValue().abs())
                .reduce(NumberSample::common)
                .orElse(type == Type.INTEGER ? BigDecimal.ONE : TENTH);
    }

    JsonNode number() {
        Optional<BigDecimal> low = limits("minimum", "exclusiveMinimum", step).max(BigDecimal::compareTo);
        Optional<BigDecimal> high =
                limits("maximum", "exclusiveMaximum", step.negate()).min(BigDecimal::compareTo);
        if (type == Type.NUMBER
                && low.isPresent()
                && high.isPresent()
                && low.get().compareTo(high.get()) > 0) {
            return node(middle());
        }
        return node(whim.invents() ? between(low, high) : nearestToZero(low, high));
    }

    /** The middle of a range that no step falls into. */
    private BigDecimal middle() {
        BigDecimal low = outermost("minimum", "exclusiveMinimum")
                .max(BigDecimal::compareTo)
                .orElseThrow();
        BigDecimal high = outermost("maximum", "exclusiveMaximum")
                .min(BigDecimal::compareTo)
                .orElseThrow();
        return low.add(high).divide(BigDecimal.valueOf(2));
    }

    private Stream<BigDecimal> outermost(String keyword, String exclusive) {
        return Stream.concat(numbers(keyword), numbers(exclusive));
    }

    private BigDecimal nearestToZero(Optional<BigDecimal> low, Optional<BigDecimal> high) {
        if (low.isPresent() && low.get().signum() > 0) {
            return low.get();
        }
        return high.filter(bound -> bound.signum() < 0).orElse(BigDecimal.ZERO);
    }

    private BigDecimal between(Optional<BigDecimal> low, Optional<BigDecimal> high) {
        BigDecimal reach = RANGE.multiply(step);
        BigDecimal from = low.or(() -> high.map(bound -> bound.subtract(reach))).orElse(BigDecimal.ZERO);
        BigDecimal to = high.orElse(from.add(reach));
        for (NumberFormat format : formats()) {
            from = from.max(new BigDecimal(format.least()));
            to = to.min(new BigDecimal(format.most()));
        }
        long steps = to.subtract(from).divide(step, 0, RoundingMode.FLOOR).longValue();
        return from.add(step.multiply(BigDecimal.valueOf(whim.pick(Math.max(0, steps) + 1))));
    }

    private List<NumberFormat> formats() {
        return demands.texts("format").stream()
                .flatMap(format -> KnownFormat.named(format).stream())
                .flatMap(format -> format instanceof NumberFormat numbers ? Stream.of(numbers) : Stream.empty())
                .toList();
    }

    /** The smallest multiple of both. */
    private static BigDecimal common(BigDecimal one, BigDecimal other) {
        int scale = Math.max(one.scale(), other.scale());
        BigInteger left = one.setScale(scale).unscaledValue();
        BigInteger right = other.setScale(scale).unscaledValue();
        BigInteger divisor = left.gcd(right);
        return divisor.signum() == 0 ? one : new BigDecimal(left.multiply(right).divide(divisor), scale);
    }

    /** Limits that may be reached; 3.0 says {@code exclusiveMinimum: true} beside one, 3.1 gives the exclusive one. */
    private Stream<BigDecimal> limits(String keyword, String exclusive, BigDecimal inwards) {
        boolean open = demands.says(exclusive);
        return Stream.concat(
                numbers(keyword).map(limit -> open ? inside(limit, inwards) : rounded(limit, inwards)),
                numbers(exclusive).map(limit -> inside(limit, inwards)));
    }

    private Stream<BigDecimal> numbers(String keyword) {
        return demands.all(keyword).filter(JsonNode::isNumber).map(JsonNode::decimalValue);
    }

    private BigDecimal rounded(BigDecimal limit, BigDecimal inwards) {
        RoundingMode mode = inwards.signum() > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR;
        return limit.divide(step, 0, mode).multiply(step);
    }

    private BigDecimal inside(BigDecimal limit, BigDecimal inwards) {
        BigDecimal rounded = rounded(limit, inwards);
        return rounded.compareTo(limit) == 0 ? rounded.add(inwards) : rounded;
    }

    private JsonNode node(BigDecimal number) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (type != Type.INTEGER && number.stripTrailingZeros().scale() > 0) {
            return json.numberNode(number);
        }
        BigInteger whole = number.toBigInteger();
        boolean small = whole.bitLength() < Integer.SIZE;
        return small ? json.numberNode(whole.intValue()) : json.numberNode(whole);
    }
}
