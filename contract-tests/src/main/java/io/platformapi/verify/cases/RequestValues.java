package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.http.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
record RequestValues(
        Operation operation,
        List<Argument> arguments,
        @Nullable Content content,
        JsonNode body) {

    /** A parameter and the value it is given. */
    record Argument(Parameter parameter, JsonNode value) {}

    RequestValues {
        arguments = List.copyOf(arguments);
    }

    boolean hasBody() {
        return content != null && !body.isMissingNode();
    }

    /** The type of the body. */
    MediaType type() {
        return Objects.requireNonNull(content).type();
    }

    /** The value of a parameter, if it is given. */
    Optional<JsonNode> value(Parameter parameter) {
        return arguments.stream()
                .filter(argument -> argument.parameter() == parameter)
                .map(Argument::value)
                .findFirst();
    }

    /** This input with one value of a parameter, in place of the one it has. */
    RequestValues with(Parameter parameter, JsonNode value) {
        Argument given = new Argument(parameter, value);
        Stream<Argument> changed = value(parameter).isPresent()
                ? arguments.stream().map(argument -> argument.parameter() == parameter ? given : argument)
                : Stream.concat(arguments.stream(), Stream.of(given));
        return new RequestValues(operation, changed.toList(), content, body);
    }

    /** What of this input has to be given: a fault beside it is seen at once. */
    RequestValues requiredArguments() {
        Stream<Argument> left =
                arguments.stream().filter(argument -> argument.parameter().required());
        return new RequestValues(operation, left.toList(), content, body);
    }

    /** This input without what it says of the version of a resource, as far as it need not: another has another. */
    RequestValues unconditional() {
        Stream<Argument> left = arguments.stream()
                .filter(argument -> argument.parameter().required()
                        || argument.parameter().in() != In.HEADER
                        || !argument.parameter().name().toLowerCase(Locale.ROOT).startsWith("if-"));
        return new RequestValues(operation, left.toList(), content, body);
    }

    /** This input without its body, where it need not have one. */
    RequestValues requiredBody() {
        boolean required = operation.body().map(RequestBody::required).orElse(false);
        return required ? this : withoutBody();
    }

    RequestValues without(Parameter parameter) {
        Stream<Argument> left = arguments.stream().filter(argument -> argument.parameter() != parameter);
        return new RequestValues(operation, left.toList(), content, body);
    }

    RequestValues withBody(JsonNode other) {
        return new RequestValues(operation, arguments, content, other);
    }

    RequestValues withoutBody() {
        return withBody(MissingNode.getInstance());
    }

    /** This input with its body written otherwise. */
    RequestValues as(Content other) {
        return new RequestValues(operation, arguments, other, body);
    }

    /** This input in another type, whose schema may call other members its responses'. */
    RequestValues in(Content other) {
        return new RequestValues(operation, arguments, other, ReadOnly.left(other.schema(), body));
    }
}
