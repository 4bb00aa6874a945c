package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.pattern.RegexFinder;
import io.platformapi.contract.pattern.UnreadableRegex;
import io.platformapi.contract.source.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;

/** The keywords that {@link Approvals} knows, each with what makes its check. */
final class KeywordApprovals {

    static final Map<String, Approvals.Maker> MAKERS = Map.ofEntries(
            Map.entry("$ref", (argument, owner) -> owner.at(argument.parent().target())::isSureOf),
            Map.entry("type", (argument, owner) -> type(argument.json())),
            Map.entry("enum", (argument, owner) -> among(argument.json())),
            Map.entry("const", (argument, owner) -> argument.json()::equals),
            Map.entry("minimum", (argument, owner) -> bound(argument, "exclusiveMinimum", sign -> sign >= 0)),
            Map.entry("maximum", (argument, owner) -> bound(argument, "exclusiveMaximum", sign -> sign <= 0)),
            Map.entry("exclusiveMinimum", (argument, owner) -> bound(argument, sign -> sign > 0)),
            Map.entry("exclusiveMaximum", (argument, owner) -> bound(argument, sign -> sign < 0)),
            Map.entry("minLength", (argument, owner) -> least(argument, KeywordApprovals::length)),
            Map.entry("maxLength", (argument, owner) -> most(argument, KeywordApprovals::length)),
            Map.entry("pattern", (argument, owner) -> pattern(argument.json().asText())),
            Map.entry("format", (argument, owner) -> format(argument.json().asText())),
            Map.entry("minItems", (argument, owner) -> least(argument, KeywordApprovals::items)),
            Map.entry("maxItems", (argument, owner) -> most(argument, KeywordApprovals::items)),
            Map.entry("uniqueItems", (argument, owner) -> unique(argument.json())),
            Map.entry("items", StructureApprovals::eachItem),
            Map.entry("minProperties", (argument, owner) -> least(argument, KeywordApprovals::members)),
            Map.entry("maxProperties", (argument, owner) -> most(argument, KeywordApprovals::members)),
            Map.entry("required", (argument, owner) -> StructureApprovals.required(argument.json())),
            Map.entry("properties", StructureApprovals::declared),
            Map.entry("additionalProperties", StructureApprovals::others),
            Map.entry(
                    "allOf",
                    (argument, owner) -> StructureApprovals.allOf(StructureApprovals.branches(argument, owner))),
            Map.entry(
                    "anyOf",
                    (argument, owner) -> StructureApprovals.anyOf(StructureApprovals.branches(argument, owner))),
            Map.entry(
                    "oneOf",
                    (argument, owner) -> StructureApprovals.oneOf(StructureApprovals.branches(argument, owner))));

    /** What {@link #length} and its like say of a value that a keyword does not speak of. */
    private static final int NO_MATTER = -1;

    private KeywordApprovals() {}

    private static Approval type(JsonNode types) {
        if (!types.isArray()) {
            return type(types.asText());
        }
        List<Approval> any = new ArrayList<>();
        types.forEach(each -> any.add(type(each.asText())));
        return value -> any.stream().anyMatch(each -> each.accepts(value));
    }

    /** Whether 1.0 is an integer is a question for the validator. */
    private static Approval type(String name) {
        return switch (name) {
            case "object" -> JsonNode::isObject;
            case "array" -> JsonNode::isArray;
            case "string" -> JsonNode::isTextual;
            case "integer" -> JsonNode::isIntegralNumber;
            case "number" -> JsonNode::isNumber;
            case "boolean" -> JsonNode::isBoolean;
            case "null" -> JsonNode::isNull;
            default -> Approval.NOTHING;
        };
    }

    private static Approval among(JsonNode listed) {
        Set<JsonNode> values = new HashSet<>();
        listed.forEach(values::add);
        return values::contains;
    }

    /** In OpenAPI 3.0, a flag beside the bound says that it is itself too much. */
    private static Approval bound(Node argument, String flag, IntPredicate fits) {
        boolean excluded = argument.parent().member(flag).json().asBoolean(false);
        return bound(argument, excluded ? sign -> sign != 0 && fits.test(sign) : fits);
    }

    private static Approval bound(Node argument, IntPredicate fits) {
        JsonNode json = argument.json();
        if (json.isBoolean()) {
            return Approval.ANYTHING;
        }
        if (!json.isNumber()) {
            return Approval.NOTHING;
        }
        boolean small = isSmall(json);
        long whole = json.longValue();
        BigDecimal exact = json.decimalValue();
        return value -> !value.isNumber()
                || (small && isSmall(value)
                        ? fits.test(Long.compare(value.longValue(), whole))
                        : value.isBigDecimal() && fits.test(value.decimalValue().compareTo(exact)));
    }

    private static boolean isSmall(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToLong();
    }

    private static int length(JsonNode value) {
        return value.isTextual()
                ? value.textValue().codePointCount(0, value.textValue().length())
                : NO_MATTER;
    }

    private static int items(JsonNode value) {
        return value.isArray() ? value.size() : NO_MATTER;
    }

    private static int members(JsonNode value) {
        return value.isObject() ? value.size() : NO_MATTER;
    }

    private static Approval least(Node argument, ToIntFunction<JsonNode> size) {
        int least = argument.json().intValue();
        return counts(argument) ? value -> notLess(size.applyAsInt(value), least) : Approval.NOTHING;
    }

    private static boolean notLess(int size, int least) {
        return size == NO_MATTER || size >= least;
    }

    private static Approval most(Node argument, ToIntFunction<JsonNode> size) {
        int most = argument.json().intValue();
        return counts(argument) ? value -> size.applyAsInt(value) <= most : Approval.NOTHING;
    }

    private static boolean counts(Node argument) {
        return argument.json().isIntegralNumber()
                && argument.json().canConvertToInt()
                && argument.json().intValue() >= 0;
    }

    private static Approval pattern(String regex) {
        try {
            RegexFinder finder = RegexFinder.of(regex);
            return value -> !value.isTextual() || finder.finds(value.textValue());
        } catch (UnreadableRegex e) {
            return Approval.NOTHING;
        }
    }

    private static Approval format(String name) {
        return KnownFormat.named(name).<Approval>map(known -> known::accepts).orElse(Approval.ANYTHING);
    }

    /**
     * Which numbers and trees are the same is a question for the validator, and whether objects are; texts are easy.
     */
    private static Approval unique(JsonNode argument) {
        return argument.asBoolean()
                ? value -> !value.isContainerNode() || value.isArray() && (value.size() < 2 || areUnlike(value))
                : Approval.ANYTHING;
    }

    private static boolean areUnlike(JsonNode texts) {
        Set<String> seen = new HashSet<>();
        for (JsonNode text : texts) {
            if (!text.isTextual() || !seen.add(text.textValue())) {
                return false;
            }
        }
        return true;
    }
}
