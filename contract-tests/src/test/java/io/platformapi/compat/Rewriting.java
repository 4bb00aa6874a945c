package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Ways to say the same in another document, each on a copy of its own. */
enum Rewriting {
    /** Members of objects come in another order. */
    MEMBERS_REORDERED {
        @Override
        ObjectNode of(ObjectNode document) {
            return (ObjectNode) shuffled(document, Set.of(), "", new Random(1));
        }
    },
    /** Members of objects, and lists whose order means nothing, come in another order. */
    REORDERED {
        @Override
        ObjectNode of(ObjectNode document) {
            return (ObjectNode) shuffled(document, UNORDERED, "", new Random(2));
        }
    },
    /** What is referred to stands where it is used. */
    INLINED {
        @Override
        ObjectNode of(ObjectNode document) {
            return (ObjectNode) inlined(document, document, new ArrayDeque<>());
        }
    },
    /** Schemas that stood where they are used are components. */
    EXTRACTED {
        @Override
        ObjectNode of(ObjectNode document) {
            ObjectNode copy = document.deepCopy();
            Map<String, JsonNode> found = new LinkedHashMap<>();
            copy.set("paths", extracted(copy.path("paths"), found));
            found.forEach(copy.withObject("/components/schemas")::set);
            return copy;
        }
    },
    /** Each schema is the one part of another. */
    WRAPPED {
        @Override
        ObjectNode of(ObjectNode document) {
            ObjectNode copy = document.deepCopy();
            copy.set("paths", wrapped(copy.path("paths")));
            return copy;
        }
    },
    /** What holds where nothing is said is said. */
    SPELLED_OUT {
        @Override
        ObjectNode of(ObjectNode document) {
            return (ObjectNode) spelledOut(document);
        }
    },
    /** What all operations of a path have is said of the path. */
    LIFTED {
        @Override
        ObjectNode of(ObjectNode document) {
            ObjectNode copy = document.deepCopy();
            copy.path("paths").forEach(Rewriting::lift);
            return copy;
        }
    },
    /** 3.0 as 3.1 has it; 3.1 as 3.2 has it. */
    UPGRADED {
        @Override
        ObjectNode of(ObjectNode document) {
            boolean old = document.path("openapi").asText().startsWith("3.0");
            ObjectNode copy = old ? (ObjectNode) upgraded(document, "") : document.deepCopy();
            return copy.put("openapi", old ? "3.1.1" : "3.2.0");
        }
    };

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> UNORDERED =
            Set.of("required", "enum", "type", "tags", "parameters", "security", "oneOf", "anyOf", "allOf");
    private static final Set<String> AS_THEY_STAND = Set.of("example", "examples", "default", "const", "value");

    abstract ObjectNode of(ObjectNode document);

    private static JsonNode shuffled(JsonNode node, Set<String> lists, String name, Random random) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, random);
            ObjectNode shuffled = JSON.objectNode();
            names.forEach(each -> shuffled.set(each, shuffled(object.get(each), lists, each, random)));
            return shuffled;
        } else if (node instanceof ArrayNode array && !AS_THEY_STAND.contains(name)) {
            List<JsonNode> items = new ArrayList<>();
            array.forEach(each -> items.add(shuffled(each, lists, "", random)));
            if (lists.contains(name)) {
                Collections.shuffle(items, random);
            }
            return JSON.arrayNode().addAll(items);
        }
        return node;
    }

    private static JsonNode inlined(JsonNode node, ObjectNode root, Deque<String> open) {
        String reference = node.path("$ref").asText("");
        if (reference.startsWith("#/") && !open.contains(reference) && node.size() == 1) {
            JsonNode found = root.at(reference.substring(1));
            if (found.isMissingNode()) {
                return node; // it leads by way of another reference
            }
            open.push(reference);
            JsonNode target = inlined(found, root, open);
            open.pop();
            return target;
        } else if (node.has("discriminator")) {
            return node.deepCopy();
        }
        return each(node, inner -> inlined(inner, root, open));
    }

    private static JsonNode each(JsonNode node, UnaryOperator<JsonNode> change) {
        if (node instanceof ObjectNode object) {
            ObjectNode changed = JSON.objectNode();
            object.properties()
                    .forEach(each -> changed.set(
                            each.getKey(),
                            AS_THEY_STAND.contains(each.getKey()) ? each.getValue() : change.apply(each.getValue())));
            return changed;
        } else if (node instanceof ArrayNode array) {
            ArrayNode changed = JSON.arrayNode();
            array.forEach(each -> changed.add(change.apply(each)));
            return changed;
        }
        return node;
    }

    private static JsonNode extracted(JsonNode node, Map<String, JsonNode> found) {
        JsonNode changed = each(node, inner -> extracted(inner, found));
        if (changed instanceof ObjectNode object) {
            for (String keyword : List.of("schema", "items")) {
                JsonNode schema = object.path(keyword);
                if (schema.isObject() && !schema.has("$ref")) {
                    String name = "Extracted" + found.size();
                    found.put(name, schema);
                    object.set(keyword, JSON.objectNode().put("$ref", "#/components/schemas/" + name));
                }
            }
        }
        return changed;
    }

    private static JsonNode wrapped(JsonNode node) {
        JsonNode changed = each(node, Rewriting::wrapped);
        if (changed.path("schema").isObject() && changed instanceof ObjectNode object) {
            JsonNode schema = object.get("schema");
            object.putObject("schema").putArray("allOf").add(schema);
        }
        return changed;
    }

    private static JsonNode spelledOut(JsonNode node) {
        JsonNode changed = each(node, Rewriting::spelledOut);
        if (changed instanceof ObjectNode object) {
            String in = object.path("in").asText();
            if (object.has("name") && Set.of("query", "header", "cookie").contains(in) && object.has("schema")) {
                object.put("required", object.path("required").asBoolean(false));
                object.put("deprecated", object.path("deprecated").asBoolean(false));
                object.put("style", object.path("style").asText(in.equals("header") ? "simple" : "form"));
            }
            if (object.path("type").asText().equals("string") && !object.has("in") && !object.has("minLength")) {
                object.put("minLength", 0).put("deprecated", false);
            }
            if (object.path("type").asText().equals("array") && !object.has("uniqueItems")) {
                object.put("uniqueItems", false)
                        .put("minItems", object.path("minItems").asInt(0));
            }
        }
        return changed;
    }

    private static void lift(JsonNode item) {
        List<JsonNode> operations = new ArrayList<>();
        item.properties().stream()
                .filter(each -> each.getValue().has("responses"))
                .forEach(each -> operations.add(each.getValue()));
        if (operations.size() == 1
                && operations.get(0).path("parameters").isArray()
                && item instanceof ObjectNode path) {
            ArrayNode own = (ArrayNode) ((ObjectNode) operations.get(0)).remove("parameters");
            path.withArray("/parameters").addAll(own);
        }
    }

    private static JsonNode upgraded(JsonNode node, String name) {
        JsonNode changed =
                node instanceof ObjectNode object ? JSON.objectNode() : each(node, each -> upgraded(each, ""));
        if (node instanceof ObjectNode object) {
            ObjectNode fresh = (ObjectNode) changed;
            object.properties()
                    .forEach(each -> fresh.set(
                            each.getKey(),
                            AS_THEY_STAND.contains(each.getKey())
                                    ? each.getValue()
                                    : upgraded(each.getValue(), each.getKey())));
            if (!name.equals("properties")) {
                keywords(fresh);
            }
        }
        return changed;
    }

    private static void keywords(ObjectNode schema) {
        if (schema.path("nullable").asBoolean() && schema.path("type").isTextual()) {
            String type = schema.get("type").asText();
            schema.putArray("type").add(type).add("null");
            if (schema.has("enum") && !schema.get("enum").toString().contains("null")) {
                ((ArrayNode) schema.get("enum")).addNull();
            }
        }
        schema.remove("nullable");
        for (String bound : List.of("Minimum", "Maximum")) {
            JsonNode exclusive = schema.path("exclusive" + bound);
            if (exclusive.isBoolean()) {
                JsonNode limit = schema.path(bound.toLowerCase(Locale.ROOT));
                schema.remove("exclusive" + bound);
                if (exclusive.booleanValue() && limit.isNumber()) {
                    schema.set("exclusive" + bound, limit);
                    schema.remove(bound.toLowerCase(Locale.ROOT));
                }
            }
        }
    }
}
