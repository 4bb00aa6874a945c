package io.platformapi.compat.schema.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells which members a schema evaluates: one case for each way its branches can hold. */
final class Evaluation {

    /** Cases we look at; beyond, {@code unevaluatedProperties} is undecidable. */
    private static final int MOST = 32;

    private final References references;
    private final SchemaReading reading;
    private final Set<String> passed = new HashSet<>();

    Evaluation(References references, SchemaReading reading) {
        this.references = references;
        this.reading = reading;
    }

    /** The cases, none if there are too many. */
    List<Evaluated> cases(JsonNode schema, String pointer) {
        List<Evaluated> cases = List.of(own(schema));
        if (schema.has("$ref")) {
            cases = product(cases, referred(schema.get("$ref").asText(), pointer));
        }
        for (int i = 0; i < schema.path("allOf").size(); i++) {
            cases = product(cases, cases(schema.get("allOf").get(i), pointer + "/allOf/" + i));
        }
        cases = product(cases, branches(schema, "anyOf", pointer));
        cases = product(cases, branches(schema, "oneOf", pointer));
        cases = product(cases, conditional(schema, pointer));
        for (var member : schema.path("dependentSchemas").properties()) {
            cases = product(cases, dependent(member.getKey(), member.getValue(), pointer));
        }
        return cases;
    }

    private static Evaluated own(JsonNode schema) {
        Set<String> names = new LinkedHashSet<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        Set<String> regexes = new LinkedHashSet<>();
        schema.path("patternProperties").fieldNames().forEachRemaining(regexes::add);
        return new Evaluated(names, regexes, schema.has("additionalProperties"), List.of());
    }

    private List<Evaluated> referred(String reference, String pointer) {
        return references
                .resolve(reference, pointer)
                .filter(found -> passed.add(found.pointer()))
                .map(found -> inner(found.schema(), found.pointer()))
                .orElse(List.of());
    }

    private List<Evaluated> inner(JsonNode schema, String pointer) {
        if (schema.has("unevaluatedProperties")
                && schema.get("unevaluatedProperties").asBoolean()) {
            return List.of(new Evaluated(Set.of(), Set.of(), true, List.of()));
        }
        return cases(schema, pointer);
    }

    private List<Evaluated> branches(JsonNode schema, String keyword, String pointer) {
        List<Evaluated> cases = List.of(Evaluated.nothing());
        for (int i = 0; i < schema.path(keyword).size(); i++) {
            JsonNode branch = schema.get(keyword).get(i);
            String place = pointer + "/" + keyword + "/" + i;
            List<Evaluated> either = new ArrayList<>();
            cases(branch, place).forEach(each -> either.add(each.when(branch, place, true)));
            either.add(Evaluated.nothing().when(branch, place, false));
            cases = product(cases, either);
        }
        boolean one = keyword.equals("oneOf") && reading.exact();
        return cases.stream()
                .filter(each -> !one
                        || each.conditions().stream()
                                        .filter(Evaluated.Condition::holds)
                                        .count()
                                <= 1)
                .toList();
    }

    private List<Evaluated> conditional(JsonNode schema, String pointer) {
        if (!schema.has("if")) {
            return List.of(Evaluated.nothing());
        }
        JsonNode test = schema.get("if");
        List<Evaluated> cases = new ArrayList<>();
        List<Evaluated> passing = product(cases(test, pointer + "/if"), cases(schema.path("then"), pointer + "/then"));
        passing.forEach(each -> cases.add(each.when(test, pointer + "/if", true)));
        cases(schema.path("else"), pointer + "/else")
                .forEach(each -> cases.add(each.when(test, pointer + "/if", false)));
        return cases;
    }

    private List<Evaluated> dependent(String name, JsonNode schema, String pointer) {
        JsonNode present = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .set(
                        "required",
                        com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                                .arrayNode()
                                .add(name));
        List<Evaluated> cases = new ArrayList<>();
        String place = pointer + "/dependentSchemas/" + References.escape(name);
        cases(schema, place).forEach(each -> cases.add(each.when(present, place, true)));
        cases.add(Evaluated.nothing().when(present, place, false));
        return cases;
    }

    private static List<Evaluated> product(List<Evaluated> some, List<Evaluated> others) {
        if (some.size() * others.size() > MOST) {
            return List.of();
        }
        List<Evaluated> product = new ArrayList<>();
        some.forEach(one -> others.forEach(other -> product.add(one.and(other))));
        return product;
    }
}
