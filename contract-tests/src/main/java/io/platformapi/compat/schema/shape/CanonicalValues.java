package io.platformapi.compat.schema.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** JSON values in the one form that makes equal values equal: {@code 1}, {@code 1.0} and {@code 1e0} are one number. */
public final class CanonicalValues {

    private CanonicalValues() {}

    /** The same value, its numbers as decimals without trailing zeros. */
    public static JsonNode value(JsonNode value) {
        if (value.isNumber()) {
            return number(value.decimalValue());
        } else if (value instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), value(member.getValue())));
            return copy;
        } else if (value instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> copy.add(value(item)));
            return copy;
        }
        return value;
    }

    public static DecimalNode number(BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return DecimalNode.valueOf(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    public static BigDecimal decimal(BigDecimal number) {
        return number(number).decimalValue();
    }
}
