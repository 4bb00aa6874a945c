package io.platformapi.contract.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers of a document, exact: the smallest integer type that holds them, else a decimal. */
final class Numbers {

    static final int LARGEST_EXPONENT = 9999;

    private static final int DIGITS_OF_A_LONG = 18;

    private Numbers() {}

    /**
     * The number that a text spells.
     *
     * @throws NumberFormatException if it spells none, or one whose exponent is beyond {@value #LARGEST_EXPONENT}
     */
    static JsonNode of(String text) {
        if (text.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E')) {
            return decimal(new BigDecimal(text));
        }
        if (text.length() > DIGITS_OF_A_LONG) {
            return integer(new BigInteger(text));
        }
        long value = Long.parseLong(text);
        return value == (int) value ? Tree.VALUES.numberNode((int) value) : Tree.VALUES.numberNode(value);
    }

    /** A few bytes may spell a number that fills the memory when it is written out. */
    private static JsonNode decimal(BigDecimal value) {
        if (Math.abs((long) value.scale()) > LARGEST_EXPONENT) {
            throw new NumberFormatException();
        }
        return Tree.VALUES.numberNode(value);
    }

    static JsonNode integer(BigInteger value) {
        return value.bitLength() < Long.SIZE
                ? Tree.VALUES.numberNode(value.longValue())
                : Tree.VALUES.numberNode(value);
    }
}
