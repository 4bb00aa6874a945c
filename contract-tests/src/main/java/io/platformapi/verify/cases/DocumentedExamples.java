package io.platformapi.verify.cases;

import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Response;
import io.platformapi.contract.dialect.Dialect;
import io.platformapi.contract.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sends what the document shows: each named set of request examples, in every type the body may have, and asks for the
 * answer in every type it may have.
 *
 * <p>A set whose name also stands at a refusal shows a request that is valid, but that the state of things forbids.
 */
final class DocumentedExamples {

    private final ValidInputs inputs;
    private final Dialect dialect;

    DocumentedExamples(ValidInputs inputs, Dialect dialect) {
        this.inputs = inputs;
        this.dialect = dialect;
    }

    /** The cases for one operation, whose valid inputs these are. */
    List<Case> cases(List<ValidInputs.Group> groups) {
        List<Case> cases = new ArrayList<>();
        for (ValidInputs.Group group : groups) {
            group.named().forEach((name, input) -> {
                Case example = example(name, input);
                boolean usual = group == groups.get(0);
                cases.add(
                        usual
                                ? example
                                : example.named(example.id() + "/body-in-"
                                        + input.type().essence()));
            });
        }
        if (!cases.isEmpty()) {
            cases.addAll(everyResponseType(cases.get(0)));
        }
        return cases;
    }

    private Case example(String name, RequestValues input) {
        Operation operation = input.operation();
        String reason = name.isEmpty() ? "a valid request" : "the documented example " + name;
        String id = operation.id() + "/example/" + (name.isEmpty() ? "made-up" : name);
        HttpRequest request = inputs.request(input).orElseThrow();
        return new Case(id, operation.toString(), operation, request, expected(name, reason, input), operation.node());
    }

    private static Expected expected(String name, String reason, RequestValues input) {
        if (name.isEmpty() && MadeUpFiles.areIn(input)) {
            return MadeUpFiles.EXPECTED;
        }
        boolean refers = name.isEmpty() && MadeUpReferences.areIn(input);
        return refers || isShownRefused(input.operation(), name) || neverSucceeds(input.operation())
                ? Expected.answered(reason)
                : Expected.accepted(reason);
    }

    /** Of an operation that documents refusals and nothing else, no server can accept a request. */
    private static boolean neverSucceeds(Operation operation) {
        return !operation.responses().isEmpty()
                && operation.responses().keySet().stream().allMatch(key -> key.matches("[45].*"));
    }

    /** Whether an answer other than a success is shown for the requests of a name. */
    static boolean isShownRefused(Operation operation, String name) {
        return operation.responses().entrySet().stream()
                .filter(response -> !response.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .flatMap(response -> response.contents().stream())
                .anyMatch(content -> content.examples().containsKey(name));
    }

    private List<Case> everyResponseType(Case first) {
        return first.answering().orElseThrow().responses().values().stream()
                .filter(response -> response.key().startsWith("2"))
                .map(Response::contents)
                .flatMap(List::stream)
                .map(Content::type)
                .filter(type -> !type.isRange())
                .distinct()
                .flatMap(type -> dialect.asking(first.request(), type).entrySet().stream()
                        .map(way -> first.wanting(type, way.getKey(), way.getValue())))
                .toList();
    }
}
