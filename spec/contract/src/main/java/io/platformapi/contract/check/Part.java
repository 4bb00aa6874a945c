package io.platformapi.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.In;
import io.platformapi.contract.schema.Schema;

/**
 * One value the contract knows of a request: a parameter, a whole body, or a member of one.
 *
 * @param in where it was found, or would have to stand
 * @param name the parameter's or member's name; empty for a whole body
 * @param required whether a request must have it
 * @param schema what it may be
 * @param value what was sent, typed and canonical; missing where nothing was
 */
public record Part(In in, String name, boolean required, Schema schema, JsonNode value) {

    public boolean isGiven() {
        return !value.isMissingNode();
    }

    /** This part with its schema's default where nothing was sent. */
    Part withDefault() {
        JsonNode fallback = isGiven() ? MissingNode.getInstance() : schema.keyword("default");
        return fallback.isMissingNode() ? this : new Part(in, name, required, schema, fallback);
    }
}
