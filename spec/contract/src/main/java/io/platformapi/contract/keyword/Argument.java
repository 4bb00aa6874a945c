package io.platformapi.contract.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.pattern.RegexFinder;
import io.platformapi.contract.schema.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a keyword of a schema takes. */
enum Argument {
    NUMBER("a number", JsonNode::isNumber),
    POSITIVE(
            "a number above 0",
            value -> value.isNumber() && value.decimalValue().signum() > 0),
    COUNT("a whole number from 0", Argument::isCount),
    FLAG("true or false", JsonNode::isBoolean),
    TEXT("a text", JsonNode::isTextual),
    ADDRESS("an address", value -> value.isTextual() && isAddress(value.asText())),
    ANCHOR(
            "a name of letters, digits, \"-\", \"_\" and \".\" that begins with a letter or \"_\"",
            value -> value.isTextual() && value.asText().matches("[A-Za-z_][-A-Za-z0-9._]*")),
    PATTERN(
            "a regular expression",
            value -> value.isTextual() && RegexFinder.refusal(value.asText()).isEmpty()),
    LIST("a list", JsonNode::isArray),
    NAMES("a list of names", Argument::isNames),
    OBJECT("an object", JsonNode::isObject),
    NAMES_BY_NAME(
            "lists of names by name", value -> value.isObject() && all(value).allMatch(Argument::isNames)),
    TYPE(types(), Argument::isType),
    SCHEMA("a schema", Argument::isSchema),
    SCHEMAS("a list of schemas", value -> value.isArray() && !value.isEmpty()),
    ONLY_SCHEMAS(
            "a list of schemas",
            value -> value.isArray() && !value.isEmpty() && all(value).allMatch(Argument::isSchema)),
    SCHEMAS_BY_NAME("schemas by name", JsonNode::isObject),
    SCHEMAS_BY_PATTERN("schemas by regular expression", JsonNode::isObject);

    private final String phrase;
    private final Predicate<JsonNode> test;

    Argument(String phrase, Predicate<JsonNode> test) {
        this.phrase = phrase;
        this.test = test;
    }

    /** What it takes, as in {@code a whole number from 0}. */
    String phrase() {
        return phrase;
    }

    boolean accepts(JsonNode value) {
        return test.test(value);
    }

    static boolean isSchema(JsonNode value) {
        return value.isObject() || value.isBoolean();
    }

    private static boolean isCount(JsonNode value) {
        return value.isNumber()
                && value.decimalValue().signum() >= 0
                && value.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    private static boolean isNames(JsonNode value) {
        return value.isArray() && all(value).allMatch(JsonNode::isTextual);
    }

    private static boolean isType(JsonNode value) {
        return value.isArray()
                ? !value.isEmpty() && all(value).allMatch(each -> each.isTextual() && isType(each))
                : value.isTextual() && Type.named(value.asText()).isPresent();
    }

    private static boolean isAddress(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String types() {
        List<String> names = Stream.of(Type.values()).map(Type::keyword).collect(Collectors.toList());
        String last = names.remove(names.size() - 1);
        return String.join(", ", names) + " or " + last;
    }

    private static Stream<JsonNode> all(JsonNode container) {
        return StreamSupport.stream(container.spliterator(), false);
    }
}
