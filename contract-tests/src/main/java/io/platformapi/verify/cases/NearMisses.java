package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values that are nearly right: what servers take that look less closely than their document. */
final class NearMisses {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final BigDecimal HAIR = new BigDecimal("0.01");
    private static final int FAR = 1_000_000_000;
    private static final int LARGEST = 5000;
    private static final int MANY = 100;

    private static final Map<String, List<String>> FORMATS = Map.of(
            "email", List.of("a@", "@example.com", "a b@example.com", "a@b@example.com"),
            "date", List.of("2026-13-01", "2026-1-5", "05/01/2026", "2026-01-05T00:00:00Z"),
            "date-time", List.of("2026-01-05", "2026-01-05T25:00:00Z", "2026-01-05T10:00:00", "1767607200"),
            "uuid", List.of("3fa85f64-5717-4562-b3fc-2c963f66afa", "3fa85f64-5717-4562-b3fc-2c963f66afaz", "1"),
            "uri", List.of("example", "http://a b"),
            "ipv4", List.of("1.2.3", "1.2.3.256"),
            "time", List.of("25:00:00Z", "10:00"));

    private final Map<String, JsonNode> found = new LinkedHashMap<>();

    private NearMisses() {}

    /** The values by the rule that refuses them, and a number where it refuses several. */
    static Map<String, JsonNode> of(Schema schema, JsonNode valid) {
        NearMisses misses = new NearMisses();
        misses.types(schema, valid);
        misses.numbers(schema);
        misses.texts(schema, valid);
        misses.lists(schema, valid);
        return misses.found;
    }

    private void add(String rule, JsonNode value) {
        found.put(rule, value);
    }

    private void types(Schema schema, JsonNode valid) {
        add("type-null", JSON.nullNode());
        if (valid.isNumber()) {
            add("type-text", JSON.textNode(valid.asText()));
            add("type-boolean", JSON.booleanNode(true));
            add("type-behind", JSON.textNode(valid.asText() + "x"));
            if (schema.is(Type.INTEGER)) {
                add("type-fraction", JSON.numberNode(new BigDecimal(valid.asText()).add(new BigDecimal("0.5"))));
            }
        } else if (valid.isBoolean()) {
            add("type-text", JSON.textNode(valid.asText()));
            add("type-number", JSON.numberNode(1));
        } else if (valid.isTextual()) {
            add("type-number", JSON.numberNode(7));
            add("type-boolean", JSON.booleanNode(false));
            add("type-list", JSON.arrayNode().add(valid));
        } else if (valid.isArray()) {
            add("type-object", JSON.objectNode());
            if (!valid.isEmpty()) {
                add("type-item", valid.get(0));
            }
        } else if (valid.isObject()) {
            add("type-list", JSON.arrayNode().add(valid));
        }
    }

    private void numbers(Schema schema) {
        bound(schema, "minimum", HAIR.negate(), -FAR);
        bound(schema, "maximum", HAIR, FAR);
        JsonNode step = schema.keyword("multipleOf");
        if (step.isNumber()) {
            add("multipleOf-narrowly", JSON.numberNode(step.decimalValue().add(BigDecimal.ONE)));
        }
    }

    private void bound(Schema schema, String keyword, BigDecimal hair, int far) {
        JsonNode bound = schema.keyword(keyword);
        if (bound.isNumber()) {
            add(keyword + "-narrowly", JSON.numberNode(bound.decimalValue().add(hair)));
            add(keyword + "-by-far", JSON.numberNode(bound.decimalValue().add(BigDecimal.valueOf(far))));
        }
    }

    private void texts(Schema schema, JsonNode valid) {
        int number = 0;
        for (String text : FORMATS.getOrDefault(schema.format(), List.of())) {
            add("format-" + schema.format() + "-" + ++number, JSON.textNode(text));
        }
        if (!valid.isTextual()) {
            return;
        }
        String text = valid.asText();
        if (schema.format().equals("uuid")) {
            add("format-uuid-bare", JSON.textNode(text.replace("-", "")));
            add("format-uuid-braces", JSON.textNode("{" + text + "}"));
        }
        if (!schema.keyword("pattern").isMissingNode()) {
            add("pattern-behind", JSON.textNode(text + "!"));
            add("pattern-before", JSON.textNode("!" + text));
            add("pattern-small", JSON.textNode(text.toLowerCase(Locale.ROOT)));
            add("pattern-large", JSON.textNode(text.toUpperCase(Locale.ROOT)));
        }
        if (!schema.keyword("enum").isMissingNode()) {
            boolean small = text.equals(text.toLowerCase(Locale.ROOT));
            add("enum-case", JSON.textNode(small ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT)));
            add("enum-more", JSON.textNode(text + "s"));
            add("enum-empty", JSON.textNode(""));
        }
        int most = schema.keyword("maxLength").asInt(LARGEST);
        if (most < LARGEST) {
            add("maxLength-by-far", JSON.textNode("x".repeat(most * 2 + LARGEST)));
        }
    }

    private void lists(Schema schema, JsonNode valid) {
        if (!valid.isArray() || valid.isEmpty()) {
            return;
        }
        if (schema.keyword("uniqueItems").asBoolean(false)) {
            add("uniqueItems-last", JSON.arrayNode().addAll(elements(valid)).add(valid.get(valid.size() - 1)));
        }
        int most = schema.keyword("maxItems").asInt(LARGEST);
        if (most < MANY && (valid.get(0).isTextual() || valid.get(0).isNumber())) {
            ArrayNode distinct = JSON.arrayNode();
            for (int i = 0; i <= most; i++) {
                distinct.add(valid.get(0).isTextual() ? JSON.textNode("x" + i) : JSON.numberNode(i + 1));
            }
            add("maxItems-distinct", distinct);
        }
        if (schema.keyword("minItems").asInt(0) > 0) {
            add("minItems-none", JSON.arrayNode());
        }
    }

    private static List<JsonNode> elements(JsonNode list) {
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        return elements;
    }
}
