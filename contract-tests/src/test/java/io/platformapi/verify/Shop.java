package io.platformapi.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.Accept;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.Query;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.verify.checks.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A server with a memory that keeps its contract; tests let it make one mistake at a time. */
final class Shop implements Target {

    static final Contract CONTRACT =
            new ContractReader(Access.SAME_ORIGIN).read("src/test/resources/io/platformapi/verify/shop.yaml");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Json READER = new Json();

    private final Set<Mistake> mistakes = EnumSet.noneOf(Mistake.class);
    private final Map<Integer, ObjectNode> items = new TreeMap<>();
    private final Map<Integer, Map<String, ObjectNode>> notes = new TreeMap<>();
    private Predicate<Violation> blindness = violation -> false;
    private Predicate<HttpRequest> prejudice = request -> false;
    private int last;
    private int turn;

    /** A mistake of the shop's memory. */
    enum Mistake {
        LOSES_TAGS,
        LOSES_SIZE_HEIGHT,
        CHANGES_NAME,
        ROUNDS_PRICE,
        FORGETS_NEW_ITEMS,
        SAME_ID,
        READS_FIRST_ITEM,
        ANSWERS_UNKNOWN,
        LIST_LACKS_LAST,
        LIST_REPEATS,
        LIST_SHOWS_OTHER_PRICE,
        LIST_IN_ANY_ORDER,
        READ_COUNTS_STOCK,
        FILTER_KIND_IGNORED,
        FILTER_AVAILABLE_INVERTED,
        FILTER_PRICE_IGNORED,
        FILTER_TAG_IGNORED,
        FILTER_KIND_LOSES,
        LIMIT_IGNORED,
        PAGE_OVERLAPS,
        PAGE_SKIPS,
        OFFSET_IGNORED,
        PUT_KEEPS_NAME,
        PUT_MAKES_ANOTHER,
        PUT_LOSES_ITEM,
        PUT_CHANGES_ALL,
        PUT_APPENDS_TAGS,
        PATCH_IGNORED,
        PATCH_LOSES_REST,
        PATCH_ANSWERS_ONLY,
        PATCH_CHANGES_OTHERS,
        PATCH_FALSE_IGNORED,
        REFUSED_PUT_IS_DONE,
        REFUSED_PATCH_IS_DONE,
        REFUSED_POST_IS_DONE,
        DELETE_DOES_NOTHING,
        DELETE_STAYS_LISTED,
        DELETE_REMOVES_ALL,
        SECOND_DELETE_FAILS,
        NOTES_OF_ALL,
        NOTE_LOST,
        LOCATION_OF_ANOTHER,
        ADDING_CHANGES_OTHERS,
        PATCH_CHANGES_ID,
        PATCH_CHANGES_BIRTH,
        PATCH_OF_ONE_LOSES_SIZE,
        PUT_MERGES
    }

    Shop(Mistake... made) {
        mistakes.addAll(List.of(made));
    }

    /** Passes over some of what is wrong with requests. */
    Shop overlooking(Predicate<Violation> some) {
        blindness = some;
        return this;
    }

    /** Refuses some of what is right. */
    Shop refusing(Predicate<HttpRequest> some) {
        prejudice = some;
        return this;
    }

    private boolean makes(Mistake mistake) {
        return mistakes.contains(mistake);
    }

    @Override
    public HttpResponse answer(HttpRequest request) {
        if (request.method().equals("HEAD")) {
            return answered(request.withMethod("GET")).withoutBody();
        }
        return answered(request);
    }

    private HttpResponse answered(HttpRequest request) {
        Route route = CONTRACT.route(request);
        if (!(route instanceof Route.Found found)) {
            return route instanceof Route.MethodNotAllowed ? notAllowed(request) : problem(404, "Nothing here");
        }
        if (!request.headers().text("Authorization").matches("(?i:bearer) key")) {
            return problem(401, "Who are you?").with(Headers.of("WWW-Authenticate", "Bearer"));
        }
        Optional<Refusal> unread = CONTRACT.dialect().negotiation(found, request);
        if (unread.isPresent()) {
            return CONTRACT.dialect().refusal(CONTRACT, unread.get(), route, request);
        }
        List<Violation> violations = RequestCheck.violations(CONTRACT.dialect().bind(found, request));
        boolean wrong = violations.stream().anyMatch(violation -> !blindness.test(violation));
        if (wrong) {
            botch(found, request);
            return problem(400, "That is not as documented");
        }
        return prejudice.test(request) ? problem(400, "Not that one") : done(found, request);
    }

    private static HttpResponse notAllowed(HttpRequest request) {
        Set<String> allowed = Stream.of("GET", "POST", "PUT", "PATCH", "DELETE")
                .filter(method -> CONTRACT.route(request.withMethod(method)) instanceof Route.Found)
                .collect(Collectors.toCollection(TreeSet::new));
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        allowed.add("OPTIONS");
        Headers allow = Headers.of("Allow", String.join(", ", allowed));
        return request.method().equals("OPTIONS")
                ? HttpResponse.of(204, allow)
                : problem(405, "Not that way").with(allow);
    }

    /** What is done though it is refused. */
    private void botch(Route.Found route, HttpRequest request) {
        String id = route.operation().id();
        if (makes(Mistake.REFUSED_PUT_IS_DONE)
                && id.equals("replaceItem")
                && item(request).isPresent()) {
            item(request).get().put("name", "half done");
        }
        if (makes(Mistake.REFUSED_PATCH_IS_DONE)
                && id.equals("changeItem")
                && item(request).isPresent()) {
            item(request).get().put("stock", turn++ % 40);
        }
        if (makes(Mistake.REFUSED_POST_IS_DONE) && id.equals("addItem")) {
            store(JSON.objectNode().put("name", "half done").put("kind", "toy").put("price", 1));
        }
    }

    private HttpResponse done(Route.Found route, HttpRequest request) {
        String id = route.operation().id();
        if (id.equals("listItems")) {
            return list(route, request);
        }
        if (id.equals("addItem")) {
            return add(request);
        }
        Optional<ObjectNode> item = item(request);
        if (item.isEmpty()) {
            boolean again = makes(Mistake.SECOND_DELETE_FAILS) && id.equals("removeItem") && number(request) <= last;
            return again ? problem(500, "What?") : problem(404, "No such item");
        }
        return switch (id) {
            case "getItem" -> read(item.get(), request);
            case "replaceItem" -> replace(item.get(), request);
            case "changeItem" -> change(item.get(), request);
            case "removeItem" -> remove(item.get());
            default -> note(id, request);
        };
    }

    private static int number(HttpRequest request) {
        return Integer.parseInt(request.path().split("/")[2]);
    }

    private Optional<ObjectNode> item(HttpRequest request) {
        String text = request.path().split("/")[2];
        Optional<ObjectNode> item =
                text.matches("\\d{1,8}") ? Optional.ofNullable(items.get(Integer.parseInt(text))) : Optional.empty();
        return item.isEmpty() && makes(Mistake.ANSWERS_UNKNOWN) && text.matches("\\d+")
                ? Optional.of(JSON.objectNode()
                        .put("name", "none")
                        .put("kind", "toy")
                        .put("price", 0)
                        .put("id", Long.parseLong(text)))
                : item;
    }

    private ObjectNode store(ObjectNode item) {
        int id = makes(Mistake.SAME_ID) ? 7 : ++last;
        item.put("id", id).put("createdAt", "2026-01-%02dT00:00:%02dZ".formatted(id / 60 % 28 + 1, id % 60));
        if (!makes(Mistake.FORGETS_NEW_ITEMS)) {
            items.put(id, item);
            notes.put(id, new TreeMap<>());
        }
        return item;
    }

    private HttpResponse add(HttpRequest request) {
        if (makes(Mistake.ADDING_CHANGES_OTHERS)) {
            items.values()
                    .forEach(other -> other.put("stock", (other.path("stock").asInt() + 1) % 50));
        }
        ObjectNode item = store(kept(body(request)));
        int id = item.get("id").asInt();
        return json(201, item)
                .with(Headers.of("Location", "/items/" + (makes(Mistake.LOCATION_OF_ANOTHER) ? id + 1000 : id)));
    }

    private ObjectNode kept(ObjectNode sent) {
        ObjectNode item = sent.deepCopy();
        if (makes(Mistake.LOSES_TAGS)) {
            item.remove("tags");
        }
        if (makes(Mistake.LOSES_SIZE_HEIGHT) && item.has("size")) {
            ((ObjectNode) item.get("size")).remove("height");
        }
        if (makes(Mistake.CHANGES_NAME)) {
            item.put("name", "thing " + (last + 1));
        }
        if (makes(Mistake.ROUNDS_PRICE)) {
            item.put("price", Math.floor(item.get("price").asDouble() / 100));
        }
        return item;
    }

    private HttpResponse read(ObjectNode item, HttpRequest request) {
        ObjectNode shown =
                makes(Mistake.READS_FIRST_ITEM) ? items.values().iterator().next() : item;
        if (makes(Mistake.READ_COUNTS_STOCK)) {
            shown.put("stock", (shown.path("stock").asInt() + 1) % 50);
        }
        Headers tag = Headers.of("ETag", "\"" + shown.hashCode() + "\"");
        List<String> known = List.of(request.headers().text("If-None-Match").split(",\\s*"));
        return Stream.of("*", tag.text("ETag"), "W/" + tag.text("ETag")).anyMatch(known::contains)
                ? HttpResponse.of(304, tag)
                : json(200, shown).with(tag);
    }

    private HttpResponse replace(ObjectNode item, HttpRequest request) {
        ObjectNode sent = kept(body(request));
        ObjectNode old = item.deepCopy();
        int id = item.get("id").asInt();
        if (makes(Mistake.PUT_MAKES_ANOTHER)) {
            store(sent.deepCopy());
        }
        if (makes(Mistake.PUT_LOSES_ITEM)) {
            items.remove(id);
        }
        for (ObjectNode changed : makes(Mistake.PUT_CHANGES_ALL) ? List.copyOf(items.values()) : List.of(item)) {
            int own = changed.get("id").asInt();
            String since = changed.get("createdAt").asText();
            if (!makes(Mistake.PUT_MERGES)) {
                changed.removeAll();
            }
            changed.setAll(sent.deepCopy());
            changed.put("id", own).put("createdAt", since);
        }
        if (makes(Mistake.PUT_KEEPS_NAME)) {
            item.set("name", old.get("name"));
        }
        if (makes(Mistake.PUT_APPENDS_TAGS)) {
            item.put("stock", (old.path("stock").asInt() + 1) % 50);
        }
        return json(200, item);
    }

    private HttpResponse change(ObjectNode item, HttpRequest request) {
        ObjectNode sent = body(request);
        ObjectNode old = item.deepCopy();
        if (makes(Mistake.PATCH_IGNORED)) {
            return json(200, item);
        }
        if (makes(Mistake.PATCH_ANSWERS_ONLY)) {
            ObjectNode shown = item.deepCopy();
            shown.setAll(sent);
            return json(200, shown);
        }
        if (makes(Mistake.PATCH_LOSES_REST)) {
            item.remove(List.of("tags", "size", "parts"));
        }
        if (makes(Mistake.PATCH_CHANGES_OTHERS)) {
            items.values().forEach(other -> other.setAll(sent));
        }
        item.setAll(sent);
        if (makes(Mistake.PATCH_OF_ONE_LOSES_SIZE) && sent.size() == 1 && !sent.has("size")) {
            item.remove("size");
        }
        if (makes(Mistake.PATCH_CHANGES_ID)) {
            item.put("id", item.get("id").asInt() + 1000);
        }
        if (makes(Mistake.PATCH_CHANGES_BIRTH)) {
            item.put("createdAt", "2027-01-02T00:00:00Z");
        }
        if (makes(Mistake.PATCH_FALSE_IGNORED) && !sent.path("available").asBoolean(true)) {
            item.put("available", true);
        }
        return json(200, item);
    }

    private HttpResponse remove(ObjectNode item) {
        if (makes(Mistake.DELETE_REMOVES_ALL)) {
            items.clear();
        } else if (!makes(Mistake.DELETE_DOES_NOTHING)) {
            items.remove(item.get("id").asInt());
        }
        if (makes(Mistake.DELETE_STAYS_LISTED)) {
            ghosts.add(item);
        }
        return HttpResponse.of(204, Headers.none());
    }

    private final List<ObjectNode> ghosts = new ArrayList<>();

    private HttpResponse list(Route.Found route, HttpRequest request) {
        Query query = Query.of(request.query());
        Stream<ObjectNode> all =
                Stream.concat(items.values().stream(), ghosts.stream()).map(ObjectNode::deepCopy);
        List<ObjectNode> found = all.filter(item -> lets(item, query)).collect(Collectors.toCollection(ArrayList::new));
        first(query, "sort").ifPresent(member -> found.sort(order(member)));
        int total = found.size();
        if (makes(Mistake.LIST_LACKS_LAST) && !found.isEmpty()) {
            found.remove(found.size() - 1);
        }
        if (makes(Mistake.LIST_REPEATS)) {
            found.addAll(found);
        }
        if (makes(Mistake.LIST_SHOWS_OTHER_PRICE)) {
            found.forEach(item -> item.put("price", (item.get("price").asDouble() + 1) % 1000));
        }
        if (makes(Mistake.LIST_IN_ANY_ORDER) && turn++ % 2 == 0) {
            Collections.reverse(found);
        }
        int offset = makes(Mistake.OFFSET_IGNORED)
                ? 0
                : Math.max(0, Integer.parseInt(first(query, "offset").orElse("0")));
        int limit = makes(Mistake.LIMIT_IGNORED)
                ? 1000
                : Integer.parseInt(first(query, "limit").orElse("100"));
        int from = makes(Mistake.PAGE_OVERLAPS) && offset > 0
                ? offset - 1
                : makes(Mistake.PAGE_SKIPS) && offset > 0 ? offset + 1 : offset;
        ArrayNode page = JSON.arrayNode();
        found.stream().skip(from).limit(limit).forEach(page::add);
        Content json = route.operation().response(200).orElseThrow().contents().get(0);
        Content xml = route.operation().response(200).orElseThrow().contents().get(1);
        boolean isXml = Accept.of(request.headers())
                .best(List.of(json.type(), xml.type()))
                .filter(MediaType.of("application/xml")::equals)
                .isPresent();
        var written = CONTRACT.dialect().bodies().write(isXml ? xml : json, page);
        return HttpResponse.of(200, written.type().toString(), written.bytes())
                .with(Headers.of("X-Total", String.valueOf(total)));
    }

    private static Comparator<ObjectNode> order(String member) {
        if (member.equals("-created")) {
            return Comparator.<ObjectNode>comparingInt(item -> item.get("id").asInt())
                    .reversed();
        }
        return member.equals("price")
                ? Comparator.comparing(item -> item.get("price").decimalValue())
                : Comparator.comparing(item -> item.get("name").asText());
    }

    private static Optional<String> first(Query query, String name) {
        return query.named(name).stream()
                .map(Query.Pair::value)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private boolean lets(ObjectNode item, Query query) {
        boolean kind =
                first(query, "kind").map(item.path("kind").asText()::equals).orElse(true);
        boolean asked = first(query, "kind").isPresent();
        boolean available = first(query, "available")
                .map(text -> Boolean.parseBoolean(text)
                        == item.path("available").asBoolean(false)
                        != makes(Mistake.FILTER_AVAILABLE_INVERTED))
                .orElse(true);
        boolean price = first(query, "minPrice")
                .map(text -> item.path("price").asDouble() >= Double.parseDouble(text))
                .orElse(true);
        boolean tag = first(query, "tag")
                .map(text -> StreamSupport.stream(item.path("tags").spliterator(), false)
                        .anyMatch(one -> one.asText().equals(text)))
                .orElse(true);
        if (makes(Mistake.FILTER_KIND_LOSES) && asked && item.get("id").asInt() % 2 == 0) {
            return false;
        }
        return (kind || makes(Mistake.FILTER_KIND_IGNORED))
                && available
                && (price || makes(Mistake.FILTER_PRICE_IGNORED))
                && (tag || makes(Mistake.FILTER_TAG_IGNORED));
    }

    private HttpResponse note(String id, HttpRequest request) {
        int item = number(request);
        Map<String, ObjectNode> own = notes.get(
                makes(Mistake.NOTES_OF_ALL) ? items.keySet().iterator().next() : item);
        String[] segments = request.path().split("/");
        switch (id) {
            case "listNotes" -> {
                ObjectNode shown = JSON.objectNode();
                ArrayNode all = shown.putArray("notes");
                own.values().forEach(all::add);
                return json(200, shown);
            }
            case "addNote" -> {
                ObjectNode note = JSON.objectNode()
                        .put(
                                "id",
                                UUID.nameUUIDFromBytes(new byte[] {(byte) ++last, (byte) (last >> 8)})
                                        .toString());
                note.set("text", body(request).get("text"));
                if (!makes(Mistake.NOTE_LOST)) {
                    own.put(note.get("id").asText(), note);
                }
                return json(201, note);
            }
            default -> {
                ObjectNode note = own.get(segments[4].toLowerCase(Locale.ROOT));
                if (note == null) {
                    return problem(404, "No such note");
                }
                if (id.equals("removeNote")) {
                    own.remove(note.get("id").asText());
                    return HttpResponse.of(204, Headers.none());
                }
                return json(200, note);
            }
        }
    }

    private static ObjectNode body(HttpRequest request) {
        try {
            JsonNode body = READER.read(request.body());
            return body instanceof ObjectNode object ? object : JSON.objectNode();
        } catch (MalformedBody e) {
            return JSON.objectNode();
        }
    }

    static HttpResponse json(int status, JsonNode body) {
        return HttpResponse.of(status, "application/json", READER.write(body));
    }

    static HttpResponse problem(int status, String title) {
        return HttpResponse.of(
                status,
                "application/problem+json",
                READER.write(JSON.objectNode().put("title", title)));
    }
}
