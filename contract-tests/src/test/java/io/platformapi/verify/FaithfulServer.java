package io.platformapi.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.mock.MockEngine;
import io.platformapi.mock.MockOptions;
import io.platformapi.verify.checks.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A server that keeps whatever contract it is given, as servers in the field do it.
 *
 * <p>It routes as they do: empty and dot segments, encoded or not, and encoded slashes lead nowhere. It treats members
 * that only answers have in one of the two ways that are right. It may pass over one kind of violation.
 */
final class FaithfulServer implements Target {

    private final Contract contract;
    private final MockEngine engine;
    private final ReadOnlyMembers manner;
    private final Predicate<Violation> blindness;
    private final Map<String, HttpResponse> successes = new HashMap<>();

    /** What becomes of members that requests should not have; here they are called {@code id} or {@code …Id}. */
    enum ReadOnlyMembers {
        IGNORED,
        REFUSED
    }

    FaithfulServer(Contract contract, ReadOnlyMembers manner, Predicate<Violation> blindness) {
        this.contract = contract;
        this.engine = new MockEngine(contract, MockOptions.usual());
        this.manner = manner;
        this.blindness = blindness;
    }

    @Override
    public HttpResponse answer(HttpRequest request) {
        boolean head = request.method().equals("HEAD");
        HttpResponse answer = answered(request);
        return head ? answer.withoutBody() : answer;
    }

    private HttpResponse answered(HttpRequest request) {
        if (request.path().matches("(?i).*(//|/(\\.|%2e)+(/.*)?|%2f|%5c|/|[.])")
                || request.path().contains("//")) {
            return HttpResponse.of(404, "text/html", PetServer.bytes("<h1>No such page</h1>"));
        }
        HttpRequest read = withoutReadOnly(request);
        if (read != request && manner == ReadOnlyMembers.REFUSED) {
            return PetServer.problem(400, "There are members that are not yours");
        }
        HttpResponse answer = engine.answer(read);
        if (!(contract.route(read) instanceof Route.Found route)) {
            return answer;
        }
        String id = route.operation().id();
        if (answer.status() / 100 == 2) {
            successes.put(id, answer);
        }
        return answer.status() / 100 == 4 && isOverlooked(route, read) ? successes.getOrDefault(id, answer) : answer;
    }

    private boolean isOverlooked(Route.Found route, HttpRequest request) {
        if (contract.dialect().negotiation(route, request).isPresent()) {
            return false;
        }
        List<Violation> violations = RequestCheck.violations(contract.dialect().bind(route, request));
        return !violations.isEmpty() && violations.stream().allMatch(blindness);
    }

    private static HttpRequest withoutReadOnly(HttpRequest request) {
        try {
            JsonNode body = new Json().read(request.body());
            JsonNode left = body.deepCopy();
            remove(left);
            return left.equals(body)
                    ? request
                    : new HttpRequest(
                            request.method(),
                            request.path(),
                            request.query(),
                            request.headers(),
                            PetServer.bytes(left.toString()));
        } catch (MalformedBody e) {
            return request;
        }
    }

    private static void remove(JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.remove(object.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(name -> name.matches("id|.*Id"))
                    .toList());
            object.forEach(FaithfulServer::remove);
        } else if (value instanceof ArrayNode array) {
            array.forEach(FaithfulServer::remove);
        }
    }
}
