package io.platformapi.compat.schema.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.language.Formats;
import io.platformapi.compat.schema.shape.Conjunction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schemas of one document as plain JSON Schema 2020-12 for a validator, written from the document itself and not
 * from the {@link Conjunction}s, so that a slip in one shows in the other.
 */
public final class Standalone {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String DEFINITIONS = "x-defs"; // no keyword: read only where a value leads to, not all at once
    private static final List<String> ONE = List.of(
            "not",
            "if",
            "then",
            "else",
            "contains",
            "additionalProperties",
            "propertyNames",
            "unevaluatedItems",
            "unevaluatedProperties");
    private static final List<String> MAPS = List.of("properties", "patternProperties", "dependentSchemas");
    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final List<String> AS_THEY_ARE = List.of(
            "enum",
            "const",
            "multipleOf",
            "minLength",
            "maxLength",
            "pattern",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minContains",
            "maxContains",
            "minProperties",
            "maxProperties",
            "dependentRequired");

    private final References references;
    private final SchemaReading reading;
    private final Formats formats;
    private final Absent absent;
    private final ObjectNode definitions = NODES.objectNode();
    private final Circles circles;
    private final Map<Definition, String> names = new HashMap<>();
    private final Deque<Definition> open = new ArrayDeque<>();

    public Standalone(References references, SchemaReading reading, Formats formats) {
        this.references = references;
        this.reading = reading;
        this.formats = formats;
        this.absent = new Absent(references, reading);
        this.circles = new Circles(references);
    }

    /** A schema that is referred to, and what is said of the same value already. */
    private record Definition(References.Located schema, Around around) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Definition same
                    && schema.pointer().equals(same.schema.pointer())
                    && around.equals(same.around);
        }

        @Override
        public int hashCode() {
            return schema.pointer().hashCode();
        }
    }

    /** A schema with all it refers to. */
    public ObjectNode of(JsonNode schema, String pointer) {
        ObjectNode root = NODES.objectNode();
        root.putArray("allOf").add(inner(schema, pointer, Around.NOTHING));
        while (!open.isEmpty()) {
            Definition next = open.pop();
            References.Located found = next.schema();
            definitions.set(
                    names.get(next),
                    inner(found.schema(), found.pointer(), next.around().and(found.pointer())));
        }
        root.set(DEFINITIONS, definitions);
        return root;
    }

    private JsonNode inner(JsonNode schema, String pointer, Around around) {
        if (!(schema instanceof ObjectNode object)) {
            return schema.isBoolean() ? schema : NODES.booleanNode(true);
        }
        ObjectNode result = NODES.objectNode();
        if (object.has("$ref")) {
            refer(object.get("$ref").asText(), pointer, around, result);
            if (reading.openApi30()) {
                return result;
            }
        }
        copy(object, pointer, around, result);
        if (!reading.openApi30() || !object.path("nullable").asBoolean()) {
            return result;
        }
        if (!reading.nullableAlone()) {
            return object.has("type") ? withNull(result) : result;
        }
        ObjectNode either = NODES.objectNode();
        either.putArray("anyOf").add(NODES.objectNode().put("type", "null")).add(result);
        return either;
    }

    private static ObjectNode withNull(ObjectNode result) {
        JsonNode type = result.get("type");
        ArrayNode types = result.putArray("type").add("null");
        if (type.isArray()) {
            types.addAll((ArrayNode) type);
        } else {
            types.add(type);
        }
        return result;
    }

    private void refer(String reference, String pointer, Around around, ObjectNode result) {
        references
                .resolve(reference, pointer)
                .filter(found -> around.offered().contains(found.pointer()))
                .ifPresent(found -> result.putObject("not"));
        references
                .resolve(reference, pointer)
                .filter(found -> !isMet(found, around))
                .ifPresent(found -> {
                    Definition definition = new Definition(found, around.within(circles.reachable(found)));
                    String name = names.get(definition);
                    if (name == null) {
                        name = "d" + names.size();
                        names.put(definition, name);
                        open.push(definition); // written later: chains of references are longer than the stack is deep
                    }
                    result.put("$ref", "#/" + DEFINITIONS + "/" + name);
                });
    }

    private static boolean isMet(References.Located found, Around around) {
        return around.asserted().contains(found.pointer()) || around.turned().contains(found.pointer());
    }

    private void copy(ObjectNode schema, String pointer, Around around, ObjectNode result) {
        if (schema.has("type")) {
            result.set("type", schema.get("type"));
        }
        AS_THEY_ARE.stream().filter(schema::has).forEach(keyword -> result.set(keyword, schema.get(keyword)));
        ONE.stream()
                .filter(schema::has)
                .forEach(keyword -> result.set(
                        keyword, inner(schema.get(keyword), pointer + "/" + keyword, around(keyword, around))));
        MAPS.stream().filter(schema::has).forEach(keyword -> {
            ObjectNode map = result.putObject(keyword);
            schema.get(keyword)
                    .properties()
                    .forEach(each -> map.set(
                            each.getKey(),
                            inner(
                                    each.getValue(),
                                    pointer + "/" + keyword + "/" + References.escape(each.getKey()),
                                    around(keyword, around))));
        });
        LISTS.stream().filter(keyword -> isList(schema.path(keyword))).forEach(keyword -> {
            boolean alone = keyword.equals("allOf") && schema.get(keyword).size() == 1;
            Around each = alone ? around : around(keyword, around);
            result.set(keyword, list(schema.get(keyword), pointer + "/" + keyword, each));
        });
        items(schema, pointer, result);
        bounds(schema, "minimum", "exclusiveMinimum", result);
        bounds(schema, "maximum", "exclusiveMaximum", result);
        if (reading.assertsFormats()) {
            format(schema.path("format").asText(), result);
        }
        members(schema, pointer, result);
        if (reading.enumerations().contains("x-extensible-enum") && schema.has("x-extensible-enum")) {
            result.withArray("allOf").addObject().set("enum", schema.get("x-extensible-enum"));
        }
        if (!reading.exact() && result.has("oneOf")) {
            JsonNode branches = result.remove("oneOf");
            result.withArray("allOf").addObject().set("anyOf", branches);
        }
    }

    /** What is said already of the value that a keyword's schema is about. */
    private static Around around(String keyword, Around around) {
        return switch (keyword) {
            case "allOf" -> around.together();
            case "anyOf", "oneOf", "then", "else", "dependentSchemas" -> around;
            case "not", "if" -> around.negated();
            default -> Around.NOTHING;
        };
    }

    /** What is written otherwise counts as absent. */
    private static boolean isList(JsonNode keyword) {
        return keyword.isArray() && !keyword.isEmpty();
    }

    private ArrayNode list(JsonNode schemas, String pointer, Around around) {
        ArrayNode list = NODES.arrayNode();
        for (int i = 0; i < schemas.size(); i++) {
            list.add(inner(schemas.get(i), pointer + "/" + i, around));
        }
        return list;
    }

    private void items(ObjectNode schema, String pointer, ObjectNode result) {
        if (schema.path("items").isArray()) {
            result.set("prefixItems", list(schema.get("items"), pointer + "/items", Around.NOTHING));
            if (schema.has("additionalItems")) {
                result.set("items", inner(schema.get("additionalItems"), pointer + "/additionalItems", Around.NOTHING));
            }
        } else if (schema.has("items")) {
            result.set("items", inner(schema.get("items"), pointer + "/items", Around.NOTHING));
        }
    }

    private static void bounds(ObjectNode schema, String plain, String exclusive, ObjectNode result) {
        JsonNode excluded = schema.path(exclusive);
        if (schema.path(plain).isNumber()) {
            result.set(excluded.isBoolean() && excluded.booleanValue() ? exclusive : plain, schema.get(plain));
        }
        if (excluded.isNumber()) {
            result.set(exclusive, excluded);
        }
    }

    private void format(String format, ObjectNode result) {
        if (formats.knows(format)) {
            result.put("format", format);
        }
        Formats.bounded(format)
                .ifPresent(bounds -> result.withArray("allOf")
                        .addObject()
                        .put("minimum", bounds.least())
                        .put("maximum", bounds.most()));
    }

    private void members(ObjectNode schema, String pointer, ObjectNode result) {
        Set<String> omitted = absent.names(schema, pointer);
        if (result.get("properties") instanceof ObjectNode properties) {
            omitted.stream().filter(properties::has).forEach(name -> properties.put(name, true));
        }
        if (schema.path("required").isArray()) {
            ArrayNode required = result.putArray("required");
            schema.get("required").forEach(name -> {
                if (!omitted.contains(name.asText())) {
                    required.add(name);
                }
            });
        }
    }
}
