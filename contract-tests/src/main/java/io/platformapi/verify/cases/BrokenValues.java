package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Breaks a valid request in every way its schemas speak of, one at a time; each must be refused.
 *
 * <p>Beside what is broken stands what has to be given, and no more: who reads a failure should not have to search. An
 * optional parameter that is not given is given and broken as well.
 */
final class BrokenValues {

    /** One list says more than an empty one: the value with the most ways to break it is taken. */
    private static final int TRIES = 5;

    private final ExampleValues inputs;
    private final RequestWriter writer;
    private final Oracle oracle;
    private final ShownTexts texts;

    BrokenValues(ExampleValues inputs, RequestWriter writer, Oracle oracle, ShownTexts texts) {
        this.inputs = inputs;
        this.writer = writer;
        this.oracle = oracle;
        this.texts = texts;
    }

    /** The ways by the type of the body: the first with broken parameters as well. */
    List<List<Break>> byType(List<ValidInputs.Group> groups) {
        List<List<Break>> ways = new ArrayList<>();
        for (ValidInputs.Group group : groups) {
            RequestValues input = texts.decoded(isMadeUp(group.first()) ? whole(group.first()) : group.first());
            ways.add(
                    ways.isEmpty()
                            ? ways(input, "invalid")
                            : ofBody(input, "invalid/body-in-" + input.type().essence()));
        }
        return ways;
    }

    private static boolean isMadeUp(RequestValues input) {
        return input.content() != null
                && input.content().examples().isEmpty()
                && input.content().schema().keyword("example").isMissingNode();
    }

    /** What is made up has every member: each of them can be broken. The rest stays as it is asked for otherwise. */
    private RequestValues whole(RequestValues input) {
        Optional<RequestValues> whole = inputs.whole(input.operation(), Optional.ofNullable(input.content()), 1)
                .map(all -> input.withBody(all.body()));
        return whole.filter(all -> input.hasBody()
                        && writer.request(all)
                                .filter(request -> oracle.isValid(input.operation(), request))
                                .isPresent())
                .orElse(input);
    }

    /** The ways to break one valid input. */
    List<Break> ways(RequestValues input, String source) {
        List<Break> ways = new ArrayList<>();
        input.operation().parameters().forEach(parameter -> ways.addAll(ofParameter(parameter, input, source)));
        ways.addAll(ofBody(input, source));
        return ways;
    }

    private List<Break> ofParameter(Parameter parameter, RequestValues input, String source) {
        RequestValues rest = input.requiredArguments().requiredBody();
        String place = "/" + parameter.in().keyword() + "/" + parameter.name();
        List<Break> ways = new ArrayList<>();
        if (parameter.required() && parameter.in() != In.PATH) {
            ways.add(new Break(source, place, "required", rest.without(parameter)));
        }
        for (Flaw flaw : flaws(parameter, input)) {
            ways.add(new Break(source, place + flaw.pointer(), flaw.rule(), rest.with(parameter, flaw.value())));
        }
        return ways;
    }

    private List<Flaw> flaws(Parameter parameter, RequestValues input) {
        return input.value(parameter)
                .map(given -> flaws(parameter.schema(), given, Sampler.ofRequests(Whim.sparing(new Random(0)))))
                .orElseGet(() -> IntStream.range(0, TRIES)
                        .mapToObj(seed -> Sampler.ofRequests(Whim.sparing(new Random(seed))))
                        .flatMap(
                                sampler -> inputs
                                        .value(parameter, sampler)
                                        .map(made -> flaws(parameter.schema(), made, sampler))
                                        .stream())
                        .max(Comparator.comparingInt(List::size))
                        .orElse(List.of()));
    }

    /** Values that are plainly wrong, and then those that are nearly right. */
    private static List<Flaw> flaws(Schema schema, JsonNode value, Sampler sampler) {
        return Stream.concat(Flaws.of(schema, value, sampler).stream(), Flaws.near(schema, value, sampler).stream())
                .distinct()
                .toList();
    }

    private static List<Break> ofBody(RequestValues input, String source) {
        List<Break> ways = new ArrayList<>();
        if (input.content() != null && input.hasBody()) {
            RequestValues rest = input.requiredArguments();
            ways.add(new Break(source, "/body", "required", rest.withoutBody()));
            for (Flaw flaw :
                    flaws(input.content().schema(), input.body(), Sampler.ofRequests(Whim.sparing(new Random(0))))) {
                ways.add(new Break(source, "/body" + flaw.pointer(), flaw.rule(), rest.withBody(flaw.value())));
            }
        }
        return ways;
    }

    /** The case of a way that really breaks the contract, its body without what need not be there. */
    Optional<Case> smallest(Break way) {
        return way.smaller().flatMap(this::broken).or(() -> broken(way));
    }

    /** The case of a way that really breaks the contract. */
    Optional<Case> broken(Break way) {
        Operation operation = way.input().operation();
        return writer.request(way.input())
                .flatMap(request -> oracle.violations(operation, request).stream()
                        .flatMap(List::stream)
                        .findFirst()
                        .map(violation -> new Case(
                                operation.id() + "/" + way.name(),
                                operation.toString(),
                                operation,
                                request,
                                Expected.refused(CheckId.INVALID_REQUEST_REFUSED.id(), violation.toString(), Set.of()),
                                Oracle.documented(operation, violation))));
    }
}
