package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.schema.Fault;
import java.util.List;
import java.util.Optional;

/**
 * What was read from a body.
 *
 * @param values what is to be held to its schema: one value, a value for each line where the schema is that of a line,
 *     or none where nobody knows what the bytes mean
 * @param faults what is wrong with it beyond its values
 */
public record Body(List<Value> values, List<Fault> faults) {

    /**
     * A value of a body.
     *
     * @param name where it stands, such as {@code line 2}; empty for the whole body
     * @param value the value, typed by its schema
     */
    public record Value(String name, JsonNode value) {}

    public Body {
        values = List.copyOf(values);
        faults = List.copyOf(faults);
    }

    /** The value, if it is one. */
    public Optional<JsonNode> only() {
        return values.size() == 1 ? Optional.of(values.get(0).value()) : Optional.empty();
    }

    static Body of(JsonNode whole) {
        return new Body(List.of(new Value("", whole)), List.of());
    }
}
