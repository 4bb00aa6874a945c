package io.platformapi.compat.schema.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.shape.Assertion;
import io.platformapi.compat.schema.shape.Conjunction;
import io.platformapi.compat.schema.shape.JsonType;
import io.platformapi.compat.schema.shape.Keyword;
import io.platformapi.compat.schema.shape.ObjectAssertion;
import io.platformapi.compat.schema.shape.PlacedAssertion;
import io.platformapi.compat.schema.shape.ValueAssertion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads what a schema says about objects. */
final class ObjectKeywords {

    private final SchemaCompiler compiler;
    private final SchemaReading reading;
    private final References references;
    private final Absent absent;
    private final String pointer;
    private final List<PlacedAssertion> parts;

    ObjectKeywords(
            SchemaCompiler compiler,
            SchemaReading reading,
            References references,
            Absent absent,
            String pointer,
            List<PlacedAssertion> parts) {
        this.compiler = compiler;
        this.reading = reading;
        this.references = references;
        this.absent = absent;
        this.pointer = pointer;
        this.parts = parts;
    }

    void read(ObjectNode schema) {
        Set<String> omitted = absent.names(schema, pointer);
        new NumberedKeywords(schema, pointer, parts).count(Keyword.MIN_PROPERTIES, Keyword.MAX_PROPERTIES);
        for (JsonNode name : schema.path("required")) {
            if (!omitted.contains(name.asText())) {
                add(new ObjectAssertion.Required(name.asText()), "required");
            }
        }
        compiler.inside()
                .named(schema.path("properties"), pointer + "/properties")
                .forEach((name, shape) -> {
                    if (!omitted.contains(name)) {
                        add(new ObjectAssertion.Property(name, shape), "properties/" + References.escape(name));
                    }
                });
        List<String> regexes = new ArrayList<>();
        compiler.inside()
                .named(schema.path("patternProperties"), pointer + "/patternProperties")
                .forEach((regex, shape) -> {
                    regexes.add(regex);
                    add(
                            new ObjectAssertion.PatternProperty(regex, shape),
                            "patternProperties/" + References.escape(regex));
                });
        others(schema, regexes);
        if (schema.has("propertyNames")) {
            add(new ObjectAssertion.Names(inner(schema, "propertyNames")), "propertyNames");
        }
        dependencies(schema);
    }

    private void others(ObjectNode schema, List<String> regexes) {
        if (schema.has("additionalProperties")) {
            Set<String> names = new LinkedHashSet<>();
            schema.path("properties").fieldNames().forEachRemaining(names::add);
            others("additionalProperties", names, regexes, inner(schema, "additionalProperties"));
        } else if (schema.has("unevaluatedProperties")) {
            unevaluated(schema);
        }
    }

    private void others(String keyword, Set<String> names, List<String> regexes, Conjunction shape) {
        if (!shape.parts().isEmpty()) {
            add(new ObjectAssertion.Additional(names, List.copyOf(regexes), shape), keyword);
        }
    }

    private void dependencies(ObjectNode schema) {
        schema.path("dependentRequired").properties().forEach(member -> {
            for (JsonNode name : member.getValue()) {
                Conjunction then = Conjunction.of(new ObjectAssertion.Required(name.asText()));
                add(dependent(member.getKey(), then), "dependentRequired/" + References.escape(member.getKey()));
            }
        });
        compiler.named(schema.path("dependentSchemas"), pointer + "/dependentSchemas")
                .forEach((name, shape) -> add(dependent(name, shape), "dependentSchemas/" + References.escape(name)));
    }

    private static Assertion dependent(String name, Conjunction then) {
        Conjunction other =
                Conjunction.of(new ValueAssertion.Types(EnumSet.complementOf(EnumSet.of(JsonType.OBJECT)), false));
        Conjunction without =
                Conjunction.of(new ValueAssertion.Not(Conjunction.of(new ObjectAssertion.Required(name))));
        return new ValueAssertion.Any(List.of(other, without, then));
    }

    private void unevaluated(ObjectNode schema) {
        Conjunction shape = inner(schema, "unevaluatedProperties");
        List<Evaluated> cases = new Evaluation(references, reading).cases(schema, pointer);
        if (cases.isEmpty()) {
            add(
                    new ValueAssertion.Undecidable("unevaluatedProperties beside too many branches"),
                    "unevaluatedProperties");
        } else if (cases.size() == 1 && cases.get(0).conditions().isEmpty()) {
            Evaluated only = cases.get(0);
            if (!only.all()) {
                others("unevaluatedProperties", only.names(), List.copyOf(only.regexes()), shape);
            }
        } else {
            List<Conjunction> branches =
                    cases.stream().map(each -> branch(each, shape)).toList();
            add(new ValueAssertion.Any(branches), "unevaluatedProperties");
        }
    }

    private Conjunction branch(Evaluated evaluated, Conjunction others) {
        List<PlacedAssertion> branch = new ArrayList<>();
        for (Evaluated.Condition condition : evaluated.conditions()) {
            if (condition.holds()) {
                branch.addAll(
                        compiler.shape(condition.schema(), condition.pointer()).parts());
            } else {
                Conjunction shape = compiler.negated().shape(condition.schema(), condition.pointer());
                branch.add(new PlacedAssertion(new ValueAssertion.Not(shape), condition.pointer(), ""));
            }
        }
        if (!evaluated.all()) {
            branch.add(SchemaCompiler.part(
                    new ObjectAssertion.Additional(evaluated.names(), List.copyOf(evaluated.regexes()), others),
                    pointer,
                    "unevaluatedProperties"));
        }
        return new Conjunction(branch);
    }

    private Conjunction inner(ObjectNode schema, String keyword) {
        return compiler.inside().shape(schema.get(keyword), pointer + "/" + keyword);
    }

    private void add(Assertion assertion, String keyword) {
        parts.add(SchemaCompiler.part(assertion, pointer, keyword));
    }
}
