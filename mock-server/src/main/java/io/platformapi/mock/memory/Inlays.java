package io.platformapi.mock.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.In;
import io.platformapi.contract.schema.Schema;
import java.util.Optional;

/** The thing in the body of a request. */
final class Inlays {

    private Inlays() {}

    private static Optional<Inlay> inlay(Asking asking) {
        return asking.bodySchema()
                .flatMap(schema -> Inlay.thing(
                        schema, asking.holding().noun(), asking.holding().schema()));
    }

    /** The schema of the thing; empty where the request has no body. */
    static Optional<Schema> bodySchema(Asking asking) {
        return inlay(asking).map(Inlay::schema).or(asking::bodySchema);
    }

    /** The thing as it was sent, with what only answers have. */
    static JsonNode body(Asking asking) {
        return inlay(asking)
                .map(inlay -> asking.body().at(inlay.pointer()))
                .filter(JsonNode::isObject)
                .orElseGet(asking::body);
    }

    /** What a change says: the members of the body, else those that the query sets. */
    static JsonNode changes(Asking asking) {
        ObjectNode changes = asking.thing();
        if (changes.isEmpty() && asking.body() instanceof MissingNode) {
            asking.bound().parts().stream()
                    .filter(part -> part.in() == In.QUERY && part.isGiven())
                    .filter(part ->
                            ThingMembers.names(asking.holding().schema()).contains(part.name()))
                    .forEach(part -> changes.set(part.name(), part.value()));
        }
        return changes;
    }
}
