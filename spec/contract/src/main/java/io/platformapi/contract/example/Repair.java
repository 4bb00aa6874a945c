package io.platformapi.contract.example;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.schema.Breach;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.schema.Schema;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Turns a value that its schema refuses into one that it takes. One fault after another is tried to be cured, by what
 * the broken keyword suggests, the value with the fewest faults first. For keywords that bind several members or
 * exclude values, which no maker of values can obey one by one.
 */
final class Repair {

    /** How many values are looked at. */
    private static final int ATTEMPTS = 400;

    private static final int CURES = 40;

    private final Schema schema;
    private final Function<JsonNode, List<Fault>> faults;
    private final Cures cures;

    /** @param faults what is wrong with a value of the schema */
    Repair(Schema schema, Function<JsonNode, List<Fault>> faults, Cures cures) {
        this.schema = schema;
        this.faults = faults;
        this.cures = cures;
    }

    /** @param number its place among all attempts: of two as good the earlier goes first */
    private record Attempt(JsonNode value, List<Fault> faults, int number) {}

    /** A value like this one that the schema takes; empty where none was found among some. */
    Optional<JsonNode> of(JsonNode broken) {
        PriorityQueue<Attempt> open = new PriorityQueue<>(
                Comparator.comparingInt((Attempt attempt) -> attempt.faults().size())
                        .thenComparing(Attempt::number));
        Set<JsonNode> seen = new HashSet<>();
        for (Attempt next = attempt(broken, seen); next != null; next = open.poll()) {
            if (next.faults().isEmpty()) {
                return Optional.of(next.value());
            }
            candidates(next)
                    .filter(value -> seen.size() < ATTEMPTS && !seen.contains(value))
                    .forEach(value -> open.add(attempt(value, seen)));
        }
        return Optional.empty();
    }

    private Attempt attempt(JsonNode value, Set<JsonNode> seen) {
        seen.add(value);
        return new Attempt(value, faults.apply(value), seen.size());
    }

    private Stream<JsonNode> candidates(Attempt attempt) {
        return attempt.faults().stream()
                .flatMap(fault -> cured(attempt.value(), fault))
                .distinct()
                .limit(CURES);
    }

    private Stream<JsonNode> cured(JsonNode value, Fault fault) {
        if (!(fault.breach() instanceof Breach.OfKeyword breach)) {
            return Stream.empty();
        }
        JsonPointer place = JsonPointer.compile(fault.pointer());
        if (value.at(place).isMissingNode()) {
            return cures.missing(schemas(place)).map(member -> replaced(value, place, member));
        }
        return Stream.concat(
                cures.of(breach, value.at(place), schemas(place)).map(other -> replaced(value, place, other)),
                cures.isUnwanted(breach) && place.head() != null
                        ? Stream.of(removed(value, place))
                        : Stream.<JsonNode>empty());
    }

    /** The schemas that speak of a place. */
    private List<Schema> schemas(JsonPointer place) {
        List<Schema> here = List.of(schema);
        for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
            Demands demands = new Demands(here, branches -> branches.stream().findFirst());
            String name = rest.getMatchingProperty();
            here = rest.mayMatchElement()
                    ? Stream.concat(demands.item(rest.getMatchingIndex()).stream(), demands.member(name).stream())
                            .toList()
                    : demands.member(name);
        }
        return here;
    }

    private static JsonNode replaced(JsonNode value, JsonPointer place, JsonNode other) {
        if (place.matches()) {
            return other;
        }
        JsonNode copy = value.deepCopy();
        JsonNode parent = copy.at(place.head());
        JsonPointer last = place.last();
        if (parent instanceof ObjectNode object) {
            object.set(last.getMatchingProperty(), other);
        } else if (parent instanceof ArrayNode array && last.mayMatchElement()) {
            put(array, last.getMatchingIndex(), other);
        }
        return copy;
    }

    private static void put(ArrayNode array, int index, JsonNode other) {
        if (index < array.size()) {
            array.set(index, other);
        } else {
            array.add(other);
        }
    }

    private static JsonNode removed(JsonNode value, JsonPointer place) {
        JsonNode copy = value.deepCopy();
        JsonNode parent = copy.at(place.head());
        JsonPointer last = place.last();
        if (parent instanceof ObjectNode object) {
            object.remove(last.getMatchingProperty());
        } else if (parent instanceof ArrayNode array && last.mayMatchElement()) {
            array.remove(last.getMatchingIndex());
        }
        return copy;
    }
}
