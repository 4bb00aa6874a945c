package io.platformapi.mock;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Response;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.mock.memory.Recollection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what the memory says into answers of the document, as far as that has them. */
final class Recalled {

    private final Contract contract;
    private final Responses responses;

    Recalled(Contract contract, Responses responses) {
        this.contract = contract;
        this.responses = responses;
    }

    /** A success: what is remembered in the types that speak of it, the document's own in the others. */
    static Choice choice(Recollection.Kept kept, Operation operation) {
        Response response = operation.response(kept.status()).orElseThrow();
        return Choice.usual(kept.status(), response)
                .from(new Choice.Remembered(
                        content ->
                                kept.body().apply(content).map(Recalled::source).orElseGet(Choice.Usual::new),
                        kept.headers()));
    }

    private static Choice.Source source(Recollection.Filled filled) {
        Headers notices = filled.notices().isEmpty()
                ? Headers.none()
                : NoticeField.NOTICE.saying(String.join("; ", filled.notices()));
        return filled.value().isMissingNode()
                ? new Choice.Remembered(any -> new Choice.Usual(), notices)
                : new Choice.Given(filled.value(), notices);
    }

    /** A failure as the document has it, else one that says that the document has none. */
    Answered denied(Recollection.Denied denied, Route.Found route, HttpRequest request) {
        Operation operation = route.operation();
        HttpResponse response = documented(denied.statuses(), operation)
                .map(choice -> SaidProblem.in(choice, page(denied, choice.status(), request)))
                .map(choice -> responses.writeAnyway(choice, route, request))
                .orElseGet(() -> undocumented(denied, route, request));
        return new Answered(response, () -> "memory: " + denied.message()).of(operation.id());
    }

    private static Optional<Choice> documented(List<Integer> statuses, Operation operation) {
        Map<String, Response> responses = operation.responses();
        return statuses.stream()
                .filter(status -> responses.containsKey(String.valueOf(status)))
                .findFirst()
                .or(() -> statuses.stream()
                        .limit(1)
                        .filter(status -> operation.response(status).isPresent())
                        .findFirst())
                .flatMap(status -> operation.response(status).map(response -> Choice.usual(status, response)));
    }

    private HttpResponse page(Recollection.Denied denied, int status, HttpRequest request) {
        Refusal refusal = Refusal.of(Refusal.Kind.UNROUTED, denied.message());
        return contract.dialect().failure(contract, status, refusal, request);
    }

    private HttpResponse undocumented(Recollection.Denied denied, Route.Found route, HttpRequest request) {
        int status = denied.statuses().get(0);
        return page(denied, status, request)
                .with(NoticeField.NOTICE.saying("the document has no response " + status + " for "
                        + route.operation().method() + " "
                        + route.operation().path().text()));
    }
}
