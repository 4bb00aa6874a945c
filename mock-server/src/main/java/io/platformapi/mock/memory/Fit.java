package io.platformapi.mock.memory;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.SchemaTooComplex;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A remembered value as a schema of answers takes it: without what is not declared or never answered, with what is
 * missing made up.
 *
 * @param value the value
 * @param changed where something that was there is otherwise, as JSON pointers
 */
record Fit(JsonNode value, List<String> changed) {

    private static final int ROUNDS = 6;

    /** The value that comes nearest; empty where none was found that the schema takes. */
    static Optional<Fit> of(Schema schema, JsonNode remembered) {
        JsonNode declared = declared(schema, OneWay.WRITE_ONLY.without(schema, remembered));
        List<Fault> faults = faults(schema, declared);
        return faults.isEmpty() ? Optional.of(new Fit(declared, List.of())) : mended(schema, declared, faults);
    }

    private static List<Fault> faults(Schema schema, JsonNode value) {
        return OneWay.WRITE_ONLY.faults(schema, value);
    }

    private static JsonNode declared(Schema schema, JsonNode value) {
        List<Fault> surplus = schema.undeclared(value);
        if (surplus.isEmpty()) {
            return value;
        }
        JsonNode copy = value.deepCopy();
        surplus.forEach(fault -> remove(copy, JsonPointer.compile(fault.pointer())));
        return copy;
    }

    private static Optional<Fit> mended(Schema schema, JsonNode broken, List<Fault> found) {
        TreeSet<String> changed = new TreeSet<>();
        JsonNode value = broken.deepCopy();
        List<Fault> faults = found;
        JsonNode sample = sample(schema);
        for (int round = 0; round < ROUNDS && !faults.isEmpty(); round++) {
            for (Fault fault : new ArrayList<>(faults)) {
                JsonPointer place = JsonPointer.compile(fault.pointer());
                if (!value.at(place).isMissingNode()) {
                    changed.add(fault.pointer());
                }
                replace(value, sample, place);
            }
            faults = faults(schema, value);
        }
        return faults.isEmpty()
                ? Optional.of(new Fit(value, List.copyOf(changed)))
                : Sampler.ofAnswers(Whim.FIRST).mended(schema, value).map(other -> {
                    changed.add("");
                    return new Fit(other, List.copyOf(changed));
                });
    }

    static JsonNode sample(Schema schema) {
        try {
            return Sampler.ofAnswers(Whim.FIRST).sample(schema);
        } catch (SchemaTooComplex large) {
            return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        }
    }

    /** What stands at a place is as in the sample; where that has nothing there, it goes. */
    private static void replace(JsonNode value, JsonNode sample, JsonPointer place) {
        if (place.matches()) {
            fill(value, sample);
            return;
        }
        JsonNode other = sample.at(place);
        JsonNode owner = value.at(place.head());
        if (other.isMissingNode()) {
            remove(value, place);
        } else if (owner instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), other);
        } else if (owner instanceof ArrayNode array) {
            int index = place.last().getMatchingIndex();
            if (index >= 0 && index < array.size()) {
                array.set(index, other);
            }
        }
    }

    /**
     * What the value lacks, as in the sample: a keyword that speaks of the whole does not say which member it means.
     */
    private static void fill(JsonNode value, JsonNode sample) {
        if (value instanceof ObjectNode object && sample instanceof ObjectNode other) {
            other.properties().stream()
                    .filter(member -> !object.has(member.getKey()))
                    .toList()
                    .forEach(member -> object.set(member.getKey(), member.getValue()));
        }
    }

    static void remove(JsonNode value, JsonPointer place) {
        JsonNode owner = place.matches() ? value : value.at(place.head());
        if (owner instanceof ObjectNode object && !place.matches()) {
            object.remove(place.last().getMatchingProperty());
        } else if (owner instanceof ArrayNode array
                && !place.matches()
                && place.last().mayMatchElement()) {
            int index = place.last().getMatchingIndex();
            if (index < array.size()) {
                array.remove(index);
            }
        }
    }
}
