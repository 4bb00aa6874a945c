package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.http.Headers;
import java.util.Map;
import java.util.Optional;

/**
 * What the user has sent with operations, whatever the document shows.
 *
 * @param each by the id of an operation
 */
public record FixedValues(Map<String, Fixed> each) {

    /** Nothing is fixed. */
    public static final FixedValues NONE = new FixedValues(Map.of());

    private static final Fixed NOTHING = new Fixed(Headers.none(), Map.of(), MissingNode.getInstance());

    public FixedValues {
        each = Map.copyOf(each);
    }

    /**
     * What is fixed for one operation.
     *
     * @param headers header fields that each of its requests has
     * @param arguments values of parameters, by name
     * @param body what its body is where examples are sent; missing where the document's are
     */
    public record Fixed(Headers headers, Map<String, JsonNode> arguments, JsonNode body) {}

    private Fixed of(Operation operation) {
        return each.getOrDefault(operation.id(), NOTHING);
    }

    /** These header fields with those of an operation. */
    Headers headers(Operation operation, Headers usual) {
        return usual.with(of(operation).headers());
    }

    Optional<JsonNode> argument(Operation operation, Parameter parameter) {
        return Optional.ofNullable(of(operation).arguments().get(parameter.name()));
    }

    Optional<JsonNode> body(Operation operation) {
        return Optional.of(of(operation).body()).filter(body -> !body.isMissingNode());
    }
}
