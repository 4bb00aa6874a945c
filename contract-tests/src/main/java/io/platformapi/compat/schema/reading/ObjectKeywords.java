package io.platformapi.compat.schema.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.shape.Assertion;
import io.platformapi.compat.schema.shape.JsonType;
import io.platformapi.compat.schema.shape.Keyword;
import io.platformapi.compat.schema.shape.ObjectAssertion;
import io.platformapi.compat.schema.shape.Part;
import io.platformapi.compat.schema.shape.Shape;
import io.platformapi.compat.schema.shape.ValueAssertion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads what a schema says about objects. */
final class ObjectKeywords {

    private final SchemaCompiler compiler;
    private final Reading reading;
    private final References references;
    private final Absent absent;
    private final String pointer;
    private final List<Part> parts;

    ObjectKeywords(
            SchemaCompiler compiler,
            Reading reading,
            References references,
            Absent absent,
            String pointer,
            List<Part> parts) {
        this.compiler = compiler;
        this.reading = reading;
        this.references = references;
        this.absent = absent;
        this.pointer = pointer;
        this.parts = parts;
    }

    void read(ObjectNode schema) {
        Set<String> omitted = absent.names(schema, pointer);
        new Limits(schema, pointer, parts).count(Keyword.MIN_PROPERTIES, Keyword.MAX_PROPERTIES);
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

    private void others(String keyword, Set<String> names, List<String> regexes, Shape shape) {
        if (!shape.parts().isEmpty()) {
            add(new ObjectAssertion.Additional(names, List.copyOf(regexes), shape), keyword);
        }
    }

    private void dependencies(ObjectNode schema) {
        schema.path("dependentRequired").properties().forEach(member -> {
            for (JsonNode name : member.getValue()) {
                Shape then = Shape.of(new ObjectAssertion.Required(name.asText()));
                add(dependent(member.getKey(), then), "dependentRequired/" + References.escape(member.getKey()));
            }
        });
        compiler.named(schema.path("dependentSchemas"), pointer + "/dependentSchemas")
                .forEach((name, shape) -> add(dependent(name, shape), "dependentSchemas/" + References.escape(name)));
    }

    private static Assertion dependent(String name, Shape then) {
        Shape other = Shape.of(new ValueAssertion.Types(EnumSet.complementOf(EnumSet.of(JsonType.OBJECT)), false));
        Shape without = Shape.of(new ValueAssertion.Not(Shape.of(new ObjectAssertion.Required(name))));
        return new ValueAssertion.Any(List.of(other, without, then));
    }

    private void unevaluated(ObjectNode schema) {
        Shape shape = inner(schema, "unevaluatedProperties");
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
            List<Shape> branches =
                    cases.stream().map(each -> branch(each, shape)).toList();
            add(new ValueAssertion.Any(branches), "unevaluatedProperties");
        }
    }

    private Shape branch(Evaluated evaluated, Shape others) {
        List<Part> branch = new ArrayList<>();
        for (Evaluated.Condition condition : evaluated.conditions()) {
            if (condition.holds()) {
                branch.addAll(
                        compiler.shape(condition.schema(), condition.pointer()).parts());
            } else {
                Shape shape = compiler.negated().shape(condition.schema(), condition.pointer());
                branch.add(new Part(new ValueAssertion.Not(shape), condition.pointer(), ""));
            }
        }
        if (!evaluated.all()) {
            branch.add(SchemaCompiler.part(
                    new ObjectAssertion.Additional(evaluated.names(), List.copyOf(evaluated.regexes()), others),
                    pointer,
                    "unevaluatedProperties"));
        }
        return new Shape(branch);
    }

    private Shape inner(ObjectNode schema, String keyword) {
        return compiler.inside().shape(schema.get(keyword), pointer + "/" + keyword);
    }

    private void add(Assertion assertion, String keyword) {
        parts.add(SchemaCompiler.part(assertion, pointer, keyword));
    }
}
