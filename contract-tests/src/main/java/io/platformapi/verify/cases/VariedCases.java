package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Asks for what was accepted once more, with one thing otherwise each time: what the document allows must be taken. */
final class VariedCases {

    private static final String LETTERS = "it names the scheme of its credentials in other letters";

    private static final String COOKIE = "it has another cookie first";

    private final RequestWriter writer;
    private final Oracle oracle;
    private final Budget budget;
    private final WireVarieties wire;
    private final SchemeNames schemes;

    VariedCases(Contract contract, RequestWriter writer, Oracle oracle, Budget budget) {
        this.wire = new WireVarieties(contract);
        this.schemes = new SchemeNames(contract);
        this.writer = writer;
        this.oracle = oracle;
        this.budget = budget;
    }

    /**
     * The cases, each proven to be valid.
     *
     * @param accepted a request of the operation as the document has its path, and as it was accepted
     */
    List<Case> of(Operation operation, HttpRequest accepted) {
        Optional<RequestValues> input = oracle.bound(operation, accepted).map(all -> input(operation, all, accepted));
        List<Case> cases = new ArrayList<>();
        input.ifPresent(usual -> {
            for (Variety variety : Varieties.of(usual)) {
                if (cases.size() < budget.derived()) {
                    varied(operation, variety, usual, cases.size()).ifPresent(cases::add);
                }
            }
        });
        input.ifPresent(usual -> cases.addAll(parts(usual)));
        wire.of(unkeyed(input, accepted)).forEach((what, request) -> {
            if (oracle.isValid(operation, request)) {
                cases.add(varied(operation, request, "it " + what, Expected.respelled("it " + what)));
            }
        });
        Stream.concat(Stream.of(accepted), cases.stream().map(Case::request))
                .filter(request -> request.headers().has("Cookie"))
                .findFirst()
                .map(WireVarieties::afterAnotherCookie)
                .filter(request -> oracle.isValid(operation, request))
                .ifPresent(request -> cases.add(varied(operation, request, COOKIE, Expected.respelled(COOKIE))));
        schemes.otherwise(operation, accepted)
                .map(request -> varied(operation, request, LETTERS, Expected.letInAlike(LETTERS)))
                .ifPresent(cases::add);
        return cases;
    }

    /** Multipart forms with parts otherwise, each as valid as it claims to be. */
    private List<Case> parts(RequestValues usual) {
        Operation operation = usual.operation();
        List<Case> cases = new ArrayList<>();
        PartVarieties.of(usual)
                .forEach((input, expected) -> writer.request(OnceKeys.fresh(input, usual, cases.size()))
                        .filter(request ->
                                oracle.isValid(operation, request) != (expected.verdict() == Expected.Verdict.REFUSED))
                        .ifPresent(request -> cases.add(varied(operation, request, expected.reason(), expected))));
        return cases;
    }

    private Optional<Case> varied(Operation operation, Variety variety, RequestValues usual, long seed) {
        UnaryOperator<RequestValues> own = input -> OnceKeys.fresh(input, usual, seed);
        Function<List<RequestValues>, List<HttpRequest>> all = inputs -> inputs.stream()
                .flatMap(input -> writer.request(own.apply(input)).stream())
                .filter(request -> oracle.isValid(operation, request))
                .toList();
        Expected expected =
                Expected.varied(variety.words()).by(new Proof(all.apply(variety.usual()), all.apply(variety.alike())));
        return all.apply(List.of(variety.input())).stream()
                .findFirst()
                .map(request -> varied(operation, request, variety.words(), expected));
    }

    /** A request without a key that is for one request alone, as far as it need not be there. */
    private HttpRequest unkeyed(Optional<RequestValues> input, HttpRequest accepted) {
        return input.filter(OnceKeys::areIn)
                .flatMap(usual -> writer.request(OnceKeys.fresh(usual, usual, -1)))
                .orElse(accepted);
    }

    /** Valid requests without one optional parameter, or one part of the body. */
    List<HttpRequest> smaller(Operation operation, HttpRequest request) {
        return oracle.bound(operation, request).map(bound -> input(operation, bound, request)).stream()
                .flatMap(input -> SmallerValues.of(input).stream())
                .flatMap(input -> writer.request(input).stream())
                .filter(other -> oracle.isValid(operation, other))
                .toList();
    }

    private static Case varied(Operation operation, HttpRequest request, String what, Expected expected) {
        return new Case(
                operation.id() + "/varied/" + what.replaceAll("\\s+", "-"),
                operation.toString(),
                operation,
                request,
                expected,
                operation.node());
    }

    private static RequestValues input(Operation operation, BoundRequest bound, HttpRequest accepted) {
        List<RequestValues.Argument> arguments = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            JsonNode value = bound.value(parameter.in(), parameter.name());
            if (!value.isMissingNode()) {
                arguments.add(new RequestValues.Argument(parameter, value));
            }
        }
        Content content = operation
                .body()
                .flatMap(body -> accepted.contentType()
                        .flatMap(type -> body.contents().stream()
                                .filter(one -> one.type().includes(type))
                                .findFirst()
                                .map(one -> one.as(type))))
                .orElse(null);
        return new RequestValues(operation, arguments, content, bound.value(In.BODY, ""));
    }
}
