package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Example;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The inputs an operation's examples make.
 *
 * <p>Examples of one name belong together: path, query, headers and body. What has no example of the name takes its
 * only example, its schema's example or default, or a value made up, if it is required; otherwise it is left out.
 */
final class ExampleValues {

    private final RequestWriter writer;
    private final ShownTexts texts;
    private final FixedValues fixed;

    ExampleValues(RequestWriter writer, ShownTexts texts, FixedValues fixed) {
        this.fixed = fixed;
        this.writer = writer;
        this.texts = texts;
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
    Map<String, RequestValues> named(Operation operation, Optional<Content> content, Random random) {
        Set<String> names = names(operation, content);
        Map<String, RequestValues> inputs = new LinkedHashMap<>();
        for (String name : names.isEmpty() ? Set.of("") : names) {
            Sampler sampler = Sampler.ofRequests(Whim.sparing(random));
            input(
                            operation,
                            content,
                            parameter -> argument(parameter, name, sampler),
                            body -> body(operation, body, name, sampler))
                    .ifPresent(input -> inputs.put(name, input));
        }
        return inputs;
    }

    /** An input of examples that suit, whatever their names, and of made-up values; empty where there are none. */
    Optional<RequestValues> madeUp(Operation operation, Optional<Content> content, Random random) {
        Sampler sampler = Sampler.ofRequests(Whim.sparing(random));
        return input(
                operation,
                content,
                parameter -> parameter.required() ? value(parameter, sampler) : Optional.empty(),
                body -> writer.spells(body)
                        ? fallback(body.examples(), body.schema(), sampler, any -> true)
                        : body(operation, body, "", sampler));
    }

    /** An input of made-up values, all members of its body among them, without what parameters are optional. */
    Optional<RequestValues> whole(Operation operation, Optional<Content> content, long seed) {
        Sampler sampler = Sampler.ofRequests(Whim.seeded(seed));
        return input(
                operation,
                content,
                parameter -> parameter.required()
                        ? sampler.valid(parameter.schema(), value -> RequestWriter.isSendable(parameter, value))
                        : Optional.empty(),
                body -> writer.spells(body) ? sampler.valid(body.schema()) : Optional.empty());
    }

    /** A value for a parameter: an example, its schema's example or default, or one made up. */
    Optional<JsonNode> value(Parameter parameter, Sampler sampler) {
        return fallback(
                parameter.examples(), parameter.schema(), sampler, value -> RequestWriter.isSendable(parameter, value));
    }

    /** An input of made-up values alone; empty where a required value cannot be made or written. */
    Optional<RequestValues> random(Operation operation, Random random) {
        Sampler sampler = Sampler.ofRequests(Whim.sparing(random));
        List<Optional<Content>> contents = contents(operation).stream()
                .filter(content -> content.isEmpty() || writer.spells(content.get()))
                .toList();
        if (contents.isEmpty()) {
            return Optional.empty();
        }
        return input(
                operation,
                contents.get(random.nextInt(contents.size())),
                parameter -> parameter.required() || random.nextBoolean()
                        ? sampler.valid(parameter.schema(), value -> RequestWriter.isSendable(parameter, value))
                        : Optional.empty(),
                content -> sampler.valid(content.schema()));
    }

    private Set<String> names(Operation operation, Optional<Content> content) {
        Set<String> names = new LinkedHashSet<>();
        operation.parameters().stream()
                .filter(parameter -> fixed.argument(operation, parameter).isEmpty())
                .forEach(parameter -> names.addAll(parameter.examples().keySet()));
        content.filter(body -> fixed.body(operation).isEmpty())
                .ifPresent(body -> names.addAll(body.examples().keySet()));
        names.remove("");
        return names;
    }

    /** Finds the value of a part of a request, if it is to have one. */
    @FunctionalInterface
    private interface Source<T> {
        Optional<JsonNode> value(T part);
    }

    private Optional<RequestValues> input(
            Operation operation, Optional<Content> content, Source<Parameter> arguments, Source<Content> bodies) {
        List<RequestValues.Argument> given = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            Optional<JsonNode> value = fixed.argument(operation, parameter).or(() -> arguments.value(parameter));
            if (value.isEmpty() && parameter.required()) {
                return Optional.empty();
            }
            value.map(sent -> ReadOnly.left(parameter.schema(), sent))
                    .ifPresent(sent -> given.add(new RequestValues.Argument(parameter, sent)));
        }
        Optional<JsonNode> body = content.flatMap(bodies::value);
        boolean required = operation.body().map(RequestBody::required).orElse(false);
        if (body.isEmpty() && required) {
            return Optional.empty();
        }
        @Nullable Content written = content.orElse(null);
        return Optional.of(new RequestValues(operation, given, written, body.orElse(MissingNode.getInstance())));
    }

    private Optional<JsonNode> argument(Parameter parameter, String name, Sampler sampler) {
        return example(parameter.examples(), name)
                .or(() -> parameter.required() ? value(parameter, sampler) : Optional.empty());
    }

    private Optional<JsonNode> body(Operation operation, Content content, String name, Sampler sampler) {
        if (fixed.body(operation).isPresent()) {
            return fixed.body(operation);
        }
        if (!writer.spells(content)) {
            Map<String, JsonNode> shown = RequestWriter.texts(content);
            return Optional.ofNullable(shown.get(name))
                    .or(() -> shown.values().stream().findFirst());
        }
        return example(content.examples(), name)
                .or(() -> fallback(content.examples(), content.schema(), sampler, any -> true))
                .map(value -> texts.sendable(content, value));
    }

    private static Optional<JsonNode> fallback(
            Map<String, Example> examples, Schema schema, Sampler sampler, Predicate<JsonNode> suits) {
        Stream<JsonNode> documented = Stream.concat(
                examples.values().stream().map(Example::value),
                Stream.of(schema.keyword("example"), schema.keyword("examples").path(0), schema.keyword("default")));
        return documented
                .filter(value -> !value.isMissingNode())
                .map(value -> ReadOnly.left(schema, value))
                .filter(value -> ReadOnly.isValid(schema, value) && suits.test(value))
                .findFirst()
                .or(() -> sampler.valid(schema, suits));
    }

    /** The example of a name. */
    private static Optional<JsonNode> example(Map<String, Example> examples, String name) {
        return Optional.ofNullable(examples.get(name)).map(Example::value).filter(value -> !value.isMissingNode());
    }
}
