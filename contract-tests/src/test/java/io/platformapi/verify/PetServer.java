package io.platformapi.verify;

import io.platformapi.contract.Route;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Accept;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.verify.checks.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A server of two operations that keeps its contract; tests change one answer of it at a time. */
final class PetServer implements Target {

    static final Contract PETS =
            new ContractReader(Access.SAME_ORIGIN).read("src/test/resources/io/platformapi/verify/pets.yaml");

    private static final String REX = "{\"id\":1,\"name\":\"Rex\",\"kind\":\"dog\"}";

    @Override
    public HttpResponse answer(HttpRequest request) {
        boolean head = request.method().equals("HEAD");
        HttpResponse answer = answered(head ? request.withMethod("GET") : request);
        return head ? answer.withoutBody() : answer;
    }

    private static HttpResponse answered(HttpRequest request) {
        Route route = PETS.route(request);
        if (route instanceof Route.Found found) {
            return refusal(found, request)
                    .map(refusal -> PETS.dialect().refusal(PETS, refusal, route, request))
                    .orElseGet(() -> found.operation().id().equals("listPets") ? list() : add(request));
        }
        boolean known = route instanceof Route.MethodNotAllowed;
        return known
                ? problem(405, "Not that way").with(Headers.of("Allow", "GET, POST"))
                : problem(404, "Nothing here");
    }

    private static Optional<Refusal> refusal(Route.Found route, HttpRequest request) {
        if (!request.headers().text("Authorization").matches("(?i:bearer) key")) {
            return Optional.of(Refusal.of(Refusal.Kind.CREDENTIALS, "Who are you?"));
        }
        Optional<Refusal> unread = PETS.dialect().negotiation(route, request);
        if (unread.isPresent()) {
            return unread;
        }
        if (Accept.of(request.headers())
                .best(List.of(MediaType.of("application/json")))
                .isEmpty()) {
            return Optional.of(Refusal.of(Refusal.Kind.UNACCEPTABLE, "There is only JSON."));
        }
        List<Violation> violations = RequestCheck.violations(PETS.dialect().bind(route, request));
        return violations.isEmpty() ? Optional.empty() : Optional.of(Refusal.invalid(violations));
    }

    private static HttpResponse list() {
        return HttpResponse.of(200, "application/json", bytes("[" + REX + "]")).with(Headers.of("X-Total", "1"));
    }

    private static HttpResponse add(HttpRequest request) {
        boolean taken = new String(request.body(), StandardCharsets.UTF_8).contains("Rex");
        return taken
                ? problem(409, "There is a pet of this name")
                : HttpResponse.of(201, "application/json", request.body());
    }

    static HttpResponse problem(int status, String title) {
        return HttpResponse.of(status, "application/problem+json", bytes("{\"title\":\"" + title + "\"}"));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
