package io.platformapi.contract.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import io.platformapi.contract.pattern.RegexFinder;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Suggestion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what would be right in place of a keyword's argument, as the end of a sentence; nothing where nobody knows. */
final class Advice {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Advice() {}

    static String of(Node schema, String keyword, Argument argument) {
        JsonNode value = schema.json().get(keyword);
        return switch (argument) {
            case NUMBER ->
                keyword.startsWith("exclusive") ? exclusive(schema, keyword) : unquoted(keyword, argument, value);
            case POSITIVE, COUNT -> unquoted(keyword, argument, value);
            case FLAG -> keyword.startsWith("exclusive") ? plain(keyword, value) : unquoted(keyword, argument, value);
            case TYPE ->
                Suggestion.of(
                        value.asText(),
                        Stream.of(Type.values()).map(Type::keyword).toList());
            case NAMES ->
                value.isTextual()
                        ? "; write " + keyword + ": [" + value.asText() + "]"
                        : value.isBoolean() ? "; list the member's name in the \"required\" of its object" : "";
            case LIST -> value.isValueNode() && !value.isNull() ? "; write " + keyword + ": [" + text(value) + "]" : "";
            case SCHEMA -> schema(keyword, value);
            case SCHEMAS, ONLY_SCHEMAS -> value.isObject() ? "; put a list around it" : "";
            case PATTERN -> value.isTextual() ? pattern(value.asText()) : "";
            default -> "";
        };
    }

    /** What in an expression is not understood. */
    static String pattern(String regex) {
        return RegexFinder.refusal(regex).map(what -> "; it has " + what).orElse("");
    }

    private static String unquoted(String keyword, Argument argument, JsonNode value) {
        String text = value.isTextual() ? value.asText().strip() : "";
        Optional<JsonNode> meant = text.equals("true") || text.equals("false")
                ? Optional.of(JSON.getNodeFactory().booleanNode(text.equals("true")))
                : number(text);
        return meant.filter(argument::accepts)
                .map(right -> "; write " + keyword + ": " + text(right))
                .orElse("");
    }

    private static Optional<JsonNode> number(String text) {
        return text.matches("-?\\d{1,30}(\\.\\d{1,30})?")
                ? Optional.of(DecimalNode.valueOf(new BigDecimal(text)))
                : Optional.empty();
    }

    /** Up to 3.0 the bound stood in another keyword. */
    private static String exclusive(Node schema, String keyword) {
        JsonNode value = schema.json().get(keyword);
        String plain = keyword.equals("exclusiveMinimum") ? "minimum" : "maximum";
        JsonNode bound = schema.json().path(plain);
        boolean old = value.isBoolean() && value.booleanValue() && bound.isNumber();
        return old
                ? "; write " + keyword + ": " + text(bound) + " in place of it and " + plain
                : value.isBoolean() ? "; leave it out" : unquoted(keyword, Argument.NUMBER, value);
    }

    private static String plain(String keyword, JsonNode value) {
        String plain = keyword.equals("exclusiveMinimum") ? "minimum" : "maximum";
        return value.isNumber() ? "; write " + plain + ": " + text(value) + " and " + keyword + ": true" : "";
    }

    private static String schema(String keyword, JsonNode value) {
        if (keyword.equals("items") && value.isArray()) {
            return "; a schema for each item is written as prefixItems";
        }
        boolean quoted = value.isTextual() && List.of("true", "false").contains(value.asText());
        return quoted ? "; write " + keyword + ": " + value.asText() : "";
    }

    private static String text(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toString() : value.asText();
    }
}
