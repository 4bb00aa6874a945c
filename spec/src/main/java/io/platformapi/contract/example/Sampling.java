package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The making of one value: remembers where it is, so that schemas that come back to themselves come to an end. */
final class Sampling {

    /** Which members an object gets. */
    enum Members {
        ALL,
        REQUIRED
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<Type> PREFERENCE =
            List.of(Type.OBJECT, Type.ARRAY, Type.STRING, Type.INTEGER, Type.NUMBER, Type.BOOLEAN);

    private final Whim whim;
    private final int most;
    private final Members members;
    private final Deque<JsonNode> path = new ArrayDeque<>();
    private int parts;

    Sampling(Whim whim, int most, Members members) {
        this.whim = whim;
        this.most = most;
        this.members = members;
    }

    /** The value of a schema; an empty one where the schema is already being worked on. */
    JsonNode value(Schema schema) {
        if (++parts > most) {
            throw new SchemaTooComplex(most);
        }
        JsonNode documented = Documented.value(schema, whim);
        if (!documented.isMissingNode()) {
            return documented;
        }
        if (isOpen(schema)) {
            return empty(schema);
        }
        path.push(schema.node().json());
        try {
            return made(schema);
        } finally {
            path.pop();
        }
    }

    /** Whether a schema is being worked on, by itself or as all that another may be. */
    private boolean isOpen(Schema schema) {
        List<Schema> variants = variants(schema);
        return isOnPath(schema) || !variants.isEmpty() && variants.stream().allMatch(this::isOnPath);
    }

    private boolean isOnPath(Schema schema) {
        JsonNode node = schema.node().json();
        return path.stream().anyMatch(open -> open == node);
    }

    private static List<Schema> variants(Schema schema) {
        return schema.variants().stream().filter(Sampling::isMore).toList();
    }

    private static JsonNode empty(Schema schema) {
        return schema.nullable()
                ? JSON.nullNode()
                : schema.is(Type.ARRAY)
                        ? JSON.arrayNode()
                        : schema.is(Type.OBJECT) ? JSON.objectNode() : JSON.nullNode();
    }

    private JsonNode made(Schema schema) {
        List<Schema> variants =
                variants(schema).stream().filter(variant -> !isOnPath(variant)).toList();
        if (variants.isEmpty()) {
            return ofType(schema);
        }
        int first = whim.index(variants.size());
        JsonNode value = made(schema, variants.get(first));
        for (int i = 1; i < variants.size() && parts < most / 2 && isNoneOrSeveral(schema, value); i++) {
            JsonNode other = made(schema, variants.get((first + i) % variants.size()));
            value = isNoneOrSeveral(schema, other) ? value : other;
        }
        return value;
    }

    /** Whether a value is not of exactly one of the kinds that {@code oneOf} lists. */
    private static boolean isNoneOrSeveral(Schema schema, JsonNode value) {
        return !schema.keyword("oneOf").isMissingNode()
                && schema.faults(value).stream()
                        .anyMatch(fault ->
                                fault.pointer().isEmpty() && fault.rule().equals("oneOf"));
    }

    private JsonNode made(Schema schema, Schema one) {
        JsonNode variant = value(one);
        JsonNode own = schema.is(Type.OBJECT) && variant.isObject() ? object(schema) : variant;
        if (own instanceof ObjectNode both && variant instanceof ObjectNode other) {
            both.setAll(other);
        }
        return own;
    }

    /** Variants that only say which members are required, or that a value is null, make no value. */
    private static boolean isMore(Schema variant) {
        boolean onlyNull = variant.types().equals(Set.of(Type.NULL));
        boolean onlyRequired =
                variant.node().json().size() == 1 && variant.node().json().has("required");
        return !onlyNull && !onlyRequired;
    }

    private JsonNode ofType(Schema schema) {
        Type type = PREFERENCE.stream().filter(schema::is).findFirst().orElse(Type.NULL);
        return switch (type) {
            case OBJECT -> object(schema);
            case ARRAY -> array(schema);
            case STRING -> JSON.textNode(new TextSample(schema, whim).text());
            case INTEGER, NUMBER -> new NumberSample(schema, type, whim).number();
            case BOOLEAN -> JSON.booleanNode(whim.index(2) == 0);
            case NULL -> JSON.nullNode();
        };
    }

    private ObjectNode object(Schema schema) {
        ObjectNode object = JSON.objectNode();
        for (Schema part : schema.parts()) {
            part.variants().stream()
                    .filter(variant -> !isVariant(schema, variant) && isMore(variant))
                    .findFirst()
                    .map(this::value)
                    .filter(JsonNode::isObject)
                    .ifPresent(value -> object.setAll((ObjectNode) value));
        }
        Set<String> required = schema.required();
        for (Map.Entry<String, Schema> property : schema.properties().entrySet()) {
            boolean needed = required.contains(property.getKey());
            if (needed || members == Members.ALL && !isOpen(property.getValue()) && !isWriteOnly(property.getValue())) {
                JsonNode value = member(schema, property.getKey(), property.getValue());
                if (needed || !leadsBack(property.getValue(), value)) {
                    object.set(property.getKey(), value);
                }
            }
        }
        for (String undeclared : required) {
            if (!object.has(undeclared)) {
                object.set(
                        undeclared,
                        schema.additionalProperties().map(this::value).orElse(JSON.nullNode()));
            }
        }
        int wanted = schema.keyword("minProperties").asInt(0);
        schema.additionalProperties()
                .filter(other -> schema.properties().isEmpty() || object.size() < wanted)
                .ifPresent(other -> more(object, other, Math.max(1, wanted)));
        return object;
    }

    /** The value of a member; where several parts of {@code allOf} declare it, what each of them asks for. */
    private JsonNode member(Schema schema, String name, Schema property) {
        JsonNode value = value(property);
        List<Schema> others = schema.parts().stream()
                .flatMap(part -> Stream.ofNullable(part.properties().get(name)))
                .filter(other -> other.node().json() != property.node().json() && !isOpen(other))
                .toList();
        if (others.isEmpty() || !value.isObject()) {
            return value;
        }
        ObjectNode whole = value.deepCopy();
        others.stream()
                .map(this::value)
                .flatMap(other -> other.properties().stream())
                .forEach(member -> whole.putIfAbsent(member.getKey(), member.getValue()));
        return whole;
    }

    /** Whether a schema is one of another's own alternatives, of which one is chosen elsewhere. */
    private static boolean isVariant(Schema schema, Schema one) {
        return schema.variants().stream()
                .anyMatch(variant -> variant.node().json() == one.node().json());
    }

    private static boolean isWriteOnly(Schema property) {
        return property.keyword("writeOnly").asBoolean(false);
    }

    /** A list that is empty only because its items are being worked on says less than no list. */
    private boolean leadsBack(Schema property, JsonNode value) {
        return value.isArray() && value.isEmpty() && isOpen(property.items());
    }

    private void more(ObjectNode object, Schema schema, int size) {
        for (int i = 1; object.size() < size && !isOpen(schema); i++) {
            object.set("property" + i, value(schema));
        }
    }

    private ArrayNode array(Schema schema) {
        ArrayNode array = JSON.arrayNode();
        List<Schema> tuple = schema.tuple();
        tuple.forEach(item -> array.add(value(item)));
        Schema items = schema.items();
        int least = schema.keyword("minItems").asInt(0);
        int largest = schema.keyword("maxItems").asInt(Integer.MAX_VALUE);
        boolean empty = isOpen(items) || items.node().json().isMissingNode() && !tuple.isEmpty();
        int wanted = Math.min(largest, Math.max(least, empty ? 0 : 1 + whim.index(3)));
        boolean unique = schema.keyword("uniqueItems").asBoolean(false);
        for (int i = array.size(); i < wanted; i++) {
            JsonNode item = value(items);
            array.add(unique ? Variation.of(item, items, array) : item);
        }
        return array;
    }
}
