package io.platformapi.compat;

import java.util.stream.Stream;

/** The keywords by which schemas can fail, each with the ids of its findings. */
enum KeywordChange {
    TYPE("type", "request-type-narrowed", "response-type-widened"),
    ENUM("enum", "request-enum-narrowed", "response-enum-widened"),
    X_EXTENSIBLE_ENUM("x-extensible-enum", "request-x-extensible-enum-narrowed", "response-x-extensible-enum-widened"),
    CONST("const", "request-const-narrowed", "response-const-widened"),
    NULLABLE("nullable", "request-nullable-narrowed", "response-nullable-widened"),
    MINIMUM("minimum", "request-minimum-narrowed", "response-minimum-widened"),
    MAXIMUM("maximum", "request-maximum-narrowed", "response-maximum-widened"),
    EXCLUSIVE_MINIMUM("exclusiveMinimum", "request-exclusive-minimum-narrowed", "response-exclusive-minimum-widened"),
    EXCLUSIVE_MAXIMUM("exclusiveMaximum", "request-exclusive-maximum-narrowed", "response-exclusive-maximum-widened"),
    MULTIPLE_OF("multipleOf", "request-multiple-of-narrowed", "response-multiple-of-widened"),
    MIN_LENGTH("minLength", "request-min-length-narrowed", "response-min-length-widened"),
    MAX_LENGTH("maxLength", "request-max-length-narrowed", "response-max-length-widened"),
    PATTERN("pattern", "request-pattern-narrowed", "response-pattern-widened"),
    FORMAT("format", "request-format-narrowed", "response-format-widened"),
    CONTENT_ENCODING("contentEncoding", "request-content-encoding-narrowed", "response-content-encoding-widened"),
    CONTENT_MEDIA_TYPE(
            "contentMediaType", "request-content-media-type-narrowed", "response-content-media-type-widened"),
    MIN_ITEMS("minItems", "request-min-items-narrowed", "response-min-items-widened"),
    MAX_ITEMS("maxItems", "request-max-items-narrowed", "response-max-items-widened"),
    UNIQUE_ITEMS("uniqueItems", "request-unique-items-narrowed", "response-unique-items-widened"),
    ITEMS("items", "request-items-narrowed", "response-items-widened"),
    PREFIX_ITEMS("prefixItems", "request-prefix-items-narrowed", "response-prefix-items-widened"),
    ADDITIONAL_ITEMS("additionalItems", "request-additional-items-narrowed", "response-additional-items-widened"),
    UNEVALUATED_ITEMS("unevaluatedItems", "request-unevaluated-items-narrowed", "response-unevaluated-items-widened"),
    CONTAINS("contains", "request-contains-narrowed", "response-contains-widened"),
    MIN_PROPERTIES("minProperties", "request-min-properties-narrowed", "response-min-properties-widened"),
    MAX_PROPERTIES("maxProperties", "request-max-properties-narrowed", "response-max-properties-widened"),
    REQUIRED("required", "request-required-narrowed", "response-required-widened"),
    PROPERTIES("properties", "request-properties-narrowed", "response-properties-widened"),
    PATTERN_PROPERTIES(
            "patternProperties", "request-pattern-properties-narrowed", "response-pattern-properties-widened"),
    ADDITIONAL_PROPERTIES(
            "additionalProperties", "request-additional-properties-narrowed", "response-additional-properties-widened"),
    UNEVALUATED_PROPERTIES(
            "unevaluatedProperties",
            "request-unevaluated-properties-narrowed",
            "response-unevaluated-properties-widened"),
    PROPERTY_NAMES("propertyNames", "request-property-names-narrowed", "response-property-names-widened"),
    DEPENDENT_REQUIRED(
            "dependentRequired", "request-dependent-required-narrowed", "response-dependent-required-widened"),
    DEPENDENT_SCHEMAS("dependentSchemas", "request-dependent-schemas-narrowed", "response-dependent-schemas-widened"),
    ANY_OF("anyOf", "request-any-of-narrowed", "response-any-of-widened"),
    ONE_OF("oneOf", "request-one-of-narrowed", "response-one-of-widened"),
    ALL_OF("allOf", "request-all-of-narrowed", "response-all-of-widened"),
    NOT("not", "request-not-narrowed", "response-not-widened"),
    IF("if", "request-if-narrowed", "response-if-widened"),
    THEN("then", "request-then-narrowed", "response-then-widened"),
    ELSE("else", "request-else-narrowed", "response-else-widened"),
    DISCRIMINATOR("discriminator", "request-discriminator-narrowed", "response-discriminator-widened"),
    REF("$ref", "request-ref-narrowed", "response-ref-widened"),
    DYNAMIC_REF("$dynamicRef", "request-dynamic-ref-narrowed", "response-dynamic-ref-widened"),
    RECURSIVE_REF("$recursiveRef", "request-recursive-ref-narrowed", "response-recursive-ref-widened"),
    SCHEMA("", "request-schema-narrowed", "response-schema-widened");

    private final String keyword;
    private final String narrowed;
    private final String widened;

    KeywordChange(String keyword, String narrowed, String widened) {
        this.keyword = keyword;
        this.narrowed = narrowed;
        this.widened = widened;
    }

    /** The one about a keyword; about the schema as a whole where none is known. */
    static KeywordChange of(String keyword) {
        return Stream.of(values())
                .filter(each -> each.keyword.equals(keyword))
                .findFirst()
                .orElse(SCHEMA);
    }

    String keyword() {
        return keyword;
    }

    String id(Flow flow) {
        return flow == Flow.INCOMING ? narrowed : widened;
    }
}
