package io.platformapi.compat.schema;

/** A keyword with one number as its argument. */
enum Keyword {
    MINIMUM("minimum", JsonType.NUMBER),
    MAXIMUM("maximum", JsonType.NUMBER),
    EXCLUSIVE_MINIMUM("exclusiveMinimum", JsonType.NUMBER),
    EXCLUSIVE_MAXIMUM("exclusiveMaximum", JsonType.NUMBER),
    MULTIPLE_OF("multipleOf", JsonType.NUMBER),
    MIN_LENGTH("minLength", JsonType.STRING),
    MAX_LENGTH("maxLength", JsonType.STRING),
    MIN_ITEMS("minItems", JsonType.ARRAY),
    MAX_ITEMS("maxItems", JsonType.ARRAY),
    MIN_PROPERTIES("minProperties", JsonType.OBJECT),
    MAX_PROPERTIES("maxProperties", JsonType.OBJECT);

    private final String spelling;
    private final JsonType type;

    Keyword(String spelling, JsonType type) {
        this.spelling = spelling;
        this.type = type;
    }

    /** The keyword as schemas spell it. */
    String spelling() {
        return spelling;
    }

    /** The type of values the keyword speaks about; it says nothing about others. */
    JsonType type() {
        return type;
    }
}
