package io.platformapi.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Breaks a document in a way that follows from a seed: what people mistype, misplace, forget and leave half done. */
public final class Mutator {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> KEYWORDS = List.of(
            "type",
            "enum",
            "const",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "pattern",
            "format",
            "items",
            "prefixItems",
            "minItems",
            "maxItems",
            "uniqueItems",
            "contains",
            "minContains",
            "maxContains",
            "properties",
            "patternProperties",
            "additionalProperties",
            "propertyNames",
            "required",
            "minProperties",
            "maxProperties",
            "dependentRequired",
            "dependentSchemas",
            "unevaluatedProperties",
            "unevaluatedItems",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "then",
            "else",
            "$ref",
            "$dynamicRef",
            "$id",
            "$anchor",
            "$dynamicAnchor",
            "$schema",
            "$defs",
            "nullable",
            "readOnly",
            "writeOnly",
            "discriminator",
            "xml",
            "default",
            "example",
            "examples",
            "content",
            "schema",
            "style",
            "explode",
            "in",
            "name",
            "deprecated",
            "contentEncoding",
            "contentMediaType",
            "security",
            "parameters",
            "responses",
            "headers");
    private static final List<String> TEXTS = List.of(
            "",
            "x",
            "null",
            "true",
            "3",
            "integr",
            "string",
            "object",
            "array",
            "integer",
            "file",
            "uuid",
            "int32",
            "byte",
            "date-time",
            "#",
            "#/",
            "#/nope",
            "#nope",
            "nope.yaml",
            "%zz",
            "#/%zz",
            "http://[",
            "a b",
            "\u0000",
            "ü€😀",
            "(((",
            "^a$",
            "(a+)+$",
            "[^]",
            "\\u{61}",
            "a{1,1000000000}",
            "(){1000000000}",
            "\\p{L}+",
            "(?<=a+)b",
            "[a-",
            "x{2,1}",
            "(a|b)*".repeat(20),
            "(".repeat(3000),
            "path",
            "query",
            "deepObject",
            "application/json",
            "a/b/c",
            "https://json-schema.org/draft/2020-12/schema",
            "http://json-schema.org/draft-07/schema#");
    private static final List<BigDecimal> NUMBERS = List.of(
            BigDecimal.ZERO,
            BigDecimal.ONE,
            BigDecimal.valueOf(-1),
            new BigDecimal("0.1"),
            new BigDecimal("1E+400"),
            new BigDecimal("1E+99999"),
            new BigDecimal("1E-9000"),
            new BigDecimal("1E+9999"),
            new BigDecimal("4294967296"),
            new BigDecimal(BigInteger.TEN.pow(200)));

    private final Random random;
    private final ObjectNode document;
    private final List<JsonNode> containers = new ArrayList<>();
    private final List<String> pointers = new ArrayList<>();

    private Mutator(Random random, ObjectNode document) {
        this.random = random;
        this.document = document;
    }

    /** A broken copy of a document. */
    public static ObjectNode mutant(ObjectNode document, Random random) {
        ObjectNode copy = document.deepCopy();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            new Mutator(random, copy).change();
        }
        return copy;
    }

    private void change() {
        collect(document, "");
        JsonNode container = one(containers);
        if (container instanceof ObjectNode object) {
            changeObject(object);
        } else {
            changeArray((ArrayNode) container);
        }
    }

    private void collect(JsonNode node, String pointer) {
        if (node.isContainerNode()) {
            containers.add(node);
            pointers.add(pointer);
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                String token = member.getKey().replace("~", "~0").replace("/", "~1");
                collect(member.getValue(), pointer + "/" + token);
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), pointer + "/" + i);
        }
    }

    private void changeObject(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() ? "x" : one(names);
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(misspelt(name), names.isEmpty() ? value(2) : object.remove(name));
            case 2 -> object.set(name, value(2));
            case 3 -> object.set(name, one(containers).deepCopy());
            case 4 -> object.set("$ref", JSON.textNode("#" + one(pointers)));
            case 5 -> object.set(name, wrapped(object.path(name).deepCopy()));
            default -> object.set(one(KEYWORDS), value(3));
        }
    }

    private void changeArray(ArrayNode array) {
        int index = array.isEmpty() ? 0 : random.nextInt(array.size());
        switch (random.nextInt(4)) {
            case 0 -> array.remove(index);
            case 1 -> array.insert(index, value(2));
            case 2 ->
                array.add(array.isEmpty() ? JSON.nullNode() : array.get(index).deepCopy());
            default -> array.add(one(containers).deepCopy());
        }
    }

    private JsonNode wrapped(JsonNode value) {
        JsonNode inner = value.isMissingNode() ? JSON.nullNode() : value;
        String keyword = one(List.of("allOf", "oneOf", "anyOf", "not", "items", "properties", "schema"));
        int depth = random.nextInt(20) == 0 ? 60 : 1;
        for (int i = 0; i < depth; i++) {
            ObjectNode outer = JSON.objectNode();
            if (keyword.endsWith("Of")) {
                outer.putArray(keyword).add(inner);
            } else {
                outer.set(keyword, inner);
            }
            inner = outer;
        }
        return inner;
    }

    private String misspelt(String name) {
        if (name.length() < 2) {
            return name + "x";
        }
        int at = random.nextInt(name.length() - 1);
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth <= 0 ? 5 : 9)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(one(NUMBERS));
            case 3 -> JSON.textNode(one(TEXTS));
            case 4 -> JSON.textNode("#" + one(pointers));
            case 5 -> JSON.arrayNode().add(value(depth - 1));
            case 6 -> JSON.arrayNode().add(value(depth - 1)).add(value(depth - 1));
            case 7 -> JSON.objectNode().set(one(KEYWORDS), value(depth - 1));
            default -> {
                ObjectNode object = JSON.objectNode();
                object.set(one(KEYWORDS), value(depth - 1));
                yield object.set(one(KEYWORDS), value(depth - 1));
            }
        };
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
