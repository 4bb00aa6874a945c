package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Which values of JSON are the same: {@code 1}, {@code 1.0} and {@code 1e0} are one number, at any depth. */
public final class SameValues {

    /** Whole numbers of more digits are told by an exponent. */
    private static final int MOST_NOUGHTS = 400;

    private SameValues() {}

    /** The one form of all values that are the same: numbers are decimals without trailing zeros. */
    public static JsonNode form(JsonNode value) {
        if (value.isNumber()) {
            return number(value.decimalValue());
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> object.set(member.getKey(), form(member.getValue())));
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> array.add(form(item)));
            return array;
        }
        return value;
    }

    /** The one form of a number. */
    public static DecimalNode number(BigDecimal number) {
        return DecimalNode.valueOf(decimal(number));
    }

    /** The one form of a number: whole ones without an exponent, as far as that can be read. */
    public static BigDecimal decimal(BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return plain.scale() < 0 && plain.scale() >= -MOST_NOUGHTS ? plain.setScale(0) : plain;
    }
}
