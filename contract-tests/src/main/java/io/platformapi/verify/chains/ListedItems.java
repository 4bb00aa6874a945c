package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds the items of a list: the list itself, or the only list of objects around which there is more. */
final class ListedItems {

    private ListedItems() {}

    static List<JsonNode> of(JsonNode body) {
        return list(body).map(ListedItems::objects).orElse(List.of());
    }

    /** Whether an answer has a list at all. */
    static boolean isIn(JsonNode body) {
        return list(body).isPresent();
    }

    private static Optional<JsonNode> list(JsonNode body) {
        if (body.isArray()) {
            return Optional.of(body);
        }
        List<JsonNode> lists = new ArrayList<>();
        Stream.concat(elements(body), elements(body).flatMap(ListedItems::elements))
                .filter(JsonNode::isArray)
                .forEach(lists::add);
        return lists.size() == 1 ? Optional.of(lists.get(0)) : Optional.empty();
    }

    private static Stream<JsonNode> elements(JsonNode value) {
        return value.isObject() ? StreamSupport.stream(value.spliterator(), false) : Stream.empty();
    }

    private static List<JsonNode> objects(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(JsonNode::isObject)
                .toList();
    }
}
