package io.platformapi.mock.memory;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Changes of JSON values: merge patches (RFC 7396) and JSON patches (RFC 6902). */
final class Patches {

    private Patches() {}

    /** What a value is after a merge patch. */
    static JsonNode merged(JsonNode value, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode after =
                value instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                after.remove(change.getKey());
            } else {
                after.set(change.getKey(), merged(after.path(change.getKey()), change.getValue()));
            }
        });
        return after;
    }

    /** What a value is after a JSON patch; empty where an operation of it does not go. */
    static Optional<JsonNode> patched(JsonNode value, JsonNode operations) {
        Optional<JsonNode> after = Optional.of(value.deepCopy());
        for (JsonNode operation : operations) {
            after = after.flatMap(before -> applied(before, operation));
        }
        return after;
    }

    private static Optional<JsonNode> applied(JsonNode value, JsonNode operation) {
        Optional<JsonPointer> path = pointer(operation.path("path"));
        if (path.isEmpty()) {
            return Optional.empty();
        }
        JsonPointer place = path.get();
        return switch (operation.path("op").asText()) {
            case "add" ->
                Optional.of(operation.path("value"))
                        .filter(added -> !added.isMissingNode())
                        .flatMap(added -> added(value, place, added));
            case "remove" -> removed(value, place);
            case "replace" ->
                present(value, place)
                        .filter(any -> operation.has("value"))
                        .map(any -> replaced(value, place, operation.path("value")));
            case "move" ->
                pointer(operation.path("from"))
                        .filter(from -> !place.toString().startsWith(from + "/"))
                        .flatMap(from -> present(value, from)
                                .flatMap(moved -> removed(value, from).flatMap(rest -> added(rest, place, moved))));
            case "copy" ->
                pointer(operation.path("from"))
                        .flatMap(from -> present(value, from))
                        .flatMap(copied -> added(value, place, copied.deepCopy()));
            case "test" ->
                present(value, place)
                        .filter(there -> there.equals(operation.path("value")))
                        .map(same -> value);
            default -> Optional.empty();
        };
    }

    private static Optional<JsonPointer> pointer(JsonNode text) {
        try {
            return text.isTextual() ? Optional.of(JsonPointer.compile(text.asText())) : Optional.empty();
        } catch (IllegalArgumentException noPointer) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> present(JsonNode value, JsonPointer place) {
        return Optional.of(value.at(place)).filter(there -> !there.isMissingNode());
    }

    private static Optional<JsonNode> added(JsonNode value, JsonPointer place, JsonNode added) {
        if (place.matches()) {
            return Optional.of(added);
        }
        JsonNode owner = value.at(place.head());
        String last = place.last().getMatchingProperty();
        if (owner instanceof ObjectNode object) {
            object.set(last, added);
            return Optional.of(value);
        }
        if (owner instanceof ArrayNode array) {
            int index = last.equals("-") ? array.size() : place.last().getMatchingIndex();
            if (index >= 0 && index <= array.size()) {
                array.insert(index, added);
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static JsonNode replaced(JsonNode value, JsonPointer place, JsonNode other) {
        JsonNode owner = place.matches() ? other : value.at(place.head());
        if (!place.matches() && owner instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), other);
        } else if (!place.matches() && owner instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), other);
        }
        return place.matches() ? other : value;
    }

    private static Optional<JsonNode> removed(JsonNode value, JsonPointer place) {
        if (place.matches() || value.at(place).isMissingNode()) {
            return Optional.empty();
        }
        Fit.remove(value, place);
        return Optional.of(value);
    }
}
