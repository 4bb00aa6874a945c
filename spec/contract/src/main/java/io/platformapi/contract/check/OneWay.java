package io.platformapi.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.schema.Schema;
import java.util.List;

/**
 * Members that travel one way only: {@code required} counts for a {@code readOnly} member in responses alone, and for a
 * {@code writeOnly} one in requests alone (OpenAPI 3.0, section 4.7.24.2).
 */
public enum OneWay {

    /** Members that only responses have. */
    READ_ONLY("readOnly"),
    /** Members that only requests have. */
    WRITE_ONLY("writeOnly");

    private final String keyword;

    OneWay(String keyword) {
        this.keyword = keyword;
    }

    /** What is wrong with a value that travels the other way; what is marked is not missed in it. */
    public List<Fault> faults(Schema schema, JsonNode value) {
        return faults(schema, value, List.of(this));
    }

    /** What is wrong with a value in which what is marked by any of these may be missing. */
    public static List<Fault> faults(Schema schema, JsonNode value, List<OneWay> absent) {
        if (schema.faults(value).isEmpty()) {
            return List.of();
        }
        Schema asking = schema;
        for (OneWay way : absent) {
            asking = asking.unasking(way.keyword);
        }
        return asking.faults(value).stream()
                .filter(fault -> !fault.rule().equals("required")
                        || absent.stream().noneMatch(way -> way.marks(schema, fault.pointer())))
                .toList();
    }

    /** The value without its members, at any depth, that do not travel this way; the same if there are none. */
    public JsonNode without(Schema schema, JsonNode value) {
        return without(Applied.of(schema), value);
    }

    private JsonNode without(Applied schemas, JsonNode value) {
        JsonNode left = value;
        if (value instanceof ObjectNode object) {
            left = without(schemas, object);
        } else if (value instanceof ArrayNode array) {
            left = without(schemas, array);
        }
        return left.equals(value) ? value : left;
    }

    private ObjectNode without(Applied schemas, ObjectNode object) {
        ObjectNode left = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> {
            Applied own = schemas.member(member.getKey());
            if (!marks(own)) {
                left.set(member.getKey(), without(own, member.getValue()));
            }
        });
        return left;
    }

    private ArrayNode without(Applied schemas, ArrayNode array) {
        ArrayNode left = JsonNodeFactory.instance.arrayNode(array.size());
        for (int i = 0; i < array.size(); i++) {
            left.add(without(schemas.item(i), array.get(i)));
        }
        return left;
    }

    /** Whether a value does not travel this way. */
    public boolean marks(Applied schemas) {
        return schemas.isMarked(keyword);
    }

    /** Whether the member at a place of a value is marked by the keyword. */
    boolean marks(Schema schema, String pointer) {
        return marks(Member.at(pointer).applied(schema));
    }
}
