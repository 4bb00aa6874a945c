package io.platformapi.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.Query;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.cases.RunPhase;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Failure;
import io.platformapi.verify.checks.Failure.Blame;
import io.platformapi.verify.checks.Target;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A server that keeps things, which are everybody's, and settings, of which each client has its own; tests let it do so
 * in ways of their own.
 */
class Keeper implements Target {

    static final Contract CONTRACT =
            new ContractReader(Access.SAME_ORIGIN).read("src/test/resources/io/platformapi/verify/keeper.yaml");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    final Map<String, ObjectNode> things = new LinkedHashMap<>();
    private final Map<Boolean, ObjectNode> settings = new HashMap<>(Map.of(
            true, JSON.objectNode().put("size", 1), false, JSON.objectNode().put("size", 1)));
    private int last;

    /**
     * What a server is blamed for, each by its check and cause.
     *
     * @param operations the ids of those that are asked; all where there are none
     */
    static List<String> blamed(Target server, String... operations) {
        Credentials credentials = Credentials.of(Headers.of("Authorization", "Bearer key"), CONTRACT)
                .besides(Headers.of("Authorization", "Bearer other"));
        Budget budget = new Budget(0, 0, 1, List.of(RunPhase.EXAMPLES, RunPhase.STATEFUL));
        return new Verification(
                        new Cases(CONTRACT, credentials, budget),
                        Checks.of(CONTRACT, Undocumented.ALLOWED),
                        server,
                        Verification.Progress.NONE)
                        .outcome(CONTRACT.operations().stream()
                                .filter(operation -> operations.length == 0
                                        || List.of(operations).contains(operation.id()))
                                .toList())
                        .causes()
                        .stream()
                        .map(Cause::first)
                        .filter(failure -> failure.blame() == Blame.SERVER)
                        .map(Keeper::text)
                        .toList();
    }

    private static String text(Failure failure) {
        return failure.check() + ": " + failure.cause();
    }

    @Override
    public final HttpResponse answer(HttpRequest request) {
        Route route = CONTRACT.route(request);
        if (!(route instanceof Route.Found found)) {
            return route instanceof Route.MethodNotAllowed
                    ? status(405).with(Headers.of("Allow", allowed(request.path())))
                    : status(404);
        }
        if (!List.of("Bearer key", "Bearer other").contains(request.headers().text("Authorization"))) {
            return status(401);
        }
        if (CONTRACT.dialect().negotiation(found, request).isPresent()) {
            return status(415);
        }
        if (!RequestCheck.violations(CONTRACT.dialect().bind(found, request)).isEmpty()) {
            return status(400);
        }
        String id = request.path().replaceFirst("/things/([^/]+).*", "$1");
        return answer(found.operation().id(), id, request);
    }

    private static String allowed(String path) {
        return path.endsWith("/push")
                ? "POST"
                : path.equals("/settings")
                        ? "GET, PUT"
                        : path.equals("/things") ? "GET, POST" : "GET, PUT, PATCH, DELETE";
    }

    private HttpResponse answer(String operation, String id, HttpRequest request) {
        if (operation.equals("getSettings")) {
            return Shop.json(200, settings.get(isOther(request)));
        }
        if (operation.equals("setSettings")) {
            settings.put(isOther(request), body(request));
            return Shop.json(200, settings.get(isOther(request)));
        }
        if (operation.equals("list")) {
            return list(request);
        }
        if (operation.equals("add")) {
            return add(body(request), request);
        }
        ObjectNode thing = things.get(id);
        return thing == null ? ofNone(operation, id, request) : ofOne(operation, thing, request);
    }

    /** The answer about a thing that is not there. */
    HttpResponse ofNone(String operation, String id, HttpRequest request) {
        return status(404);
    }

    /** The answer about a thing that is there. */
    HttpResponse ofOne(String operation, ObjectNode thing, HttpRequest request) {
        switch (operation) {
            case "remove" -> {
                things.remove(id(thing));
                return status(204);
            }
            case "replace", "change" -> {
                thing.setAll(body(request));
                changed(thing);
            }
            case "push" -> pushed(thing);
            default -> {}
        }
        return Shop.json(200, thing);
    }

    /** The answer to who adds a thing. */
    HttpResponse add(ObjectNode thing, HttpRequest request) {
        thing.put("id", ++last);
        things.put(id(thing), thing);
        added(thing);
        return Shop.json(201, thing).with(Headers.of("Location", "/things/" + id(thing)));
    }

    /** The things from one on, at most so many; {@code Link} leads on. */
    HttpResponse list(HttpRequest request) {
        Query query = Query.of(request.query());
        int limit = number(query, "limit", 100);
        int after = number(query, "cursor", 0);
        List<ObjectNode> left = things.values().stream()
                .filter(thing -> thing.get("id").asInt() > after)
                .toList();
        ArrayNode page = JSON.arrayNode();
        left.stream().limit(limit).forEach(page::add);
        HttpResponse answer = Shop.json(200, page);
        return left.size() <= limit
                ? answer
                : answer.with(Headers.of(
                        "Link", "</things?limit=" + limit + "&cursor=" + id(left.get(limit - 1)) + ">; rel=\"next\""));
    }

    private static int number(Query query, String name, int otherwise) {
        return Stream.concat(
                        query.named(name).stream().map(pair -> Integer.parseInt(pair.value())), Stream.of(otherwise))
                .findFirst()
                .orElseThrow();
    }

    void added(ObjectNode thing) {}

    void changed(ObjectNode thing) {}

    void pushed(ObjectNode thing) {}

    static boolean isOther(HttpRequest request) {
        return request.headers().text("Authorization").equals("Bearer other");
    }

    static String id(JsonNode thing) {
        return thing.get("id").asText();
    }

    static HttpResponse status(int status) {
        return HttpResponse.of(status, Headers.none());
    }

    static ObjectNode body(HttpRequest request) {
        try {
            return (ObjectNode) new Json().read(request.body());
        } catch (MalformedBody e) {
            return JSON.objectNode();
        }
    }
}
