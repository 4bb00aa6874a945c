package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Example;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The inputs an operation's examples make.
 *
 * <p>Examples of one name belong together: path, query, headers and body. What has no example of the name takes its
 * only example, its schema's example or default, or a value made up, if it is required; otherwise it is left out.
 */
final class Inputs {

    private final RequestWriter writer;

    Inputs(RequestWriter writer) {
        this.writer = writer;
    }

    /**
     * The inputs by the name of their examples, in the order of the document; one without a name where there are no
     * named examples. Empty where a required value cannot be made or written.
     */
    Map<String, Input> named(Operation operation) {
        Set<String> names = names(operation);
        Map<String, Input> inputs = new LinkedHashMap<>();
        for (String name : names.isEmpty() ? Set.of("") : names) {
            input(operation, name, new Values(new Random(0))).ifPresent(input -> inputs.put(name, input));
        }
        return inputs;
    }

    /** An input of made-up values alone; empty where a required value cannot be made or written. */
    Optional<Input> random(Operation operation, Random random) {
        Values values = new Values(random);
        List<Input.Argument> arguments = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            Optional<JsonNode> value =
                    parameter.required() || random.nextBoolean() ? values.valid(parameter.schema()) : Optional.empty();
            if (value.isEmpty() && parameter.required()) {
                return Optional.empty();
            }
            value.ifPresent(made -> arguments.add(new Input.Argument(parameter, made)));
        }
        return withBody(operation, arguments, content -> values.valid(content.schema()));
    }

    private Set<String> names(Operation operation) {
        Set<String> names = new LinkedHashSet<>();
        operation
                .parameters()
                .forEach(parameter -> names.addAll(parameter.examples().keySet()));
        content(operation).ifPresent(content -> names.addAll(content.examples().keySet()));
        names.remove("");
        return names;
    }

    private Optional<Content> content(Operation operation) {
        return operation.body().flatMap(body -> writer.writable(body).stream().findFirst());
    }

    private Optional<Input> input(Operation operation, String name, Values values) {
        List<Input.Argument> arguments = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            Optional<JsonNode> value = example(parameter.examples(), name)
                    .or(() -> parameter.required() ? any(parameter, values) : Optional.empty());
            if (value.isEmpty() && parameter.required()) {
                return Optional.empty();
            }
            value.ifPresent(given -> arguments.add(new Input.Argument(parameter, given)));
        }
        return withBody(
                operation,
                arguments,
                content -> example(content.examples(), name)
                        .or(() -> fallback(content.examples(), content.schema(), values)));
    }

    /** Finds the value of a body in a type. */
    @FunctionalInterface
    private interface BodyValue {
        Optional<JsonNode> in(Content content);
    }

    private Optional<Input> withBody(Operation operation, List<Input.Argument> arguments, BodyValue value) {
        Optional<Content> content = content(operation);
        Optional<JsonNode> body = content.flatMap(value::in);
        boolean required = operation.body().map(RequestBody::required).orElse(false);
        if (body.isEmpty() && required) {
            return Optional.empty();
        }
        @Nullable Content written = content.orElse(null);
        Input input = new Input(operation, arguments, written, body.orElse(MissingNode.getInstance()));
        return Optional.of(input).filter(RequestWriter::isSendable);
    }

    private static Optional<JsonNode> any(Parameter parameter, Values values) {
        return fallback(parameter.examples(), parameter.schema(), values);
    }

    private static Optional<JsonNode> fallback(Map<String, Example> examples, Schema schema, Values values) {
        Stream<JsonNode> documented = Stream.concat(
                examples.values().stream().map(Example::value),
                Stream.of(schema.keyword("example"), schema.keyword("examples").path(0), schema.keyword("default")));
        return documented
                .filter(value -> !value.isMissingNode() && schema.faults(value).isEmpty())
                .findFirst()
                .or(() -> values.valid(schema));
    }

    /** The example of a name. */
    private static Optional<JsonNode> example(Map<String, Example> examples, String name) {
        return Optional.ofNullable(examples.get(name)).map(Example::value).filter(value -> !value.isMissingNode());
    }
}
