package io.platformapi.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.Query;
import io.platformapi.verify.checks.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shelves of books, which are pages by cursor and go with their shelf; tests let it make one mistake at a time. */
final class Library implements Target {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String KEY = "(?i:bearer) key";

    private final Contract contract;
    private final Optional<Mistake> mistake;
    private final Map<String, ObjectNode> shelves = new LinkedHashMap<>();
    private final Map<String, Map<String, ObjectNode>> books = new LinkedHashMap<>();
    private int last;

    /** What it does otherwise than a right one. */
    enum Mistake {
        ASKS_EVERYBODY,
        LETS_IN_BY_HEAD,
        KEEPS_TWO_OF_THREE,
        CALLS_IT_OTHERWISE,
        LOCATES_NOWHERE,
        REMOVES_THE_FIRST_AS_WELL,
        REMOVES_THE_SHELF_AS_WELL,
        LISTS_BOOKS_OF_ALL,
        HAS_ALWAYS_ANOTHER_PAGE,
        IGNORES_KINDS,
        LEADS_TO_THE_SAME,
        LEADS_TO_ALL_KINDS,
        LEADS_PAST_ONE,
        LEADS_NO_FURTHER,
        LEADS_NOWHERE,
        COUNTS_ONE_MORE,
        COUNTS_THE_PAGE
    }

    Library(Contract contract, Mistake... made) {
        this.contract = contract;
        this.mistake = Stream.of(made).findFirst();
        for (String kind : List.of("small", "large", "large")) {
            add(shelves, JSON.objectNode().put("name", "shelf " + kind).put("kind", kind));
        }
    }

    private boolean makes(Mistake one) {
        return mistake.filter(one::equals).isPresent();
    }

    private String add(Map<String, ObjectNode> kept, ObjectNode made) {
        String id = String.valueOf(++last);
        made.put("id", last);
        if (!makes(Mistake.KEEPS_TWO_OF_THREE) || last % 3 != 0) {
            kept.put(id, made);
        }
        return id;
    }

    @Override
    public HttpResponse answer(HttpRequest request) {
        boolean head = request.method().equals("HEAD");
        HttpResponse answer = answered(head ? request.withMethod("GET") : request, head);
        return head ? answer.withoutBody() : answer;
    }

    private HttpResponse answered(HttpRequest request, boolean head) {
        if (!(contract.route(request) instanceof Route.Found found)) {
            boolean known = contract.route(request) instanceof Route.MethodNotAllowed;
            return known ? notAllowed(request) : Shop.problem(404, "Nothing here");
        }
        boolean open = found.operation().id().equals("hours") && !makes(Mistake.ASKS_EVERYBODY)
                || head && makes(Mistake.LETS_IN_BY_HEAD);
        if (!open && !request.headers().text("Authorization").matches(KEY)) {
            return Shop.problem(401, "Who are you?").with(Headers.of("WWW-Authenticate", "Bearer"));
        }
        if (contract.dialect().negotiation(found, request).isPresent()
                || !RequestCheck.violations(contract.dialect().bind(found, request))
                        .isEmpty()) {
            return Shop.problem(400, "That is not as documented");
        }
        return done(found.operation().id(), request, List.of(request.path().split("/")));
    }

    private HttpResponse notAllowed(HttpRequest request) {
        List<String> methods = Stream.of("DELETE", "GET", "POST")
                .filter(method -> contract.route(request.withMethod(method)) instanceof Route.Found)
                .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
                .toList();
        return Shop.problem(405, "Not that way").with(Headers.of("Allow", String.join(", ", methods)));
    }

    private HttpResponse done(String operation, HttpRequest request, List<String> path) {
        if (operation.equals("hours")) {
            return json(200, JSON.objectNode().put("from", 9));
        }
        if (path.size() == 2) {
            return operation.equals("addShelf") ? added(shelves, request) : page(request);
        }
        ObjectNode shelf = shelves.get(path.get(2));
        if (shelf == null) {
            return Shop.problem(404, "No such shelf");
        }
        Map<String, ObjectNode> own = books.computeIfAbsent(path.get(2), id -> new LinkedHashMap<>());
        return switch (operation) {
            case "getShelf" -> json(200, shelf);
            case "removeShelf" -> removed(shelves, path.get(2));
            case "addBook" -> added(own, request);
            case "listBooks" -> json(200, list(makes(Mistake.LISTS_BOOKS_OF_ALL) ? all() : own.values().stream()));
            default -> {
                ObjectNode book = own.get(path.get(4));
                if (book != null && operation.equals("removeBook") && makes(Mistake.REMOVES_THE_SHELF_AS_WELL)) {
                    shelves.remove(path.get(2));
                }
                yield book == null
                        ? Shop.problem(404, "No such book")
                        : operation.equals("getBook") ? json(200, book) : removed(own, path.get(4));
            }
        };
    }

    private Stream<ObjectNode> all() {
        return books.values().stream().flatMap(each -> each.values().stream());
    }

    private HttpResponse removed(Map<String, ObjectNode> kept, String id) {
        kept.remove(id);
        if (makes(Mistake.REMOVES_THE_FIRST_AS_WELL) && !kept.isEmpty()) {
            kept.remove(kept.keySet().iterator().next());
        }
        return HttpResponse.of(204, Headers.none());
    }

    private HttpResponse added(Map<String, ObjectNode> kept, HttpRequest request) {
        try {
            ObjectNode made = (ObjectNode) new Json().read(request.body());
            String id = add(kept, made);
            ObjectNode shown = made.deepCopy();
            if (makes(Mistake.CALLS_IT_OTHERWISE)) {
                shown.put("id", last + 1000);
            }
            String place = (makes(Mistake.LOCATES_NOWHERE) ? "/old" : "") + request.path() + "/" + id;
            return json(201, shown).with(Headers.of("Location", place));
        } catch (MalformedBody e) {
            return Shop.problem(400, "That is no JSON");
        }
    }

    private HttpResponse page(HttpRequest request) {
        Query query = Query.of(request.query());
        List<String> kinds = query.named("kind").stream().map(Query.Pair::value).toList();
        int from = query.named("cursor").stream()
                .map(Query.Pair::value)
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
        int limit = query.named("limit").stream()
                .map(Query.Pair::value)
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(100);
        List<ObjectNode> found = shelves.values().stream()
                .filter(shelf -> kinds.isEmpty()
                        || makes(Mistake.IGNORES_KINDS)
                        || kinds.contains(shelf.get("kind").asText()))
                .toList();
        boolean goesOn = from + limit < found.size() || makes(Mistake.HAS_ALWAYS_ANOTHER_PAGE);
        ObjectNode page = JSON.objectNode();
        page.set("items", list(found.stream().skip(from).limit(limit)));
        page.set("next", goesOn ? JSON.textNode(String.valueOf(from + limit)) : JSON.nullNode());
        int total = makes(Mistake.COUNTS_THE_PAGE) ? page.get("items").size() : found.size();
        int more = makes(Mistake.COUNTS_ONE_MORE) ? 1 : 0;
        HttpResponse answer = json(200, page).with(Headers.of("X-Total-Count", String.valueOf(total + more)));
        boolean tells = goesOn && !(makes(Mistake.LEADS_NO_FURTHER) && from > 0);
        return tells ? answer.with(Headers.of("Link", next(from, limit, kinds))) : answer;
    }

    private String next(int from, int limit, List<String> kinds) {
        int behind = makes(Mistake.LEADS_TO_THE_SAME) ? from : from + limit + (makes(Mistake.LEADS_PAST_ONE) ? 1 : 0);
        String filter = makes(Mistake.LEADS_TO_ALL_KINDS)
                ? ""
                : kinds.stream().map(kind -> "&kind=" + kind).collect(Collectors.joining());
        String cursor = makes(Mistake.LEADS_NOWHERE) ? "none" : String.valueOf(behind);
        return "</shelves?limit=1>; rel=first, <http://library.example/shelves?limit=" + limit + "&cursor=" + cursor
                + filter + ">; title=\"more\"; rel=\"next\"";
    }

    private static ArrayNode list(Stream<ObjectNode> items) {
        ArrayNode list = JSON.arrayNode();
        items.forEach(list::add);
        return list;
    }

    private static HttpResponse json(int status, JsonNode value) {
        return HttpResponse.of(status, "application/json", new Json().write(value));
    }
}
