package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import java.math.BigInteger;

/**
 * A format of whole numbers.
 *
 * @param words what would be right, as a phrase
 * @param least the smallest number that is right
 * @param most the largest
 */
public record NumberFormat(String name, String words, BigInteger least, BigInteger most) implements KnownFormat {

    /** Numbers of so many bits, of which one is the sign. */
    static NumberFormat signed(int bits) {
        BigInteger over = BigInteger.ONE.shiftLeft(bits - 1);
        String words = "a whole number of " + bits + " bits";
        return new NumberFormat("int" + bits, words, over.negate(), over.subtract(BigInteger.ONE));
    }

    static NumberFormat unsigned(int bits) {
        BigInteger most = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
        return new NumberFormat("uint" + bits, "a whole number from 0 to " + most, BigInteger.ZERO, most);
    }

    /** The whole numbers that a number of double precision tells apart. */
    static NumberFormat ofDouble() {
        BigInteger most = BigInteger.ONE.shiftLeft(53).subtract(BigInteger.ONE);
        return new NumberFormat(
                "double-int", "a whole number from " + most.negate() + " to " + most, most.negate(), most);
    }

    @Override
    public boolean accepts(JsonNode value) {
        return !value.isNumber() || Type.of(value) == Type.INTEGER && holds(value);
    }

    private boolean holds(JsonNode number) {
        BigInteger whole = number.decimalValue().toBigInteger();
        return least.compareTo(whole) <= 0 && whole.compareTo(most) <= 0;
    }

    @Override
    public JsonNode wrong() {
        return BigIntegerNode.valueOf(most.add(BigInteger.ONE));
    }
}
