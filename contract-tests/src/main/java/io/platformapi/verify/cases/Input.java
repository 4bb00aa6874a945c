package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.http.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of a request, before they are spelled.
 *
 * @param operation the operation they are for
 * @param arguments the parameters that are given
 * @param content the type the body is written in; null where the operation has none that can be written
 * @param body the body; missing where none is sent
 */
record Input(
        Operation operation,
        List<Argument> arguments,
        @Nullable Content content,
        JsonNode body) {

    /** A parameter and the value it is given. */
    record Argument(Parameter parameter, JsonNode value) {}

    Input {
        arguments = List.copyOf(arguments);
    }

    boolean hasBody() {
        return content != null && !body.isMissingNode();
    }

    /** The type of the body. */
    MediaType type() {
        return Objects.requireNonNull(content).type();
    }

    Input with(Parameter parameter, JsonNode value) {
        Stream<Argument> changed = arguments.stream()
                .map(argument -> argument.parameter() == parameter ? new Argument(parameter, value) : argument);
        return new Input(operation, changed.toList(), content, body);
    }

    Input without(Parameter parameter) {
        Stream<Argument> left = arguments.stream().filter(argument -> argument.parameter() != parameter);
        return new Input(operation, left.toList(), content, body);
    }

    Input withBody(JsonNode other) {
        return new Input(operation, arguments, content, other);
    }

    Input withoutBody() {
        return withBody(MissingNode.getInstance());
    }

    Input in(Content other) {
        return new Input(operation, arguments, other, body);
    }
}
