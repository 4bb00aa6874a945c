package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.dialect.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The named examples of one operation's requests, found by what they ask.
 *
 * <p>Parameters and bodies with an example of one name make one example request. A request repeats it if all values
 * that any example speaks of are the same; what no example speaks of does not count, and neither does an example whose
 * parts contradict each other: nothing repeats that. Immutable; thread-safe.
 */
public final class RequestExamples {

    private final Set<String> spokenOf = new LinkedHashSet<>();
    private final Map<List<JsonNode>, String> names = new HashMap<>();

    private RequestExamples() {}

    /** The examples of the operation that a route leads to; of two that ask the same the first counts. */
    public static RequestExamples of(Route.Found route, Dialect dialect) {
        RequestExamples examples = new RequestExamples();
        Map<String, ObjectNode> messages = new LinkedHashMap<>();
        names(dialect.target(route)).forEach(name -> {
            BoundRequest example = dialect.example(route, name);
            ObjectNode message = example.withDefaults().message();
            message.fieldNames().forEachRemaining(examples.spokenOf::add);
            if (example.violations().isEmpty()) {
                messages.put(name, message);
            }
        });
        messages.forEach((name, message) -> examples.names.putIfAbsent(
                examples.spokenOf.stream().map(message::path).toList(), name));
        return examples;
    }

    /** The names of an operation's request examples, in the order of the document. */
    public static Set<String> names(Operation operation) {
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(
                        operation.parameters().stream()
                                .map(parameter -> parameter.examples().keySet()),
                        operation.body().stream()
                                .flatMap(body -> body.contents().stream())
                                .map(content -> content.examples().keySet()))
                .forEach(names::addAll);
        names.remove("");
        return names;
    }

    /** The name of the example that a request repeats. */
    public Optional<String> repeatedBy(BoundRequest request) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<JsonNode> values = new ArrayList<>(spokenOf.size());
        spokenOf.forEach(name -> values.add(request.given(name)));
        return Optional.ofNullable(names.get(values));
    }
}
