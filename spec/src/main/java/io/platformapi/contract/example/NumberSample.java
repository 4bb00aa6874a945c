package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/** A number within a schema's bounds: the one nearest to 0, or any if the whim invents. */
final class NumberSample {

    private static final BigDecimal RANGE = BigDecimal.valueOf(1000);
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private final Schema schema;
    private final Whim whim;
    private final Type type;
    private final BigDecimal step;

    NumberSample(Schema schema, Type type, Whim whim) {
        this.schema = schema;
        this.type = type;
        this.whim = whim;
        this.step = bound("multipleOf").map(BigDecimal::abs).orElse(type == Type.INTEGER ? BigDecimal.ONE : TENTH);
    }

    JsonNode number() {
        Optional<BigDecimal> low = limit("minimum", "exclusiveMinimum", step);
        Optional<BigDecimal> high = limit("maximum", "exclusiveMaximum", step.negate());
        return node(whim.invents() ? between(low, high) : nearestToZero(low, high));
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
        long steps = to.subtract(from).divide(step, 0, RoundingMode.FLOOR).longValue();
        return from.add(step.multiply(BigDecimal.valueOf(whim.pick(Math.max(0, steps) + 1))));
    }

    /** The inclusive limit; 3.0 says {@code exclusiveMinimum: true} beside it, 3.1 gives the exclusive one itself. */
    private Optional<BigDecimal> limit(String keyword, String exclusive, BigDecimal inwards) {
        Optional<BigDecimal> open =
                schema.keyword(exclusive).equals(BooleanNode.TRUE) ? bound(keyword) : bound(exclusive);
        RoundingMode mode = inwards.signum() > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR;
        return open.map(bound -> bound.add(inwards))
                .or(() -> bound(keyword))
                .map(bound -> bound.divide(step, 0, mode).multiply(step));
    }

    private Optional<BigDecimal> bound(String keyword) {
        JsonNode value = schema.keyword(keyword);
        return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
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
