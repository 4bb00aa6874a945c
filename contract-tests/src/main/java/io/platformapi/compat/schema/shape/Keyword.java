package io.platformapi.compat.schema.shape;

import java.util.function.Function;

/** A keyword with one number as its argument. */
public enum Keyword {
    MINIMUM("minimum", JsonType.NUMBER, NumberAssertion.Bound::new),
    MAXIMUM("maximum", JsonType.NUMBER, NumberAssertion.Bound::new),
    EXCLUSIVE_MINIMUM("exclusiveMinimum", JsonType.NUMBER, NumberAssertion.Bound::new),
    EXCLUSIVE_MAXIMUM("exclusiveMaximum", JsonType.NUMBER, NumberAssertion.Bound::new),
    MULTIPLE_OF("multipleOf", JsonType.NUMBER, NumberAssertion.Bound::new),
    MIN_LENGTH("minLength", JsonType.STRING, StringAssertion.Length::new),
    MAX_LENGTH("maxLength", JsonType.STRING, StringAssertion.Length::new),
    MIN_ITEMS("minItems", JsonType.ARRAY, ArrayAssertion.Size::new),
    MAX_ITEMS("maxItems", JsonType.ARRAY, ArrayAssertion.Size::new),
    MIN_PROPERTIES("minProperties", JsonType.OBJECT, ObjectAssertion.Size::new),
    MAX_PROPERTIES("maxProperties", JsonType.OBJECT, ObjectAssertion.Size::new);

    private final String spelling;
    private final JsonType type;
    private final Function<Limit, Assertion> assertion;

    Keyword(String spelling, JsonType type, Function<Limit, Assertion> assertion) {
        this.spelling = spelling;
        this.type = type;
        this.assertion = assertion;
    }

    /** The keyword as schemas spell it. */
    public String spelling() {
        return spelling;
    }

    /** The type of values the keyword speaks about; it says nothing about others. */
    public JsonType type() {
        return type;
    }

    /** What the keyword demands of values of its type. */
    public Assertion assertion(Limit limit) {
        return assertion.apply(limit);
    }
}
