package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Example;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The examples of requests that contradict their document: those that make no valid request with what has their name,
 * nor alone among values that are valid.
 *
 * <p>They are not sent as valid; whoever reads the document may send them.
 */
public final class InvalidExamples {

    /** Parts that belong together are looked at together, by their names. */
    private static final String OF_TWO_PARTS = "mismatch";

    private final RequestWriter writer;
    private final ShownTexts texts;
    private final ExampleValues inputs;
    private final Oracle oracle;
    private final ValidInputs valid;

    /** The examples of a contract. */
    public InvalidExamples(Contract contract) {
        this.writer = new RequestWriter(contract.dialect(), Credentials.of(Headers.none(), contract), FixedValues.NONE);
        this.texts = new ShownTexts(contract.dialect().bodies());
        this.inputs = new ExampleValues(writer, texts, FixedValues.NONE);
        this.oracle = new Oracle(contract);
        this.valid = new ValidInputs(inputs, writer, oracle);
    }

    /**
     * An example and what it contradicts.
     *
     * @param asked the request that would be made of it
     * @param name the name of the example; empty for one without
     * @param violation what is wrong with it
     * @param node where it is written
     */
    public record Contradiction(Case asked, String name, Violation violation, Node node) {}

    /** What the examples of an operation's requests contradict; empty where no valid request can be made. */
    public List<Contradiction> of(Operation operation) {
        List<Contradiction> found = new ArrayList<>();
        boolean first = true;
        for (Optional<Content> content : inputs.contents(operation)) {
            Optional<RequestValues> base = valid.madeUp(operation, content);
            Set<String> right = right(operation, content);
            if (base.isPresent() && first) {
                operation.parameters().forEach(parameter -> found.addAll(ofParameter(parameter, base.get(), right)));
                first = false;
            }
            base.ifPresent(input -> content.ifPresent(body -> found.addAll(ofBody(body, input, right))));
        }
        return List.copyOf(found);
    }

    /** The names whose examples make a valid request together, or show one that is refused. */
    private Set<String> right(Operation operation, Optional<Content> content) {
        return inputs.named(operation, content, new Random(0)).entrySet().stream()
                .filter(named -> DocumentedExamples.isShownRefused(operation, named.getKey())
                        || valid.request(named.getValue()).isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private List<Contradiction> ofParameter(Parameter parameter, RequestValues base, Set<String> right) {
        return examples(parameter.examples().values(), parameter.schema())
                .filter(example -> !parameter.examples().containsKey(example.name()) || !right.contains(example.name()))
                .flatMap(example -> {
                    JsonNode sent = ReadOnly.left(parameter.schema(), example.value());
                    return contradictions(example, parameter.in(), parameter.name(), base.with(parameter, sent), base);
                })
                .toList();
    }

    private List<Contradiction> ofBody(Content content, RequestValues base, Set<String> right) {
        Stream<Example> examples =
                writer.spells(content) ? examples(content.examples().values(), content.schema()) : Stream.of();
        return examples.filter(
                        example -> !content.examples().containsKey(example.name()) || !right.contains(example.name()))
                .flatMap(example -> {
                    JsonNode sent = texts.sendable(content, example.value());
                    return contradictions(example, In.BODY, "", base.withBody(sent), base);
                })
                .toList();
    }

    /** The examples of a part, or those of its schema where it has none itself. */
    private static Stream<Example> examples(Collection<Example> own, Schema schema) {
        Node beside = schema.written().member("example");
        Stream<Node> shown = Stream.concat(
                Stream.of(beside.exists() ? beside : schema.node().member("example")),
                schema.node().member("examples").items().stream());
        Stream<Example> all = own.isEmpty() ? shown.map(node -> new Example("", "", node.json(), node)) : own.stream();
        return all.filter(example -> !example.value().isMissingNode());
    }

    private Stream<Contradiction> contradictions(
            Example example, In in, String name, RequestValues input, RequestValues base) {
        Optional<HttpRequest> request = writer.request(input);
        List<Violation> violations = request.flatMap(sent -> oracle.violations(input.operation(), sent))
                .map(all -> all.stream()
                        .filter(one ->
                                one.in() == in && (in == In.BODY || one.name().equals(name)))
                        .filter(one -> !one.rule().equals(OF_TWO_PARTS))
                        .toList())
                .orElseGet(() -> List.of(unsendable(in, name, example.value())));
        return violations.stream()
                .map(violation -> new Contradiction(
                        asked(example, request.or(() -> writer.request(base)).orElseThrow(), input.operation()),
                        example.name(),
                        violation,
                        written(example, violation)));
    }

    private static Violation unsendable(In in, String name, JsonNode value) {
        String expected = in == In.PATH
                ? "a value that leads to this operation: no empty one, no dots, no slash"
                : "a value that can be sent";
        return Violation.of(in, name, "unsendable", expected, value.toString());
    }

    private static Case asked(Example example, HttpRequest request, Operation operation) {
        String shown = example.name().isEmpty() ? "shown" : example.name();
        return new Case(
                operation.id() + "/example/" + shown,
                operation.toString(),
                operation,
                request,
                Expected.either("the documented example"),
                example.node());
    }

    private static Node written(Example example, Violation violation) {
        Node value = example.written();
        Node part = value.at(violation.pointer());
        return part.exists() ? part : value.exists() ? value : example.node();
    }
}
