package io.platformapi.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.util.List;
import java.util.Random;

/** A document made up of everything that requests can be made of; the same for the same seed. */
public final class RandomDocument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 3;

    private final Random random;

    private RandomDocument(long seed) {
        this.random = new Random(seed);
    }

    /** The document as a tree. */
    public static ObjectNode tree(long seed) {
        return new RandomDocument(seed).document();
    }

    public static Contract of(long seed) {
        String text = tree(seed).toString();
        return new ContractReader(Access.SAME_ORIGIN).read(text, URI.create("file:///random.json"), "random.json");
    }

    private ObjectNode document() {
        ObjectNode document = JSON.objectNode();
        document.put("openapi", "3.1.1");
        document.putObject("info").put("title", "Random").put("version", "1");
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        for (String name : List.of("A", "B", "C")) {
            schemas.set(name, object(1));
        }
        ObjectNode paths = document.putObject("paths");
        for (int i = 0; i < 3; i++) {
            paths.putObject("/things" + i + "/{key}/part").set(random.nextBoolean() ? "put" : "post", operation());
        }
        return document;
    }

    private ObjectNode operation() {
        ObjectNode operation = JSON.objectNode();
        ArrayNode parameters = operation.putArray("parameters");
        parameters
                .addObject()
                .put("name", "key")
                .put("in", "path")
                .put("required", true)
                .set("schema", key());
        for (int i = random.nextInt(5); i > 0; i--) {
            parameters
                    .addObject()
                    .put("name", "p" + i)
                    .put("in", random.nextInt(4) == 0 ? "header" : "query")
                    .put("required", random.nextInt(4) == 0)
                    .set("schema", random.nextBoolean() ? scalar() : list(scalar()));
        }
        operation
                .putObject("requestBody")
                .put("required", random.nextBoolean())
                .putObject("content")
                .putObject("application/json")
                .set("schema", random.nextInt(4) == 0 ? list(schema(1)) : object(0));
        ObjectNode responses = operation.putObject("responses");
        responses.putObject("200").put("description", "done");
        responses.putObject("400").put("description", "wrong");
        return operation;
    }

    /** Among the values of a path there are some that lead elsewhere. */
    private ObjectNode key() {
        ObjectNode key = JSON.objectNode().put("type", "string");
        if (random.nextBoolean()) {
            key.putArray("enum").add("..").add("").add("a/b").add("key").add(".");
        } else if (random.nextBoolean()) {
            key.put("pattern", "^[./a-c]{1,4}$");
        }
        return key;
    }

    private ObjectNode schema(int depth) {
        if (depth >= DEEPEST) {
            return scalar();
        }
        return switch (random.nextInt(7)) {
            case 0 -> list(schema(depth + 1));
            case 1 -> tuple(depth);
            case 2 -> JSON.objectNode().put("type", "object").set("additionalProperties", schema(depth + 1));
            case 3 -> object(depth + 1);
            case 4 -> reference();
            default -> scalar();
        };
    }

    private ObjectNode reference() {
        return JSON.objectNode()
                .put("$ref", "#/components/schemas/" + List.of("A", "B", "C").get(random.nextInt(3)));
    }

    private ObjectNode object(int depth) {
        ObjectNode object = plainObject(depth);
        if (depth < DEEPEST && random.nextInt(3) == 0) {
            ObjectNode whole = JSON.objectNode();
            whole.putArray("allOf").add(object).add(plainObject(depth + 1));
            return whole;
        }
        if (depth < DEEPEST && random.nextInt(4) == 0) {
            ObjectNode union = JSON.objectNode();
            ArrayNode kinds = union.putArray("oneOf");
            for (String kind : List.of("cat", "dog")) {
                ObjectNode branch = plainObject(depth + 1);
                branch.withObjectProperty("properties").putObject("kind").put("const", kind);
                branch.withArrayProperty("required").add("kind");
                kinds.add(branch);
            }
            return union;
        }
        return object;
    }

    /** Members that only answers have are called {@code id} or {@code …Id}; some of them are required. */
    private ObjectNode plainObject(int depth) {
        ObjectNode object = JSON.objectNode().put("type", "object");
        ObjectNode properties = object.putObject("properties");
        ArrayNode required = object.putArray("required");
        if (random.nextBoolean()) {
            properties.putObject("id").put("type", "integer").put("readOnly", true);
            required.add("id");
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            String name = "m" + depth + i + (random.nextInt(5) == 0 ? "Id" : "");
            ObjectNode schema = name.endsWith("Id") ? scalar().put("readOnly", true) : schema(depth + 1);
            properties.set(name, schema);
            if (random.nextBoolean() && !schema.has("$ref")) {
                required.add(name);
            }
        }
        return object;
    }

    private static ObjectNode list(ObjectNode items) {
        return JSON.objectNode()
                .put("type", "array")
                .put("minItems", 1)
                .put("maxItems", 4)
                .set("items", items);
    }

    private ObjectNode tuple(int depth) {
        ObjectNode tuple =
                JSON.objectNode().put("type", "array").put("minItems", 2).put("items", false);
        tuple.putArray("prefixItems").add(scalar()).add(schema(depth + 1));
        return tuple;
    }

    private ObjectNode scalar() {
        ObjectNode scalar = JSON.objectNode();
        return switch (random.nextInt(6)) {
            case 0 -> scalar.put("type", "boolean");
            case 1 -> scalar.put("type", "number").put("maximum", 100);
            case 2 -> scalar.put("type", "string").put("format", "uuid");
            case 3 -> scalar.put("type", "string").put("minLength", 2).put("maxLength", 9);
            case 4 -> scalar.put("type", "string").put("pattern", "^[a-z]{3}$");
            default -> scalar.put("type", "integer").put("minimum", 1).put("maximum", 50);
        };
    }
}
