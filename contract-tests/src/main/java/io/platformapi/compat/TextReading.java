package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.reading.References;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a reader of text takes in beyond its schema's values. A parameter, a header field, a member of a form is text:
 * who reads any string reads every number, who reads {@code true} and {@code false} reads the words, and who reads a
 * list reads a single item as a list of one.
 */
final class TextReading {

    /** Members of a form may be lists; what is deeper is not written as text. */
    private static final int OF_A_FORM = 2;

    private static final int OF_ELEMENTS = 12;

    /** Schemas that are widened for one question; what is beyond is taken as it stands. */
    private static final int MOST = 300;

    private static final String WHOLE = "-?(0|[1-9][0-9]*)";
    private static final Pattern NUMBER = Pattern.compile(WHOLE + "(\\.[0-9]+)?");

    /** What a string, a number or another value may be asked beside its type. */
    private static final Set<String> LIMITS = Set.of(
            "enum",
            "const",
            "pattern",
            "format",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if");

    private final Edition reader;
    private final Wire wire;
    private int widened;

    TextReading(Edition reader, Wire wire) {
        this.reader = reader;
        this.wire = wire;
    }

    /** The wider schema; empty if it would not be wider. */
    Optional<References.Located> of(References.Located read) {
        JsonNode wider = widened(read, wire == Wire.TEXT ? OF_A_FORM : OF_ELEMENTS);
        return wider.has("$ref")
                ? Optional.empty()
                : Optional.of(new References.Located(wider, read.pointer() + "/as text"));
    }

    /** A schema that takes in what it means as text, too; it itself where that is no more. */
    private JsonNode widened(References.Located read, int depth) {
        ArrayNode branches = JsonNodeFactory.instance.arrayNode().add(Edition.referring(read));
        References.Located end = resolved(read);
        JsonNode schema = end.schema();
        if (LIMITS.stream().noneMatch(schema::has)) {
            unlimited(schema, branches);
        }
        listed(schema, branches);
        if (depth > 0 && widened++ < MOST) {
            for (String keyword : List.of("anyOf", "oneOf")) {
                for (int i = 0; i < schema.path(keyword).size() && isAlone(schema, keyword); i++) {
                    branches.add(widened(
                            inner(end, keyword + "/" + i, schema.get(keyword).get(i)), depth - 1));
                }
            }
            list(end, depth, branches);
            members(end, depth, branches);
        }
        return branches.size() == 1
                ? branches.get(0)
                : JsonNodeFactory.instance.objectNode().set("anyOf", branches);
    }

    private static boolean isAlone(JsonNode schema, String keyword) {
        return LIMITS.stream().noneMatch(each -> !each.equals(keyword) && schema.has(each));
    }

    private static boolean is(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        return types.asText().equals(type)
                || types.valueStream().anyMatch(each -> each.asText().equals(type));
    }

    private static void unlimited(JsonNode schema, ArrayNode branches) {
        if (is(schema, "string")) {
            branches.addObject().put("type", "number");
            branches.addObject().put("type", "boolean");
        }
        if (is(schema, "boolean")) {
            branches.addObject().putArray("enum").add("true").add("false");
        }
        if (is(schema, "number") || is(schema, "integer")) {
            String text = is(schema, "number") ? NUMBER.pattern() : WHOLE;
            branches.addObject().put("type", "string").put("pattern", "^" + text + "$");
        }
    }

    /** The values of a list by their text: a word that may be a number, a number that is a word. */
    private static void listed(JsonNode schema, ArrayNode branches) {
        List<JsonNode> values = schema.has("const")
                ? List.of(schema.get("const"))
                : schema.path("enum").valueStream().toList();
        if (values.isEmpty() || !isAlone(schema, schema.has("const") ? "const" : "enum")) {
            return;
        }
        ArrayNode texts = branches.addObject().putArray("enum");
        for (JsonNode value : values) {
            if (value.isNumber() || value.isBoolean()) {
                texts.add(value.asText());
            } else if (value.asText().equals("true") || value.asText().equals("false")) {
                texts.add(Boolean.parseBoolean(value.asText()));
            } else if (NUMBER.matcher(value.asText()).matches()) {
                texts.add(new BigDecimal(value.asText()));
            }
        }
        if (texts.isEmpty()) {
            branches.remove(branches.size() - 1);
        }
    }

    private void list(References.Located list, int depth, ArrayNode branches) {
        JsonNode items = list.schema().path("items");
        if (!items.isObject()) {
            return;
        }
        JsonNode item = widened(inner(list, "items", items), depth - 1);
        if (item.has("anyOf")) {
            branches.add(((ObjectNode) list.schema().deepCopy()).set("items", item));
        }
        if (wire == Wire.TEXT && list.schema().path("minItems").asInt() <= 1) {
            branches.add(item);
        }
    }

    /** An object of which each member is text; in a form only its own. */
    private void members(References.Located object, int depth, ArrayNode branches) {
        JsonNode properties = object.schema().path("properties");
        if (wire == Wire.TEXT && depth < OF_A_FORM || !properties.isObject()) {
            return;
        }
        ObjectNode wider = object.schema().deepCopy();
        ObjectNode members = wider.putObject("properties");
        properties
                .properties()
                .forEach(each -> members.set(
                        each.getKey(),
                        widened(
                                inner(object, "properties/" + References.escape(each.getKey()), each.getValue()),
                                depth - 1)));
        if (members.valueStream().anyMatch(each -> each.has("anyOf"))) {
            branches.add(wider);
        }
    }

    private static References.Located inner(References.Located schema, String step, JsonNode inner) {
        return new References.Located(inner, schema.pointer() + "/" + step);
    }

    private References.Located resolved(References.Located schema) {
        References.Located found = schema;
        for (int i = 0; i < 20 && found.schema().has("$ref"); i++) {
            Optional<References.Located> next =
                    reader.resolve(found.schema().get("$ref").asText(), found.pointer());
            if (next.isEmpty()) {
                return found;
            }
            found = next.get();
        }
        return found;
    }
}
