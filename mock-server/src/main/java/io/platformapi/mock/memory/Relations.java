package io.platformapi.mock.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Things that others name by their ids: sent {@code owner: 7}, the owner stands there where answers have the whole. */
final class Relations {

    private final List<Holding> holdings;
    private final State state;

    Relations(List<Holding> holdings, State state) {
        this.holdings = holdings;
        this.state = state;
    }

    /** Puts those that the thing names by id in the place of their ids, as far as they are remembered. */
    void embed(ObjectNode thing, Schema schema) {
        for (String name : ThingMembers.names(schema)) {
            JsonNode value = thing.path(name);
            if (Making.isKey(value)) {
                ThingMembers.schema(schema, name)
                        .filter(wanted -> ThingMembers.isThing(wanted) && !wanted.is(Type.STRING))
                        .flatMap(wanted -> named(wanted, value.asText()))
                        .ifPresent(other -> thing.set(name, other));
            }
        }
    }

    private Optional<JsonNode> named(Schema wanted, String key) {
        return holdings.stream()
                .filter(holding -> !holding.isSingle() && ThingMembers.alike(wanted, holding.schema()))
                .flatMap(holding -> state.of(holding).entrySet().stream())
                .filter(entry -> entry.getKey().key().equals(key))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
