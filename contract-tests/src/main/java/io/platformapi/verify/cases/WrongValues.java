package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.schema.KnownFormat;
import io.platformapi.contract.schema.Schema;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * For each keyword a value that it refuses, and it alone as far as one is found: a server that does not look at a
 * keyword refuses whatever breaks another as well.
 */
final class WrongValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Makes values that a keyword refuses, the best first. */
    @FunctionalInterface
    private interface Wrong {
        Stream<JsonNode> values(JsonNode keyword, Schema schema, JsonNode valid);
    }

    private static final Map<String, Wrong> KEYWORDS = Map.ofEntries(
            Map.entry("enum", (all, schema, valid) -> others(all)),
            Map.entry("const", (one, schema, valid) -> others(JSON.arrayNode().add(one))),
            Map.entry(
                    "minimum",
                    (limit, schema, valid) -> beyond(limit, step(schema).negate())),
            Map.entry("maximum", (limit, schema, valid) -> beyond(limit, step(schema))),
            Map.entry("exclusiveMinimum", (limit, schema, valid) -> bound(limit, schema.keyword("minimum"))),
            Map.entry("exclusiveMaximum", (limit, schema, valid) -> bound(limit, schema.keyword("maximum"))),
            Map.entry("multipleOf", (step, schema, valid) -> between(step.decimalValue(), valid)),
            Map.entry("minLength", (least, schema, valid) -> WrongTexts.ofLength(least.asInt() - 1, valid)),
            Map.entry("maxLength", (most, schema, valid) -> WrongTexts.ofLength(most.asInt() + 1, valid)),
            Map.entry("pattern", (pattern, schema, valid) -> WrongTexts.unlike(valid)),
            Map.entry("minItems", (least, schema, valid) -> WrongContents.items(schema, valid, least.asInt() - 1)),
            Map.entry("maxItems", (most, schema, valid) -> WrongContents.items(schema, valid, most.asInt() + 1)),
            Map.entry("uniqueItems", (unique, schema, valid) -> WrongContents.twice(schema, valid)),
            Map.entry("contains", (one, schema, valid) -> WrongContents.without(one, schema, valid)),
            Map.entry(
                    "minProperties", (least, schema, valid) -> WrongContents.members(schema, valid, least.asInt() - 1)),
            Map.entry("maxProperties", (most, schema, valid) -> WrongContents.members(schema, valid, most.asInt() + 1)),
            Map.entry("propertyNames", (names, schema, valid) -> WrongContents.named(schema, valid)));

    private WrongValues() {}

    /** Wrong values by the rule that refuses them. */
    static Map<String, JsonNode> of(Schema schema, JsonNode valid) {
        Map<String, JsonNode> wrong = new LinkedHashMap<>();
        KEYWORDS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(breaking -> {
            String rule = breaking.getKey();
            JsonNode keyword = schema.keyword(rule);
            if (!keyword.isMissingNode()) {
                breaking.getValue()
                        .values(keyword, schema, valid)
                        .min(Comparator.comparingLong(value -> besides(rule, schema, value)))
                        .ifPresent(value -> wrong.put(rule, value));
            }
        });
        KnownFormat.named(schema.format())
                .map(KnownFormat::wrong)
                .filter(value -> !value.isMissingNode())
                .ifPresent(value -> wrong.put("format-" + schema.format(), value));
        return wrong;
    }

    /** How many other rules a value breaks; more than any where it does not break the one. */
    private static long besides(String rule, Schema schema, JsonNode value) {
        List<Fault> faults = schema.faults(value);
        return faults.isEmpty()
                ? Long.MAX_VALUE
                : faults.stream().filter(fault -> !isOf(rule, fault)).count();
    }

    /** What is wrong with a name, or with all items, is told by the rule of its own schema. */
    private static boolean isOf(String rule, Fault fault) {
        boolean byAnother = rule.equals("propertyNames") || rule.equals("contains");
        return byAnother ? fault.pointer().lastIndexOf('/') <= 0 : fault.rule().equals(rule);
    }

    /** Values of the same kinds as those that are allowed. */
    private static Stream<JsonNode> others(JsonNode allowed) {
        Stream<JsonNode> akin =
                StreamSupport.stream(allowed.spliterator(), false).flatMap(WrongValues::akin);
        Set<JsonNode> all = StreamSupport.stream(allowed.spliterator(), false).collect(Collectors.toSet());
        return Stream.concat(akin, Stream.of(JSON.textNode("not-one-of-these"))).filter(value -> !all.contains(value));
    }

    private static Stream<JsonNode> akin(JsonNode value) {
        if (value.isNumber()) {
            return Stream.of(1, -1)
                    .map(step -> JSON.numberNode(value.decimalValue().add(BigDecimal.valueOf(step))));
        }
        return value.isBoolean() ? Stream.of(JSON.booleanNode(!value.asBoolean())) : Stream.empty();
    }

    private static BigDecimal step(Schema schema) {
        JsonNode step = schema.keyword("multipleOf");
        return step.isNumber() && step.decimalValue().signum() > 0 ? step.decimalValue() : BigDecimal.ONE;
    }

    private static Stream<JsonNode> beyond(JsonNode limit, BigDecimal step) {
        return limit.isNumber() ? Stream.of(JSON.numberNode(limit.decimalValue().add(step))) : Stream.empty();
    }

    /** The bound itself, which in OpenAPI 3.0 stands beside. */
    private static Stream<JsonNode> bound(JsonNode exclusive, JsonNode beside) {
        JsonNode bound = exclusive.asBoolean(false) ? beside : exclusive;
        return bound.isNumber() ? Stream.of(JSON.numberNode(bound.decimalValue())) : Stream.empty();
    }

    private static Stream<JsonNode> between(BigDecimal step, JsonNode valid) {
        BigDecimal from = valid.isNumber() ? valid.decimalValue() : BigDecimal.ZERO;
        return Stream.of(
                        BigDecimal.ONE,
                        BigDecimal.ONE.negate(),
                        step.divide(TWO),
                        step.divide(TWO).negate())
                .flatMap(other -> Stream.of(from.add(other), other))
                .map(JSON::numberNode);
    }
}
