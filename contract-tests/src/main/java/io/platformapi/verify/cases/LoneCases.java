package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Single cases of an operation, for whoever asks one thing after another. */
final class LoneCases {

    /** What the ids of such cases have. */
    static final String BESIDE = "/chain/";

    private static final int TRIES = 5;
    private static final int MOST_PLACES = 3;

    /** What is refused differs from all that is accepted: it would show if it were done. */
    private static final long SEED_OF_REFUSED = 77;

    private static final long APART = 1_000_003;

    private final ExampleValues values;
    private final ValidInputs valid;
    private final BrokenValues broken;

    LoneCases(ExampleValues values, ValidInputs valid, BrokenValues broken) {
        this.values = values;
        this.valid = valid;
        this.broken = broken;
    }

    Optional<Case> valid(Operation operation, long seed) {
        Optional<Content> content = content(operation);
        Stream<RequestValues> inputs = seed == 0
                ? valid.of(operation).stream().map(ValidInputs.Group::first)
                : LongStream.range(0, TRIES)
                        .boxed()
                        .flatMap(turn -> values.whole(operation, content, seed + turn * APART).stream());
        return inputs.flatMap(input -> of(input, String.valueOf(seed)).stream()).findFirst();
    }

    /** A case with a body of one's own. */
    Optional<Case> valid(Operation operation, JsonNode body) {
        return values.whole(operation, content(operation), 1).flatMap(input -> of(input.withBody(body), "given"));
    }

    private Optional<Case> of(RequestValues input, String name) {
        Operation operation = input.operation();
        return valid.request(input)
                .map(request -> new Case(
                        operation.id() + BESIDE + name,
                        operation.toString(),
                        operation,
                        request,
                        Expected.answered("a valid request"),
                        operation.node()));
    }

    /** What a body is best sent as: JSON says most. */
    private Optional<Content> content(Operation operation) {
        return values.contents(operation).stream()
                .min(Comparator.comparing(content -> content.map(Content::type)
                        .filter(type -> type.syntax().equals("json"))
                        .isEmpty()))
                .orElse(Optional.empty());
    }

    /** Cases whose body breaks the contract, each at another place. */
    List<Case> refused(Operation operation) {
        Optional<RequestValues> other = values.whole(operation, content(operation), SEED_OF_REFUSED)
                .filter(input -> valid.request(input).isPresent());
        Set<String> places = new HashSet<>();
        return Stream.concat(other.stream(), valid.of(operation).stream().map(ValidInputs.Group::first))
                .limit(1)
                .filter(RequestValues::hasBody)
                .flatMap(input -> broken.ways(input, "chain/broken").stream())
                .filter(way -> way.place().startsWith("/body/") && places.add(way.place()))
                .flatMap(way -> broken.broken(way).stream())
                .limit(MOST_PLACES)
                .toList();
    }
}
