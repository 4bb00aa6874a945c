package io.platformapi.mock;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Response;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Dialect;
import io.platformapi.contract.example.RequestExamples;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses among the responses that a document gives for an operation. */
final class Choices {

    private final Dialect dialect;

    Choices(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * What the client asks for, else what a stub says, else the answer to the example that is repeated, else a success.
     */
    Choice choose(Route.Found route, BoundRequest request, Preference preference, StubCalls stubs) {
        if (preference.chooses() || preference.dynamic()) {
            return preferred(route, request, preference);
        }
        Optional<Choice> stubbed = stubs.call(dialect.target(route), request)
                .map(reply -> choice(route.operation(), reply.status()).from(reply.value()));
        return stubbed.or(() -> repeated(route, request)).orElseGet(() -> usual(route.operation()));
    }

    private Choice preferred(Route.Found route, BoundRequest request, Preference preference) {
        Operation operation = route.operation();
        Optional<Choice> byCode = preference.code().map(status -> choice(operation, status));
        if (preference.dynamic()) {
            return byCode.orElseGet(() -> usual(operation)).from(new Choice.Invented(preference.seed()));
        }
        if (preference.example().isEmpty()) {
            return answering(route, request)
                    .flatMap(name -> byCode.filter(choice -> has(choice.response(), name))
                            .map(choice -> choice.from(new Choice.Repeated(name))))
                    .orElseGet(byCode::orElseThrow);
        }
        return named(operation, byCode, preference.example().get());
    }

    private static Choice named(Operation operation, Optional<Choice> byCode, String example) {
        return byCode.or(() -> holding(operation, example))
                .filter(choice -> has(choice.response(), example))
                .map(choice -> choice.from(new Choice.Named(example)))
                .orElseThrow(() -> unknownExample(operation, byCode, example));
    }

    /** Why an operation cannot be answered as somebody prefers; empty if it can. */
    static Optional<String> problem(Operation operation, Preference preference) {
        try {
            Optional<Choice> byCode = preference.code().map(status -> choice(operation, status));
            preference.example().ifPresent(example -> named(operation, byCode, example));
            return Optional.empty();
        } catch (NoAnswer none) {
            return Optional.of(none.refusal().message());
        }
    }

    private Optional<Choice> repeated(Route.Found route, BoundRequest request) {
        return answering(route, request)
                .flatMap(
                        name -> holding(route.operation(), name).map(choice -> choice.from(new Choice.Repeated(name))));
    }

    private Optional<String> answering(Route.Found route, BoundRequest request) {
        return dialect.target(route)
                .kept()
                .of(RequestExamples.class, () -> RequestExamples.of(route, dialect))
                .repeatedBy(request);
    }

    /** The response with an example of a name, the usual one before all others. */
    private static Optional<Choice> holding(Operation operation, String name) {
        Choice usual = usual(operation);
        if (has(usual.response(), name)) {
            return Optional.of(usual);
        }
        return answers(operation)
                .filter(response -> has(response, name))
                .findFirst()
                .map(response -> Choice.usual(response.status(usual.status()), response));
    }

    private static boolean has(Response response, String example) {
        return response.contents().stream()
                .anyMatch(content -> content.examples().containsKey(example));
    }

    private static Choice choice(Operation operation, int status) {
        if (status < 200) {
            throw new NoAnswer(
                    Refusal.Kind.UNANSWERABLE,
                    status + " is an interim response, which does not answer " + operation + ".");
        }
        return operation
                .response(status)
                .map(response -> Choice.usual(status, response))
                .orElseThrow(() -> new NoAnswer(
                        Refusal.Kind.UNDOCUMENTED,
                        operation + " documents no response " + status + ". It documents "
                                + String.join(", ", operation.responses().keySet()) + "."));
    }

    /** The lowest success, else the lowest redirection, else the default, else the first response. */
    private static Choice usual(Operation operation) {
        return operation.kept().of(Choice.class, () -> first(operation));
    }

    private static Choice first(Operation operation) {
        return lowest(operation, '2')
                .or(() -> lowest(operation, '3'))
                .or(() -> Optional.ofNullable(operation.responses().get("default")))
                .or(() -> answers(operation).findFirst())
                .map(response -> Choice.usual(response.status(200), response))
                .orElseThrow(() -> unanswerable(operation));
    }

    private static Optional<Response> lowest(Operation operation, char type) {
        return answers(operation)
                .filter(response -> response.key().charAt(0) == type)
                .min(Comparator.comparing(Response::key));
    }

    /** The responses that answer a request, as those of 1xx do not (RFC 9110, section 15.2). */
    private static Stream<Response> answers(Operation operation) {
        return operation.responses().values().stream()
                .filter(response -> !response.key().startsWith("1"));
    }

    private static NoAnswer unanswerable(Operation operation) {
        String interim = String.join(", ", operation.responses().keySet());
        String what = interim.isEmpty() ? "" : " that answers it, only " + interim;
        return new NoAnswer(
                Refusal.Kind.UNANSWERED, operation + " documents no response" + what + "; write at least one.");
    }

    /** The document's own response for a refusal, if it has one. */
    Optional<Choice> documented(Refusal refusal, Route.Found route) {
        Map<String, Response> responses = route.operation().responses();
        List<Integer> statuses = dialect.documentedAs(refusal);
        return statuses.stream()
                .flatMap(status -> route.operation().response(status).stream()
                        .filter(response -> !response.key().equals("default"))
                        .map(response -> Choice.usual(status, response)))
                .findFirst()
                .or(() -> Optional.ofNullable(responses.get("default"))
                        .flatMap(other -> statuses.stream()
                                .map(status -> Choice.usual(status, other))
                                .findFirst()));
    }

    private static NoAnswer unknownExample(Operation operation, Optional<Choice> asked, String name) {
        String names = answers(operation)
                .filter(response -> asked.isEmpty() || asked.get().response() == response)
                .flatMap(response -> response.contents().stream()
                        .flatMap(content -> content.examples().keySet().stream())
                        .filter(example -> !example.isEmpty())
                        .distinct()
                        .map(example -> example + " (" + response.key() + ")"))
                .collect(Collectors.joining(", "));
        String what = names.isEmpty() ? "It has none." : "It has " + names + ".";
        return new NoAnswer(
                Refusal.Kind.UNDOCUMENTED, operation + " has no such response example '" + name + "'. " + what);
    }
}
