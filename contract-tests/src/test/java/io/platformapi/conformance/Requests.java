package io.platformapi.conformance;

import io.platformapi.contract.Operation;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The requests that the document shows, as its caller sends them. */
final class Requests {

    static final Headers HEADERS = Headers.of("Authorization", Running.CREDENTIAL);

    private static final Cases CASES =
            new Cases(Running.CONTRACT, Credentials.of(HEADERS, Running.CONTRACT), new Budget(0, 40, 1));

    /** Derived once: every test of every implementation asks for them. */
    private static final Map<String, List<Case>> BY_OPERATION = new ConcurrentHashMap<>();

    private Requests() {}

    /** The named examples of an operation. */
    static List<Case> examples(Operation operation) {
        return all(operation).stream()
                .filter(one -> one.id().matches("[^/]+/example/[^/]+"))
                .toList();
    }

    /** The examples, in every format, and what is wrong with the first in every way. */
    static List<Case> all(Operation operation) {
        return BY_OPERATION.computeIfAbsent(operation.id(), id -> CASES.of(operation));
    }

    /** The operations as people write them, each once. */
    static List<Operation> canonical() {
        return Running.CONTRACT.operations().stream()
                .filter(operation -> operation.method().equals("POST"))
                .toList();
    }

    static HttpRequest json(String method, String target, String body) {
        return HttpRequest.of(
                method,
                target,
                HEADERS.with("Content-Type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static HttpRequest with(HttpRequest request, String header, String value) {
        return new HttpRequest(
                request.method(),
                request.path(),
                request.query(),
                request.headers().with(header, value),
                request.body());
    }
}
