package io.platformapi.contract.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers of a document, exact: the smallest integer type that holds them, else a decimal. */
final class Numbers {

    private static final int DIGITS_OF_A_LONG = 18;

    private Numbers() {}

    static JsonNode of(String text) {
        if (text.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E')) {
            return Tree.VALUES.numberNode(new BigDecimal(text));
        }
        if (text.length() > DIGITS_OF_A_LONG) {
            return integer(new BigInteger(text));
        }
        long value = Long.parseLong(text);
        return value == (int) value ? Tree.VALUES.numberNode((int) value) : Tree.VALUES.numberNode(value);
    }

    static JsonNode integer(BigInteger value) {
        return value.bitLength() < Long.SIZE
                ? Tree.VALUES.numberNode(value.longValue())
                : Tree.VALUES.numberNode(value);
    }
}
