package io.platformapi.compat.schema.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.shape.Assertion;
import io.platformapi.compat.schema.shape.Conjunction;
import io.platformapi.compat.schema.shape.JsonType;
import io.platformapi.compat.schema.shape.ObjectAssertion;
import io.platformapi.compat.schema.shape.PlacedAssertion;
import io.platformapi.compat.schema.shape.ReferencedSchema;
import io.platformapi.compat.schema.shape.ValueAssertion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the schemas of one document into {@link Conjunction}s. */
public final class SchemaCompiler {

    /** What a reference back to a schema that is being read about the same value asserts. */
    private static final Assertion SAID_ANYWAY = new ValueAssertion.Any(List.of(Conjunction.of()));

    private final References references;
    private final SchemaReading reading;
    private final Absent absent;
    private final Circles circles;
    private final Map<List<Object>, ReferencedSchema> targets;
    private final Around around;

    public SchemaCompiler(References references, SchemaReading reading) {
        this.references = references;
        this.reading = reading;
        this.absent = new Absent(references, reading);
        this.circles = new Circles(references);
        this.targets = new HashMap<>();
        this.around = Around.NOTHING;
    }

    private SchemaCompiler(SchemaCompiler same, Around around) {
        this.references = same.references;
        this.reading = same.reading;
        this.absent = same.absent;
        this.circles = same.circles;
        this.targets = same.targets;
        this.around = around;
    }

    /** The one for schemas about another value: a member, an item. */
    public SchemaCompiler inside() {
        return around.equals(Around.NOTHING) ? this : new SchemaCompiler(this, Around.NOTHING);
    }

    /** The one for schemas that are denied. */
    public SchemaCompiler negated() {
        return new SchemaCompiler(this, around.negated());
    }

    /** The shape of the schema at a pointer. */
    public Conjunction shape(JsonNode schema, String pointer) {
        return new Conjunction(parts(schema, pointer));
    }

    private List<PlacedAssertion> parts(JsonNode schema, String pointer) {
        List<PlacedAssertion> parts = new ArrayList<>();
        if (schema.isBoolean() && !schema.booleanValue()) {
            parts.add(new PlacedAssertion(new ValueAssertion.Never(), pointer, ""));
        } else if (schema instanceof ObjectNode object) {
            read(object, pointer, parts);
        }
        return parts;
    }

    private void read(ObjectNode schema, String pointer, List<PlacedAssertion> parts) {
        if (schema.has("$ref")) {
            Assertion reference = reference(schema.get("$ref").asText(), pointer, new HashSet<>());
            if (reference != SAID_ANYWAY) {
                parts.add(new PlacedAssertion(reference, pointer + "/$ref", "$ref"));
            }
            if (reading.openApi30()) {
                return;
            }
        }
        boolean nullable = reading.nullableAlone() && schema.path("nullable").asBoolean();
        boolean plain = schema.has("type") && !schema.has("enum") && !combined(schema);
        if (nullable && !plain) {
            List<PlacedAssertion> rest = new ArrayList<>();
            ObjectNode alone = schema.objectNode().setAll(schema);
            assertions(alone.put("nullable", false), pointer, rest);
            Conjunction none = Conjunction.of(new ValueAssertion.Types(EnumSet.of(JsonType.NULL), false));
            parts.add(new PlacedAssertion(
                    new ValueAssertion.Any(List.of(none, new Conjunction(rest))), pointer + "/nullable", "nullable"));
        } else {
            assertions(schema, pointer, parts);
        }
    }

    private static boolean combined(ObjectNode schema) {
        return schema.has("allOf") || schema.has("anyOf") || schema.has("oneOf") || schema.has("not");
    }

    private void assertions(ObjectNode schema, String pointer, List<PlacedAssertion> parts) {
        new ValueKeywords(reading, pointer, parts).read(schema);
        new NumberKeywords(reading, pointer, parts).read(schema);
        new StringKeywords(reading, pointer, parts).read(schema);
        new ArrayKeywords(this, pointer, parts).read(schema);
        new ObjectKeywords(this, reading, references, absent, pointer, parts).read(schema);
        combinations(schema, pointer, parts);
        for (String keyword : List.of("$dynamicRef", "$recursiveRef")) {
            if (schema.has(keyword)) {
                parts.add(part(new ValueAssertion.Undecidable(keyword + " is not followed"), pointer, keyword));
            }
        }
    }

    public static PlacedAssertion part(Assertion assertion, String pointer, String keyword) {
        return new PlacedAssertion(assertion, pointer + "/" + keyword, keyword);
    }

    private void combinations(ObjectNode schema, String pointer, List<PlacedAssertion> parts) {
        SchemaCompiler each = schema.path("allOf").size() == 1 ? this : new SchemaCompiler(this, around.together());
        for (int i = 0; i < schema.path("allOf").size(); i++) {
            parts.addAll(each.parts(schema.get("allOf").get(i), pointer + "/allOf/" + i));
        }
        branches(schema, "anyOf", pointer, parts);
        branches(schema, "oneOf", pointer, parts);
        JsonNode discriminator = schema.path("discriminator");
        if (discriminator.has("propertyName") && !reading.exact()) {
            parts.add(part(new Variants(inside(), schema, pointer).discriminator(), pointer, "discriminator"));
        }
        if (schema.has("not")) {
            parts.add(
                    part(new ValueAssertion.Not(negated().shape(schema.get("not"), pointer + "/not")), pointer, "not"));
        }
        if (schema.has("if")) {
            condition(schema, pointer, parts);
        }
    }

    private void branches(ObjectNode schema, String keyword, String pointer, List<PlacedAssertion> parts) {
        List<Conjunction> branches = new ArrayList<>();
        for (int i = 0; i < schema.path(keyword).size(); i++) {
            branches.add(variant(schema.get(keyword).get(i), pointer + "/" + keyword + "/" + i));
        }
        if (branches.size() == 1) {
            parts.addAll(branches.get(0).parts());
        } else if (branches.size() > 1) {
            boolean any = keyword.equals("anyOf") || !reading.exact();
            parts.add(part(
                    any ? new ValueAssertion.Any(branches) : new ValueAssertion.ExactlyOne(branches),
                    pointer,
                    keyword));
        }
    }

    /** A branch; one that is a component is known by its name, as generated clients know it. */
    private Conjunction variant(JsonNode branch, String pointer) {
        Conjunction shape = shape(branch, pointer);
        if (reading.exact()) {
            return shape;
        }
        ReferencedSchema target = shape.target();
        return target == null || target.isUnion()
                ? shape
                : new Conjunction(List.of(
                        shape.parts().get(0), new PlacedAssertion(new ObjectAssertion.Variant(target), pointer, "")));
    }

    private void condition(ObjectNode schema, String pointer, List<PlacedAssertion> parts) {
        Conjunction test = negated().shape(schema.get("if"), pointer + "/if");
        Conjunction not = new Conjunction(List.of(part(new ValueAssertion.Not(test), pointer, "if")));
        for (String keyword : List.of("then", "else")) {
            if (schema.has(keyword)) {
                Conjunction consequence = shape(schema.get(keyword), pointer + "/" + keyword);
                Conjunction exempt = keyword.equals("then") ? not : test;
                parts.add(part(new ValueAssertion.Any(List.of(exempt, consequence)), pointer, keyword));
            }
        }
    }

    /** The assertion that a reference makes; chains of references without anything beside them are shortened. */
    public Assertion reference(String reference, String pointer, Set<String> passed) {
        Optional<References.Located> found = references.resolve(reference, pointer);
        if (found.isEmpty()) {
            return new ValueAssertion.Undecidable("nothing was found at " + reference);
        }
        JsonNode schema = found.get().schema();
        String place = found.get().pointer();
        if (!passed.add(place)) {
            return new ValueAssertion.Undecidable(reference + " leads only to itself");
        }
        if (schema.isObject() && schema.has("$ref") && (schema.size() == 1 || reading.openApi30())) {
            return reference(schema.get("$ref").asText(), place, passed);
        }
        if (around.offered().contains(place)) {
            return new ValueAssertion.Never();
        } else if (around.asserted().contains(place)) {
            return SAID_ANYWAY;
        } else if (around.turned().contains(place)) {
            return new ValueAssertion.Undecidable(reference + " leads back to itself through a negation");
        }
        return new ValueAssertion.Reference(target(found.get()));
    }

    private ReferencedSchema target(References.Located found) {
        Around met = around.equals(Around.NOTHING) ? around : around.within(circles.reachable(found));
        return targets.computeIfAbsent(List.of(found.pointer(), met), key -> target(found, met));
    }

    private ReferencedSchema target(References.Located found, Around met) {
        SchemaCompiler compiler = new SchemaCompiler(this, met.and(found.pointer()));
        boolean union = found.schema().has("oneOf") || found.schema().has("anyOf");
        return new ReferencedSchema(found.pointer(), union, () -> compiler.shape(found.schema(), found.pointer()));
    }

    /** Schemas by name, in order. */
    public Map<String, Conjunction> named(JsonNode schemas, String pointer) {
        Map<String, Conjunction> shapes = new LinkedHashMap<>();
        schemas.properties()
                .forEach(member -> shapes.put(
                        member.getKey(), shape(member.getValue(), pointer + "/" + References.escape(member.getKey()))));
        return shapes;
    }
}
