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

    /** What an operation's body can be sent as; nothing at all as the one way where it has none that can be sent. */
    List<Optional<Content>> contents(Operation operation) {
        List<Optional<Content>> contents = operation.body().map(writer::writable).orElse(List.of()).stream()
                .map(Optional::of)
                .toList();
        return contents.isEmpty() ? List.of(Optional.empty()) : contents;
    }

    /**
     * The inputs by the name of their examples, in the order of the document; one without a name where there are no
     * named examples. Empty where a required value cannot be made or written.
     *
     * @param content what the body is sent as
     * @param random where values come from that nobody documents
     */
    Map<String, Input> named(Operation operation, Optional<Content> content, Random random) {
        Set<String> names = names(operation, content);
        Map<String, Input> inputs = new LinkedHashMap<>();
        for (String name : names.isEmpty() ? Set.of("") : names) {
            input(operation, content, name, new Values(random)).ifPresent(input -> inputs.put(name, input));
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
        List<Optional<Content>> contents = contents(operation).stream()
                .filter(content -> content.isEmpty() || writer.spells(content.get()))
                .toList();
        return contents.isEmpty()
                ? Optional.empty()
                : withBody(
                        operation,
                        arguments,
                        contents.size() == 1 ? contents.get(0) : contents.get(random.nextInt(contents.size())),
                        content -> values.valid(content.schema()));
    }

    private static Set<String> names(Operation operation, Optional<Content> content) {
        Set<String> names = new LinkedHashSet<>();
        operation
                .parameters()
                .forEach(parameter -> names.addAll(parameter.examples().keySet()));
        content.ifPresent(body -> names.addAll(body.examples().keySet()));
        names.remove("");
        return names;
    }

    private Optional<Input> input(Operation operation, Optional<Content> content, String name, Values values) {
        List<Input.Argument> arguments = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            Optional<JsonNode> value = example(parameter.examples(), name)
                    .or(() -> parameter.required() ? any(parameter, values) : Optional.empty());
            if (value.isEmpty() && parameter.required()) {
                return Optional.empty();
            }
            value.ifPresent(given -> arguments.add(new Input.Argument(parameter, given)));
        }
        return withBody(operation, arguments, content, declared -> body(declared, name, values));
    }

    private Optional<JsonNode> body(Content content, String name, Values values) {
        if (!writer.spells(content)) {
            Map<String, JsonNode> texts = RequestWriter.texts(content);
            return Optional.ofNullable(texts.get(name))
                    .or(() -> texts.values().stream().findFirst());
        }
        return example(content.examples(), name).or(() -> fallback(content.examples(), content.schema(), values));
    }

    /** Finds the value of a body in a type. */
    @FunctionalInterface
    private interface BodyValue {
        Optional<JsonNode> in(Content content);
    }

    private static Optional<Input> withBody(
            Operation operation, List<Input.Argument> arguments, Optional<Content> content, BodyValue value) {
        Optional<JsonNode> body = content.flatMap(value::in);
        boolean required = operation.body().map(RequestBody::required).orElse(false);
        if (body.isEmpty() && required) {
            return Optional.empty();
        }
        @Nullable Content written = content.orElse(null);
        return Optional.of(new Input(operation, arguments, written, body.orElse(MissingNode.getInstance())));
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
