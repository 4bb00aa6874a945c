package io.platformapi.contract.layout;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A kind of value that a plain field takes. */
enum Plain {
    ANY("anything", value -> true),
    TEXT("a text", JsonNode::isTextual),
    FLAG("true or false", JsonNode::isBoolean),
    NUMBER("a number", JsonNode::isNumber),
    COUNT(
            "a whole number from 0",
            value -> value.isNumber() && value.decimalValue().signum() >= 0 && isWhole(value)),
    ADDRESS("an address", value -> value.isTextual() && isAddress(value.asText())),
    EMAIL("an address of mail", value -> value.isTextual() && isEmail(value.asText())),
    TEXTS("a list of texts", Plain::isTexts),
    SOME_TEXTS("a list of at least one text", value -> isTexts(value) && !value.isEmpty()),
    SOME_VALUES("a list of at least one value", value -> value.isArray() && !value.isEmpty()),
    SCHEMES(
            "a list of http, https, ws or wss",
            value -> isTexts(value)
                    && all(value)
                            .allMatch(each ->
                                    List.of("http", "https", "ws", "wss").contains(each.asText()))),
    OBJECT("an object", JsonNode::isObject),
    TEXTS_BY_NAME("texts by name", value -> value.isObject() && all(value).allMatch(JsonNode::isTextual)),
    REQUIREMENTS(
            "a list of objects, each with lists of scopes by the name of a scheme",
            value -> value.isArray()
                    && all(value).allMatch(each -> each.isObject() && all(each).allMatch(Plain::isTexts)));

    private static final Pattern EMAIL_FORM = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private final String phrase;
    private final Predicate<JsonNode> test;

    Plain(String phrase, Predicate<JsonNode> test) {
        this.phrase = phrase;
        this.test = test;
    }

    String phrase() {
        return phrase;
    }

    boolean accepts(JsonNode value) {
        return test.test(value);
    }

    /** The value that another was probably meant to be, as one writes it in YAML. */
    Optional<String> meant(JsonNode value) {
        String text = value.asText().strip();
        return switch (this) {
            case FLAG ->
                value.isTextual() && text.matches("(?i)true|yes|on")
                        ? Optional.of("true")
                        : value.isTextual() && text.matches("(?i)false|no|off")
                                ? Optional.of("false")
                                : Optional.empty();
            case TEXT -> value.isNumber() || value.isBoolean() ? Optional.of("'" + text + "'") : Optional.empty();
            case TEXTS, SOME_TEXTS, SOME_VALUES, SCHEMES ->
                value.isTextual() && !text.contains(" ") ? Optional.of("[" + text + "]") : Optional.empty();
            case NUMBER, COUNT ->
                value.isTextual() && text.matches("-?\\d+(\\.\\d+)?") ? Optional.of(text) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isWhole(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    private static boolean isTexts(JsonNode value) {
        return value.isArray() && all(value).allMatch(JsonNode::isTextual);
    }

    private static boolean isEmail(String text) {
        return EMAIL_FORM.matcher(text).matches();
    }

    private static boolean isAddress(String text) {
        try {
            new URI(text.replaceAll("[{}]", "")); // references to paths are often written with the braces of these
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Stream<JsonNode> all(JsonNode container) {
        return StreamSupport.stream(container.spliterator(), false);
    }
}
