package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.SchemaTooComplex;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes up valid values, the same for the same seed.
 *
 * <p>A value that its own schema refuses, because a pattern or a {@code not} is beyond guessing, is not given out.
 */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;
    private static final int TRIES = 20;
    private static final int MOST_ITEMS = 3;

    /** What is larger gets no part more than it needs. */
    private static final int MOST_PARTS = 1000;

    private final Random random;
    private final Texts texts;
    private Depths depths = Depths.NONE;
    private int parts;

    Values(Random random) {
        this.random = random;
        this.texts = new Texts(random);
    }

    /** A value that requests may have; empty if none was found. */
    Optional<JsonNode> valid(Schema schema) {
        return valid(schema, any -> true);
    }

    /** A value that requests may have and that suits; empty if none was found. */
    Optional<JsonNode> valid(Schema schema, Predicate<JsonNode> suits) {
        return Stream.concat(
                        Stream.generate(() -> value(schema, 0)).limit(TRIES),
                        Stream.generate(() -> sampled(schema)).limit(TRIES))
                .filter(value -> !value.isMissingNode())
                .map(value -> ReadOnly.left(schema, value))
                .filter(value -> ReadOnly.isValid(schema, value) && suits.test(value))
                .findFirst();
    }

    /** What is made member by member cannot be a tuple, a map of some size, or of two unions at once. */
    private JsonNode sampled(Schema schema) {
        try {
            return new Sampler(Whim.seeded(random.nextLong())).sample(schema);
        } catch (SchemaTooComplex e) {
            return MissingNode.getInstance();
        }
    }

    private JsonNode value(Schema schema, int depth) {
        List<JsonNode> named = named(schema);
        if (!named.isEmpty()) {
            return named.get(random.nextInt(named.size()));
        }
        begin(schema, depth);
        if (depths.isEndless(schema)) {
            return MissingNode.getInstance();
        }
        if (schema.nullable() && isDeep(depth) || depths.isEndedByNull(schema)) {
            return JSON.nullNode();
        }
        List<Schema> variants = schema.variants();
        if (!variants.isEmpty() && schema.properties().isEmpty()) {
            return value(variant(variants, depth), depth + 1);
        }
        return switch (type(schema)) {
            case OBJECT -> object(schema, depth);
            case ARRAY -> array(schema, depth);
            case INTEGER -> JSON.numberNode((long) number(schema, true));
            case NUMBER -> JSON.numberNode(number(schema, false));
            case BOOLEAN -> JSON.booleanNode(random.nextBoolean());
            case NULL -> JSON.nullNode();
            case STRING -> JSON.textNode(texts.of(schema));
        };
    }

    /** A schema that comes back to itself knows from its beginning how it ends. */
    private void begin(Schema schema, int depth) {
        parts = depth == 0 ? 0 : parts + 1;
        depths = depth == 0 ? Depths.of(schema) : depths;
    }

    /** Whether a value is to come to its end, by the flattest way there is. */
    private boolean isDeep(int depth) {
        return depth > DEEPEST || parts > MOST_PARTS;
    }

    /** One of those that have a finite value. */
    private Schema variant(List<Schema> variants, int depth) {
        if (isDeep(depth)) {
            return variants.stream().min(Comparator.comparingInt(depths::least)).orElseThrow();
        }
        List<Schema> finite =
                variants.stream().filter(one -> !depths.isEndless(one)).toList();
        List<Schema> all = finite.isEmpty() ? variants : finite;
        return all.get(random.nextInt(all.size()));
    }

    /** The values a schema names: {@code const} and {@code enum}. */
    private static List<JsonNode> named(Schema schema) {
        List<JsonNode> named = new ArrayList<>();
        if (!schema.keyword("const").isMissingNode()) {
            named.add(schema.keyword("const"));
        }
        schema.keyword("enum").forEach(named::add);
        return named;
    }

    private Type type(Schema schema) {
        List<Type> types = schema.types().stream()
                .filter(type -> type != Type.NULL || schema.types().size() == 1)
                .toList();
        return types.isEmpty() ? Type.STRING : types.get(random.nextInt(types.size()));
    }

    /** The required members, and each of the others as often as not. */
    private ObjectNode object(Schema schema, int depth) {
        ObjectNode object = JSON.objectNode();
        for (Map.Entry<String, Schema> member : schema.properties().entrySet()) {
            boolean required = schema.required().contains(member.getKey());
            boolean wanted = required || random.nextBoolean() && depth < DEEPEST && !isDeep(depth);
            JsonNode value = wanted ? value(member.getValue(), depth + 1) : MissingNode.getInstance();
            if (!value.isMissingNode()) {
                object.set(member.getKey(), value);
            }
        }
        return object;
    }

    private ArrayNode array(Schema schema, int depth) {
        int least = schema.keyword("minItems").asInt(0);
        int most = Math.min(schema.keyword("maxItems").asInt(MOST_ITEMS), least + MOST_ITEMS);
        int size = isDeep(depth) ? least : least + random.nextInt(Math.max(1, most - least + 1));
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < size; i++) {
            JsonNode item = value(schema.items(), depth + 1);
            if (!item.isMissingNode()) {
                array.add(item);
            }
        }
        return array;
    }

    private double number(Schema schema, boolean whole) {
        double step = schema.keyword("multipleOf").asDouble(whole ? 1 : 0.25);
        double least = bound(schema, "minimum", "exclusiveMinimum", step, Double.NaN);
        double most = bound(schema, "maximum", "exclusiveMaximum", -step, Double.NaN);
        double from = Double.isNaN(least) ? Double.isNaN(most) ? 0 : most - 100 * step : least;
        double to = Double.isNaN(most) ? from + 100 * step : most;
        double steps = Math.max(0, Math.min(1000, Math.floor((to - from) / step)));
        double start = Math.ceil(from / step) * step;
        return start + random.nextInt((int) steps + 1) * step;
    }

    /** A limit that may be reached; {@code exclusive} is a number in 3.1 and a switch in 3.0. */
    private static double bound(Schema schema, String keyword, String exclusive, double inwards, double otherwise) {
        JsonNode strict = schema.keyword(exclusive);
        JsonNode limit = schema.keyword(keyword);
        if (strict.isNumber()) {
            return strict.asDouble() + inwards;
        }
        if (!limit.isNumber()) {
            return otherwise;
        }
        return strict.asBoolean(false) ? limit.asDouble() + inwards : limit.asDouble();
    }
}
