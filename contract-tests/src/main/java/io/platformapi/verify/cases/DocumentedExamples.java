package io.platformapi.verify.cases;

import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Response;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sends what the document shows: each named set of request examples, and the first of them in every format.
 *
 * <p>A set whose name also stands at a refusal shows a request that is valid, but that the state of things forbids.
 */
final class DocumentedExamples implements CaseSource {

    private final Inputs inputs;
    private final RequestWriter writer;
    private final Oracle oracle;

    DocumentedExamples(Inputs inputs, RequestWriter writer, Oracle oracle) {
        this.inputs = inputs;
        this.writer = writer;
        this.oracle = oracle;
    }

    @Override
    public List<Case> cases(Operation operation) {
        List<Case> cases = new ArrayList<>();
        Map<String, Input> named = inputs.named(operation);
        named.forEach((name, input) -> {
            HttpRequest request = writer.request(input);
            if (oracle.isValid(operation, request)) {
                cases.add(example(operation, name, request));
            }
        });
        if (!cases.isEmpty()) {
            Input first = named.values().iterator().next();
            cases.addAll(everyRequestType(cases.get(0), first));
            cases.addAll(everyResponseType(cases.get(0), operation));
        }
        return cases;
    }

    private static Case example(Operation operation, String name, HttpRequest request) {
        String reason = name.isEmpty() ? "a valid request" : "the documented example " + name;
        String id = operation.id() + "/example/" + (name.isEmpty() ? "made-up" : name);
        Expected expected = isShownRefused(operation, name) || neverSucceeds(operation)
                ? Expected.answered(reason)
                : Expected.accepted(reason);
        return new Case(id, operation.toString(), operation, request, expected, operation.node());
    }

    /** Of an operation that documents refusals and nothing else, no server can accept a request. */
    private static boolean neverSucceeds(Operation operation) {
        return !operation.responses().isEmpty()
                && operation.responses().keySet().stream().allMatch(key -> key.matches("[45].*"));
    }

    private static boolean isShownRefused(Operation operation, String name) {
        return operation.responses().entrySet().stream()
                .filter(response -> !response.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .flatMap(response -> response.contents().stream())
                .anyMatch(content -> content.examples().containsKey(name));
    }

    private List<Case> everyRequestType(Case first, Input input) {
        List<Case> cases = new ArrayList<>();
        for (Content content : input.operation().body().map(writer::writable).orElse(List.of())) {
            if (input.hasBody() && content != input.content()) {
                HttpRequest request = writer.request(input.in(content));
                if (oracle.isValid(input.operation(), request)) {
                    cases.add(first.variant("body-in-" + content.type().essence(), request));
                }
            }
        }
        return cases;
    }

    private static List<Case> everyResponseType(Case first, Operation operation) {
        return operation.responses().values().stream()
                .filter(response -> response.key().startsWith("2"))
                .map(Response::contents)
                .flatMap(List::stream)
                .map(Content::type)
                .filter(type -> !type.isRange())
                .distinct()
                .map(type -> first.variant("accept-" + type.essence(), accepting(first.request(), type)))
                .toList();
    }

    private static HttpRequest accepting(HttpRequest request, MediaType type) {
        return new HttpRequest(
                request.method(),
                request.path(),
                request.query(),
                request.headers().with("Accept", type.toString()),
                request.body());
    }
}
