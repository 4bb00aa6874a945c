package io.platformapi.verify.cases;

import io.platformapi.contract.Content;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.http.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Valid cases in which one part is as somebody wants it. */
final class WishedCases {

    private static final int TRIES = 5;

    private final ExampleValues values;
    private final ValidInputs valid;

    WishedCases(ExampleValues values, ValidInputs valid) {
        this.values = values;
        this.valid = valid;
    }

    /** The first such case that the contract calls valid: of what it shows, else of what is made up. */
    Optional<Case> of(Operation operation, Wish wish) {
        return bases(operation, wish)
                .flatMap(input -> granted(input, wish).stream())
                .flatMap(input -> valid.request(input).stream())
                .map(request -> new Case(
                        operation.id() + LoneCases.BESIDE + "wished",
                        operation.toString(),
                        operation,
                        request,
                        Expected.either("one part is as it was wanted"),
                        operation.node()))
                .findFirst();
    }

    /** What the wish is granted in: the bodies of the wanted type, each as shown and as made up. */
    private Stream<RequestValues> bases(Operation operation, Wish wish) {
        List<Optional<Content>> contents = values.contents(operation).stream()
                .filter(content -> type(wish)
                        .map(type -> content.filter(each -> isOf(type, each)).isPresent())
                        .orElse(true))
                .toList();
        Stream<RequestValues> shown = valid.of(operation).stream()
                .map(ValidInputs.Group::first)
                .filter(input -> contents.stream()
                        .anyMatch(each -> each.map(Content::type)
                                .equals(Optional.ofNullable(input.content()).map(Content::type))));
        Stream<RequestValues> madeUp = contents.stream()
                .flatMap(content -> IntStream.range(0, TRIES)
                        .boxed()
                        .flatMap(seed -> values.madeUp(operation, content, new Random(seed)).stream()));
        return Stream.concat(shown, madeUp);
    }

    private static Optional<MediaType> type(Wish wish) {
        return wish instanceof Wish.Body body
                ? Optional.of(body.type())
                : wish instanceof Wish.BodyOf body ? Optional.of(body.type()) : Optional.empty();
    }

    private static boolean isOf(MediaType type, Content content) {
        return content.type().equals(type) || type.isRange() && type.includes(content.type());
    }

    private Optional<RequestValues> granted(RequestValues input, Wish wish) {
        RequestValues least = input.requiredArguments();
        if (wish instanceof Wish.Anything) {
            return Optional.of(least.requiredBody());
        } else if (wish instanceof Wish.Argument argument) {
            return parameter(input, argument.in(), argument.name())
                    .map(each -> least.requiredBody().with(each, argument.value()));
        } else if (wish instanceof Wish.Given given) {
            return parameter(input, given.in(), given.name()).flatMap(each -> given(input, each));
        } else if (wish instanceof Wish.Without without) {
            return Optional.of(parameter(input, without.in(), without.name())
                    .map(least::without)
                    .orElse(least)
                    .requiredBody());
        } else if (wish instanceof Wish.Body body) {
            return Optional.of(least.withBody(body.value()));
        } else if (wish instanceof Wish.NoBody) {
            return Optional.of(least.withoutBody());
        }
        return Optional.of(least).filter(RequestValues::hasBody);
    }

    private Optional<RequestValues> given(RequestValues input, Parameter parameter) {
        Sampler sampler = Sampler.ofRequests(Whim.sparing(new Random(0)));
        return input.value(parameter)
                .or(() -> values.value(parameter, sampler))
                .map(value -> input.requiredArguments().requiredBody().with(parameter, value));
    }

    private static Optional<Parameter> parameter(RequestValues input, In in, String name) {
        return input.operation().parameter(in, name);
    }
}
