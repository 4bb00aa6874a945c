package io.platformapi.verify;

import static io.platformapi.verify.ShopRow.answering;
import static io.platformapi.verify.ShopRow.changed;
import static io.platformapi.verify.ShopRow.isOf;
import static io.platformapi.verify.ShopRow.status;
import static io.platformapi.verify.ShopRow.with;

import io.platformapi.contract.http.HttpRequest;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Shops that answer with a status that is none, fail, or show how they are built. */
final class MistakesOfStatuses {

    private MistakesOfStatuses() {}

    static Stream<ShopRow> rows() {
        int[] count = {0};
        return Stream.of(
                answering("200 for 201", "documented-status", "addItem", 201, answer -> status(answer, 200)),
                answering(
                        "202 for 200",
                        "documented-status",
                        "getItem",
                        200,
                        answer -> status(answer, 202),
                        "addItem",
                        "getItem"),
                answering(
                        "200 for 204",
                        "documented-status",
                        "removeItem",
                        204,
                        answer -> status(answer, 200),
                        "addItem",
                        "getItem",
                        "removeItem"),
                answering("418 for 400", "documented-status", "addItem", 400, answer -> status(answer, 418)),
                answering("422 for 400", "documented-status", "addItem", 400, answer -> status(answer, 422)),
                answering("409 for 400", "documented-status", "listItems", 400, answer -> status(answer, 409)),
                answering(
                        "302 for 200",
                        "documented-status",
                        "getItem",
                        200,
                        answer -> with(status(answer, 302), "Location", "/login"),
                        "addItem",
                        "getItem"),
                answering("500 for 400", "no-server-error", "addItem", 400, answer -> Shop.problem(500, "Oops")),
                answering(
                        "500 for 404",
                        "no-server-error",
                        "getItem",
                        404,
                        answer -> Shop.problem(500, "Oops"),
                        "addItem",
                        "getItem"),
                changed(
                        "501 for 405",
                        "no-server-error",
                        (request, answer) -> answer.status() == 405 ? Shop.problem(501, "No such method") : answer,
                        "listItems"),
                answering("503 for 405", "no-server-error", "listItems", 200, answer -> Shop.problem(503, "Oops")),
                failing(
                        "fails for characters that are not seen",
                        request -> ShopRow.body(request).contains("\\u202E"),
                        "addItem"),
                failing(
                        "fails for zero characters in queries",
                        request -> request.query().contains("%00"),
                        "listItems"),
                failing("fails for long texts", request -> request.body().length > 15_000, "addItem"),
                failing("fails for long queries", request -> request.query().length() > 1500, "listItems"),
                failing(
                        "fails for deep bodies",
                        request -> ShopRow.body(request).contains("[[[[[[[["),
                        "addItem"),
                failing(
                        "fails for deep members",
                        request -> ShopRow.body(request).contains("{\"a\":{\"a\":{"),
                        "addItem"),
                failing(
                        "fails for a body of null",
                        request -> ShopRow.body(request).equals("null"),
                        "addItem"),
                failing(
                        "fails for a list in place of an object",
                        request -> ShopRow.body(request).equals("[]"),
                        "addItem"),
                failing(
                        "fails for other scripts",
                        request -> ShopRow.body(request).matches("(?s).*[\\u3040-\\uFFFF].*"),
                        "addItem"),
                failing(
                        "fails for apostrophes",
                        request -> ShopRow.body(request).contains("'"),
                        "addItem"),
                failing(
                        "fails for numbers beyond 64 bits",
                        request -> ShopRow.body(request).contains("9223372036854775808"),
                        "addItem"),
                failing(
                        "fails for repeated parameters",
                        request -> request.query().matches(".*limit=1&limit=1.*"),
                        "listItems"),
                failing(
                        "fails for empty parameters",
                        request -> (request.query() + "&").contains("limit=&"),
                        "listItems"),
                failing("fails for emoji in queries", request -> request.query().contains("%F0%9F"), "listItems"),
                failing(
                        "fails for unknown members",
                        request -> ShopRow.body(request).contains("xUnknown"),
                        "addItem"),
                failing(
                        "fails without Accept",
                        request -> request.headers().text("Accept").contains("not-offered"),
                        "listItems"),
                failing(
                        "fails for wrong credentials",
                        request -> request.headers().text("Authorization").contains("nobodys"),
                        "listItems"),
                failing("fails for OPTIONS", request -> request.method().equals("OPTIONS"), "listItems"),
                changed(
                        "grows weary",
                        "no-server-error",
                        (request, answer) ->
                                isOf("getItem", request) && count[0]++ > 15 ? Shop.problem(500, "Tired") : answer,
                        "addItem",
                        "getItem"),
                answering(
                        "shows a trace of Java",
                        "internals-hidden",
                        "addItem",
                        400,
                        answer -> Shop.problem(
                                400, "java.lang.IllegalStateException: x\n\tat com.shop.Item.add(Item.java:12)")),
                answering(
                        "shows a trace of Python",
                        "internals-hidden",
                        "addItem",
                        400,
                        answer -> Shop.problem(
                                400, "Traceback (most recent call last):\n  File \"/srv/app/main.py\", line 3")),
                answering(
                        "shows SQL",
                        "internals-hidden",
                        "getItem",
                        404,
                        answer -> Shop.problem(404, "SELECT * FROM items WHERE id = 7"),
                        "addItem",
                        "getItem"),
                answering(
                        "shows a fault of SQL",
                        "internals-hidden",
                        "addItem",
                        400,
                        answer -> Shop.problem(
                                400, "ERROR: duplicate key value violates unique constraint \"items_pk\"")),
                failing(
                        "fails for parameters that nobody knows",
                        request -> request.query().contains("xUnknown"),
                        "listItems"),
                failing(
                        "fails for texts of two lines",
                        request -> ShopRow.body(request).contains("\\n"),
                        "addItem"),
                answering(
                        "loses emoji",
                        "created-is-kept",
                        "addItem",
                        201,
                        answer -> ShopRow.object(
                                answer,
                                item -> item.put(
                                        "name", item.path("name").asText().replaceAll("[^\\x00-\\uFFFF]", "?"))),
                        "addItem",
                        "getItem"),
                answering(
                        "shows a path",
                        "internals-hidden",
                        "addItem",
                        400,
                        answer -> Shop.problem(400, "cannot open /var/lib/shop/items.db")),
                answering(
                        "shows a class",
                        "internals-hidden",
                        "listItems",
                        400,
                        answer -> Shop.problem(400, "org.springframework.web.BindException")),
                answering(
                        "shows a fault by its name",
                        "internals-hidden",
                        "addItem",
                        400,
                        answer -> Shop.problem(400, "KeyError: 'price'")),
                answering(
                        "shows a trace of JavaScript",
                        "internals-hidden",
                        "addItem",
                        400,
                        answer -> Shop.problem(400, "TypeError: x is undefined at add (/app/src/items.js:10:5)")));
    }

    private static ShopRow failing(String name, Predicate<HttpRequest> which, String... operations) {
        return changed(
                name,
                "no-server-error",
                (request, answer) -> which.test(request) ? Shop.problem(500, "Oops") : answer,
                operations);
    }
}
