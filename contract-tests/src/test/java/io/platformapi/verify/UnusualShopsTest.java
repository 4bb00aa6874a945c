package io.platformapi.verify;

import static io.platformapi.verify.ShopRow.answering;
import static io.platformapi.verify.ShopRow.changed;
import static io.platformapi.verify.ShopRow.isOf;
import static io.platformapi.verify.ShopRow.mistaking;
import static io.platformapi.verify.ShopRow.object;
import static io.platformapi.verify.ShopRow.status;
import static io.platformapi.verify.ShopRow.text;
import static io.platformapi.verify.ShopRow.with;
import static io.platformapi.verify.ShopRow.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.Failure;
import io.platformapi.verify.checks.Failure.Blame;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A shop that keeps its contract in a way of its own is not blamed; more seeds by {@code -Dshop.seeds=50}. */
class UnusualShopsTest {

    private static final int SEEDS = Integer.getInteger("shop.seeds", 1);
    private static final int EVERY = Integer.getInteger("shop.every", 6);

    /** Ways that were called mistakes before anybody ran all of these. */
    private static final Set<String> BLAMED_ONCE = Set.of("a slash behind Location");

    @ParameterizedTest(name = "{0}")
    @MethodSource("some")
    void isNotBlamed(ShopRow row) {
        assertThat(LongStream.rangeClosed(1, SEEDS)
                        .boxed()
                        .flatMap(
                                seed -> ShopMistakesTest.outcome(row.server().get(), List.of(), seed).causes().stream())
                        .map(Cause::first)
                        .filter(failure -> failure.blame() == Blame.SERVER)
                        .map(Failure::toString))
                .as(row.name())
                .isEmpty();
    }

    static Stream<ShopRow> some() {
        List<ShopRow> all = unusual().toList();
        return IntStream.range(0, all.size())
                .filter(i -> i % EVERY == 0 || BLAMED_ONCE.contains(all.get(i).name()))
                .mapToObj(all::get);
    }

    private static ShopRow silent(String name, BiFunction<HttpRequest, HttpResponse, HttpResponse> change) {
        return changed(name, "", change);
    }

    private static HttpResponse json(HttpResponse answer, Consumer<ObjectNode> change) {
        return answer.headers().text("Content-Type").equals("application/json")
                        && answer.text().startsWith("{")
                ? object(answer, change)
                : answer;
    }

    /** A shop that keeps what it is sent in a spelling of its own. */
    private static ShopRow keeping(String name, Consumer<ObjectNode> change) {
        return mistaking(name, "", request -> {
            try {
                if (request.hasBody()
                        && new Json().read(request.body()) instanceof ObjectNode object
                        && isRight(object)) {
                    change.accept(object);
                    return new HttpRequest(
                            request.method(),
                            request.path(),
                            request.query(),
                            request.headers(),
                            new Json().write(object));
                }
            } catch (MalformedBody e) {
                // refused as it is
            }
            return request;
        });
    }

    private static boolean isRight(ObjectNode object) {
        return Shop.CONTRACT.schema("NewItem").orElseThrow().faults(object).isEmpty();
    }

    private static void texts(ObjectNode object, String name, UnaryOperator<String> change) {
        if (object.path(name).isTextual()) {
            object.put(name, change.apply(object.get(name).asText()));
        }
    }

    static Stream<ShopRow> unusual() {
        int[] count = {0};
        return Stream.of(
                silent("as it is", (request, answer) -> answer),
                silent(
                        "a request id in every answer",
                        (request, answer) -> json(
                                answer,
                                item -> item.put("requestId", UUID.randomUUID().toString()))),
                silent(
                        "the time of each answer",
                        (request, answer) ->
                                json(answer, item -> item.put("servedAt", String.valueOf(System.nanoTime())))),
                silent(
                        "how often it was seen",
                        (request, answer) -> json(answer, item -> item.put("views", count[0]++))),
                silent(
                        "links",
                        (request, answer) ->
                                json(answer, item -> item.putObject("_links").put("self", "x" + count[0]++))),
                silent(
                        "members nobody declared",
                        (request, answer) ->
                                json(answer, item -> item.putArray("more").add(1))),
                silent(
                        "a charset in capitals",
                        (request, answer) ->
                                answer.headers().text("Content-Type").equals("application/json")
                                        ? with(answer, "Content-Type", "application/json; charset=UTF-8")
                                        : answer),
                silent(
                        "types in capitals",
                        (request, answer) ->
                                answer.headers().text("Content-Type").equals("application/json")
                                        ? with(answer, "Content-Type", "Application/JSON;Charset=\"utf-8\"")
                                        : answer),
                silent(
                        "JSON on many lines",
                        (request, answer) ->
                                answer.headers().text("Content-Type").equals("application/json")
                                        ? text(answer, pretty(answer))
                                        : answer),
                silent(
                        "no HEAD",
                        (request, answer) -> request.method().equals("HEAD")
                                ? Shop.problem(405, "No").with(Headers.of("Allow", allowed(request)))
                                : answer),
                silent(
                        "no OPTIONS",
                        (request, answer) -> request.method().equals("OPTIONS") ? Shop.problem(404, "No") : answer),
                silent(
                        "501 for other methods",
                        (request, answer) -> answer.status() == 405 ? Shop.problem(501, "No") : answer),
                silent(
                        "404 for other methods",
                        (request, answer) -> answer.status() == 405 ? Shop.problem(404, "No") : answer),
                silent(
                        "401 for other paths",
                        (request, answer) ->
                                answer.status() == 404 && !request.path().startsWith("/items")
                                        ? Shop.problem(401, "No")
                                        : answer),
                silent(
                        "weak tags",
                        (request, answer) -> answer.headers().has("ETag")
                                        && !request.headers().has("If-None-Match")
                                ? with(answer, "ETag", "W/" + answer.headers().text("ETag"))
                                : request.headers().text("If-None-Match").startsWith("W/")
                                        ? HttpResponse.of(
                                                304,
                                                Headers.of(
                                                        "ETag",
                                                        request.headers().text("If-None-Match")))
                                        : answer),
                silent(
                        "an address as Location",
                        (request, answer) -> answer.headers().has("Location")
                                ? with(
                                        answer,
                                        "Location",
                                        "https://shop.example"
                                                + answer.headers().text("Location"))
                                : answer),
                silent(
                        "a slash behind Location",
                        (request, answer) -> answer.headers().has("Location")
                                ? with(answer, "Location", answer.headers().text("Location") + "/")
                                : answer),
                silent(
                        "fields of its own",
                        (request, answer) -> answer.with(Headers.of(
                                "X-Powered-By",
                                "shop",
                                "Server",
                                "shop/1",
                                "Vary",
                                "Accept",
                                "Cache-Control",
                                "no-store"))),
                silent(
                        "a length of nought in 204",
                        (request, answer) -> answer.status() == 204 ? with(answer, "Content-Length", "0") : answer),
                silent(
                        "gone twice is gone",
                        (request, answer) -> answer.status() == 404 && isOf("removeItem", request)
                                ? HttpResponse.of(204, Headers.none())
                                : answer),
                silent(
                        "refusals that repeat what was sent",
                        (request, answer) -> answer.status() == 400
                                ? Shop.problem(400, "Not right: " + ShopRow.body(request) + request.target())
                                : answer),
                silent(
                        "refusals of a validator",
                        (request, answer) -> answer.status() == 400
                                ? Shop.problem(
                                        400, "ValidationError: select an item from the list; price must be at least(0)")
                                : answer),
                silent(
                        "a reference to its documentation",
                        (request, answer) -> answer.status() == 400
                                ? Shop.problem(
                                        400, "See https://shop.example/var/docs/errors/400.html and /items/errors")
                                : answer),
                silent(
                        "415 for bodies it cannot read",
                        (request, answer) -> answer.status() == 400
                                        && isOf("addItem", request)
                                        && !ShopRow.body(request).startsWith("{")
                                ? status(answer, 415)
                                : answer),
                silent(
                        "413 for what is long",
                        (request, answer) -> request.body().length > 10_000 ? Shop.problem(413, "Too long") : answer),
                silent(
                        "414 for long queries",
                        (request, answer) -> request.query().length() > 1000 ? Shop.problem(414, "Too long") : answer),
                silent(
                        "fractions of nought",
                        (request, answer) -> answer.headers()
                                        .text("Content-Type")
                                        .equals("application/json")
                                ? text(answer, answer.text().replaceAll("\"price\":(\\d+)([,}])", "\"price\":$1.0$2"))
                                : answer),
                silent(
                        "letters escaped",
                        (request, answer) ->
                                answer.headers().text("Content-Type").equals("application/json")
                                        ? text(answer, answer.text().replace("\"name\"", "\"\\u006eame\""))
                                        : answer),
                keeping("trims names", item -> texts(item, "name", String::strip)),
                keeping(
                        "small letters in addresses",
                        item -> texts(item, "mail", text -> text.toLowerCase(Locale.ROOT))),
                keeping("small letters in UUIDs", item -> texts(item, "sku", text -> text.toLowerCase(Locale.ROOT))),
                keeping(
                        "moments in UTC",
                        item -> texts(
                                item,
                                "released",
                                text -> OffsetDateTime.parse(text).toInstant().toString())),
                keeping(
                        "moments without fractions",
                        item -> texts(
                                item,
                                "released",
                                text -> OffsetDateTime.parse(text)
                                        .toInstant()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString())),
                keeping("available by default", item -> {
                    if (!item.has("available")) {
                        item.put("available", true);
                    }
                }),
                keeping("null for no remark", item -> {
                    if (!item.has("remark")) {
                        item.putNull("remark");
                    }
                }),
                keeping("tags in order", item -> {
                    if (item.path("tags").isArray()) {
                        List<JsonNode> tags = new ArrayList<>();
                        item.get("tags").forEach(tags::add);
                        tags.sort(Comparator.comparing(JsonNode::asText));
                        ((ArrayNode) item.get("tags")).removeAll().addAll(tags);
                    }
                }),
                mistaking(
                        "ten a page where nothing is asked",
                        "",
                        request -> isOf("listItems", request)
                                        && !request.query().contains("limit=")
                                        && request.method().equals("GET")
                                ? request.withQuery(
                                        request.query().isEmpty() ? "limit=10" : request.query() + "&limit=10")
                                : request),
                answering(
                        "a location without a body's id",
                        "",
                        "addNote",
                        201,
                        answer -> with(answer, "X-Note", "new"),
                        "addItem"),
                silent(
                        "busy now and then",
                        (request, answer) -> count[0]++ % 150 == 149
                                ? HttpResponse.of(429, Headers.of("Retry-After", "0"))
                                : answer),
                silent(
                        "no challenge",
                        (request, answer) -> answer.status() == 401 ? without(answer, "WWW-Authenticate") : answer));
    }

    private static String allowed(HttpRequest request) {
        return Stream.of("GET", "POST", "PUT", "PATCH", "DELETE")
                .filter(method ->
                        Shop.CONTRACT.route(request.withMethod(method)) instanceof io.platformapi.contract.Route.Found)
                .reduce((all, one) -> all + ", " + one)
                .orElse("");
    }

    private static String pretty(HttpResponse answer) {
        try {
            return answer.body().length == 0
                    ? ""
                    : new Json().read(answer.body()).toPrettyString();
        } catch (MalformedBody e) {
            throw new IllegalStateException(e);
        }
    }
}
