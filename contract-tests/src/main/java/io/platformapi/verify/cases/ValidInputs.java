package io.platformapi.verify.cases;

import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** The inputs of an operation that the contract calls valid, for each type its body can be sent as. */
final class ValidInputs {

    private static final int TRIES = 10;

    private final ExampleValues inputs;
    private final RequestWriter writer;
    private final Oracle oracle;

    ValidInputs(ExampleValues inputs, RequestWriter writer, Oracle oracle) {
        this.inputs = inputs;
        this.writer = writer;
        this.oracle = oracle;
    }

    /**
     * Values whose body is of one type.
     *
     * @param named at least one, by the names of their examples
     */
    record Group(Map<String, RequestValues> named) {

        RequestValues first() {
            return named.values().iterator().next();
        }
    }

    /** A group for each type, in the order of the document; none for a type no valid body was found for. */
    List<Group> of(Operation operation) {
        List<Group> groups = new ArrayList<>();
        for (Optional<Content> content : inputs.contents(operation)) {
            Map<String, RequestValues> named = content.filter(other -> !groups.isEmpty())
                    .flatMap(other -> borrowed(groups.get(0), other))
                    .orElseGet(() -> tried(operation, content));
            if (!named.isEmpty()) {
                groups.add(new Group(named));
            }
        }
        return groups;
    }

    /** What is shown in one type stands for another that shows nothing itself. */
    private Optional<Map<String, RequestValues>> borrowed(Group group, Content other) {
        Map.Entry<String, RequestValues> first =
                group.named().entrySet().iterator().next();
        RequestValues input = first.getValue().in(other);
        return other.examples().isEmpty() && input.hasBody() && request(input).isPresent()
                ? Optional.of(Map.of(first.getKey(), input))
                : Optional.empty();
    }

    /**
     * The inputs of the examples, or one made up where none of them is valid.
     *
     * <p>What is made up may be valid for its schemas and yet have no spelling, such as an empty list in a form.
     */
    private Map<String, RequestValues> tried(Operation operation, Optional<Content> content) {
        return IntStream.range(0, TRIES)
                .mapToObj(seed -> valid(inputs.named(operation, content, new Random(seed))))
                .filter(named -> !named.isEmpty())
                .findFirst()
                .or(() -> madeUp(operation, content).map(input -> Map.of("", input)))
                .orElse(Map.of());
    }

    /** A valid input that no example makes wrong; empty if none was found. */
    Optional<RequestValues> madeUp(Operation operation, Optional<Content> content) {
        return IntStream.range(0, TRIES)
                .boxed()
                .flatMap(seed -> inputs.madeUp(operation, content, new Random(seed)).stream())
                .filter(input -> request(input).isPresent())
                .findFirst();
    }

    private Map<String, RequestValues> valid(Map<String, RequestValues> all) {
        Map<String, RequestValues> valid = new LinkedHashMap<>();
        all.forEach((name, input) -> request(input).ifPresent(request -> valid.put(name, input)));
        return valid;
    }

    /** The request of an input; empty if the contract does not call it valid. */
    Optional<HttpRequest> request(RequestValues input) {
        return writer.request(input).filter(request -> oracle.isValid(input.operation(), request));
    }
}
