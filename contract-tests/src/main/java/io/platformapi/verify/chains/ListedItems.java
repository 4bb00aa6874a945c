package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Finds the items of a list, whatever is around it. */
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
        return body.isArray() ? Optional.of(body) : Envelope.list(body);
    }

    private static List<JsonNode> objects(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(JsonNode::isObject)
                .toList();
    }
}
