package io.platformapi.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import java.util.List;

/**
 * A request as the contract understands it.
 *
 * @param operation the operation it is for
 * @param parts every value the contract knows of it, given or not
 * @param violations what already went wrong in reading: values from two places that disagree, bodies nobody can read
 */
public record BoundRequest(Operation operation, List<Part> parts, List<Violation> violations) {

    public BoundRequest {
        parts = List.copyOf(parts);
        violations = List.copyOf(violations);
    }

    /** The value of a parameter or member; missing where it was not sent. */
    public JsonNode value(In in, String name) {
        return parts.stream()
                .filter(part -> part.in() == in && part.name().equals(name))
                .map(Part::value)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** The whole body; missing where none was sent. */
    public JsonNode body() {
        return value(In.BODY, "");
    }

    /** All given values as one object, members and parameters by name: the request message of a platform service. */
    public ObjectNode message() {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        parts.stream().filter(Part::isGiven).forEach(part -> message.set(part.name(), part.value()));
        return message;
    }

    /** What {@link #message()} says by a name once defaults are filled in; missing where it says nothing. */
    public JsonNode given(String name) {
        JsonNode given = MissingNode.getInstance();
        for (Part part : parts) {
            JsonNode value = part.name().equals(name) ? part.withDefault().value() : MissingNode.getInstance();
            given = value.isMissingNode() ? given : value;
        }
        return given;
    }

    /** This request with defaults for what was not sent. */
    public BoundRequest withDefaults() {
        return new BoundRequest(operation, parts.stream().map(Part::withDefault).toList(), violations);
    }
}
