package io.platformapi.verify;

import static io.platformapi.verify.ShopRow.answering;
import static io.platformapi.verify.ShopRow.bytes;
import static io.platformapi.verify.ShopRow.changed;
import static io.platformapi.verify.ShopRow.forgetful;
import static io.platformapi.verify.ShopRow.isOf;
import static io.platformapi.verify.ShopRow.lenient;
import static io.platformapi.verify.ShopRow.mistaking;
import static io.platformapi.verify.ShopRow.object;
import static io.platformapi.verify.ShopRow.status;
import static io.platformapi.verify.ShopRow.strict;
import static io.platformapi.verify.ShopRow.strictAbout;
import static io.platformapi.verify.ShopRow.text;
import static io.platformapi.verify.ShopRow.with;
import static io.platformapi.verify.ShopRow.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.verify.Shop.Mistake;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Failure.Blame;
import io.platformapi.verify.checks.Target;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A shop that makes one mistake is blamed for it, by the check that is for that. */
class ShopMistakesTest {

    private static final int EVERY = Integer.getInteger("shop.every", 7);

    static Outcome outcome(Target target, List<String> operations, long seed) {
        Credentials credentials = Credentials.of(Headers.of("Authorization", "Bearer key"), Shop.CONTRACT);
        Cases cases = new Cases(Shop.CONTRACT, credentials, new Budget(2, 400, seed));
        Checks checks = Checks.of(Shop.CONTRACT, Undocumented.ALLOWED);
        return new Verification(cases, checks, target, Verification.Progress.NONE)
                .outcome(Shop.CONTRACT.operations().stream()
                        .filter(operation -> operations.isEmpty() || operations.contains(operation.id()))
                        .toList());
    }

    @Test
    void findsNothingWrongWithTheRightShopAndReachesAllOfIt() {
        Outcome outcome = outcome(new Shop(), List.of(), 1);

        assertThat(outcome.causes()).extracting(Outcome.Cause::first).isEmpty();
        assertThat(outcome.tested()).hasSize(Shop.CONTRACT.operations().size());
        assertThat(outcome.untested()).isEmpty();
    }

    /** Every so many of the mistakes, and all of them by {@code -Dshop.every=1}. */
    static Stream<ShopRow> mistakes() {
        List<ShopRow> all = Stream.of(
                        memories(), strictness(), leniency(), bodies(), statuses(), fields(), credentials())
                .flatMap(rows -> rows)
                .toList();
        return IntStream.range(0, all.size()).filter(i -> i % EVERY == 0).mapToObj(all::get);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isBlamed(ShopRow row) {
        Set<String> found = outcome(row.server().get(), row.operations(), 1).causes().stream()
                .map(Outcome.Cause::first)
                .filter(failure -> failure.blame() == Blame.SERVER)
                .map(failure -> failure.check())
                .collect(Collectors.toSet());

        assertThat(found).as(row.name()).contains(row.check());
    }

    static Stream<ShopRow> memories() {
        return Stream.of(
                forgetful(Mistake.LOSES_TAGS, "created-is-kept"),
                forgetful(Mistake.LOSES_SIZE_HEIGHT, "created-is-kept"),
                forgetful(Mistake.CHANGES_NAME, "created-is-kept"),
                forgetful(Mistake.ROUNDS_PRICE, "created-is-kept"),
                forgetful(Mistake.FORGETS_NEW_ITEMS, "created-is-found"),
                forgetful(Mistake.SAME_ID, "created-is-found"),
                forgetful(Mistake.LOCATION_OF_ANOTHER, "created-is-found"),
                forgetful(Mistake.READS_FIRST_ITEM, "asked-is-answered"),
                forgetful(Mistake.ANSWERS_UNKNOWN, "asked-is-answered"),
                forgetful(Mistake.NOTES_OF_ALL, "asked-is-answered", "addItem", "addNote", "getNote", "getItem"),
                forgetful(Mistake.NOTE_LOST, "created-is-found", "addItem", "addNote", "getNote", "getItem"),
                forgetful(Mistake.LIST_LACKS_LAST, "created-is-listed"),
                forgetful(Mistake.LIST_REPEATS, "created-is-listed"),
                forgetful(Mistake.LIST_SHOWS_OTHER_PRICE, "created-is-listed"),
                forgetful(Mistake.LIST_IN_ANY_ORDER, "same-again"),
                forgetful(Mistake.READ_COUNTS_STOCK, "same-again"),
                forgetful(Mistake.FILTER_KIND_IGNORED, "filter-keeps-what-it-says"),
                forgetful(Mistake.FILTER_KIND_LOSES, "filter-keeps-what-it-says"),
                forgetful(Mistake.FILTER_AVAILABLE_INVERTED, "filter-keeps-what-it-says"),
                forgetful(Mistake.FILTER_PRICE_IGNORED, "filter-keeps-what-it-says"),
                forgetful(Mistake.FILTER_TAG_IGNORED, "filter-keeps-what-it-says"),
                forgetful(Mistake.LIMIT_IGNORED, "paging-loses-nothing"),
                forgetful(Mistake.PAGE_OVERLAPS, "paging-loses-nothing"),
                forgetful(Mistake.PAGE_SKIPS, "paging-loses-nothing"),
                forgetful(Mistake.OFFSET_IGNORED, "paging-loses-nothing"),
                forgetful(Mistake.PUT_KEEPS_NAME, "change-is-kept"),
                forgetful(Mistake.PUT_LOSES_ITEM, "change-is-kept"),
                forgetful(Mistake.PUT_MAKES_ANOTHER, "rest-is-kept"),
                forgetful(Mistake.PUT_CHANGES_ALL, "rest-is-kept"),
                forgetful(Mistake.PUT_APPENDS_TAGS, "repeat-changes-nothing"),
                forgetful(Mistake.PATCH_IGNORED, "change-is-kept"),
                forgetful(Mistake.PATCH_ANSWERS_ONLY, "change-is-kept"),
                forgetful(Mistake.PATCH_FALSE_IGNORED, "change-is-kept"),
                forgetful(Mistake.PATCH_LOSES_REST, "rest-is-kept"),
                forgetful(Mistake.PATCH_CHANGES_OTHERS, "rest-is-kept"),
                forgetful(Mistake.REFUSED_PUT_IS_DONE, "refused-changes-nothing"),
                forgetful(Mistake.REFUSED_PATCH_IS_DONE, "refused-changes-nothing"),
                forgetful(Mistake.REFUSED_POST_IS_DONE, "refused-changes-nothing"),
                forgetful(Mistake.DELETE_DOES_NOTHING, "removed-is-gone"),
                forgetful(Mistake.DELETE_STAYS_LISTED, "removed-is-gone"),
                forgetful(Mistake.DELETE_REMOVES_ALL, "rest-is-kept"),
                forgetful(Mistake.SECOND_DELETE_FAILS, "no-server-error"),
                changed(
                        "XML has other prices",
                        "same-in-every-format",
                        (request, answer) ->
                                answer.headers().text("Content-Type").contains("xml")
                                        ? text(answer, answer.text().replaceAll("<price>[^<]*", "<price>1"))
                                        : answer,
                        "listItems",
                        "addItem",
                        "getItem"));
    }

    static Stream<ShopRow> strictness() {
        Stream<ShopRow> texts = Stream.of(
                        "\"book\"",
                        "\"toy\"",
                        "\"available\":false",
                        "\"available\":true",
                        "O'Neil",
                        "😀",
                        "日本",
                        "Zoë",
                        "+b@",
                        "\"stock\":0",
                        "\"stock\":50",
                        "\"tags\":[]",
                        "\"remark\":null",
                        "xUnknown",
                        "\"mail\"",
                        "\"released\"",
                        "\"code\"",
                        "\"parts\"",
                        "\\u00",
                        "2024-02-29",
                        "+02:00",
                        "+05:30",
                        "\"price\":0,",
                        "\"price\":1000",
                        "\"price\":0.5",
                        "\"width\":99",
                        "\"height\":0",
                        "\"count\":9",
                        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"",
                        "\"name\":\"x\"",
                        "a<b>",
                        "50%")
                .map(text -> strictAbout(text, "addItem"));
        Stream<ShopRow> absent = Stream.of("size", "mail", "code", "remark", "tags", "parts", "stock", "released")
                .map(name -> strict(
                        "a body without " + name,
                        request -> request.hasBody() && !ShopRow.body(request).contains("\"" + name + "\""),
                        "addItem"));
        Stream<ShopRow> query = Stream.of(
                        "kind=tool",
                        "available=false",
                        "available=true",
                        "limit=1&",
                        "limit=100&",
                        "offset=0&",
                        "sort=price",
                        "minPrice=",
                        "tag=",
                        "since=")
                .map(pair -> strict(pair, request -> (request.query() + "&").contains(pair), "listItems"));
        return Stream.of(
                        texts,
                        absent,
                        query,
                        Stream.of(
                                strict(
                                        "capitals in a UUID",
                                        request -> ShopRow.body(request).matches("(?s).*\"sku\":\"[^\"]*[A-F].*"),
                                        "addItem"),
                                strict(
                                        "a charset",
                                        request -> request.headers()
                                                .text("Content-Type")
                                                .contains("charset"),
                                        "addItem"),
                                strict(
                                        "a type in capitals",
                                        request -> request.headers()
                                                .text("Content-Type")
                                                .contains("JSON"),
                                        "addItem"),
                                strict(
                                        "JSON on many lines",
                                        request -> ShopRow.body(request).contains("\n"),
                                        "addItem"),
                                strict(
                                        "no query",
                                        request -> isOf("listItems", request)
                                                && request.query().isEmpty(),
                                        "listItems"),
                                strict(
                                        "light cookies",
                                        request ->
                                                request.headers().text("Cookie").contains("light"),
                                        "listItems"),
                                strict("any trace", request -> request.headers().has("X-Trace"), "listItems"),
                                strict(
                                        "to accept anything",
                                        request ->
                                                request.headers().text("Accept").equals("*/*"),
                                        "listItems"),
                                strict(
                                        "price alone",
                                        request -> ShopRow.body(request).matches("\\{\"price\":[^,]*}"),
                                        "addItem",
                                        "getItem",
                                        "changeItem"),
                                strict(
                                        "falsehood in changes",
                                        request -> isOf("changeItem", request)
                                                && ShopRow.body(request).contains("false"),
                                        "addItem",
                                        "getItem",
                                        "changeItem")))
                .flatMap(rows -> rows);
    }

    static Stream<ShopRow> leniency() {
        return Stream.of(
                lenient("body /name", "type", "addItem"),
                lenient("body /name", "minLength", "addItem"),
                lenient("body /name", "maxLength", "addItem"),
                lenient("body /name", "required", "addItem"),
                lenient("body /kind", "enum", "addItem"),
                lenient("body /price", "type", "addItem"),
                lenient("body /price", "minimum", "addItem"),
                lenient("body /price", "maximum", "addItem"),
                lenient("body /stock", "type", "addItem"),
                lenient("body /stock", "maximum", "addItem"),
                lenient("body /available", "type", "addItem"),
                lenient("body /tags", "maxItems", "addItem"),
                lenient("body /tags", "uniqueItems", "addItem"),
                lenient("body /tags", "type", "addItem"),
                lenient("body /tags/.*", "minLength", "addItem"),
                lenient("body /tags/.*", "type", "addItem"),
                lenient("body /mail", "format.*", "addItem"),
                lenient("body /sku", "format.*", "addItem"),
                lenient("body /released", "format.*", "addItem"),
                lenient("body /day", "format.*", "addItem"),
                lenient("body /remark", "type", "addItem"),
                lenient("body /code", "pattern", "addItem"),
                lenient("body /size", "type", "addItem"),
                lenient("body /size/width", "required", "addItem"),
                lenient("body /size/width", "exclusiveMinimum", "addItem"),
                lenient("body /size/width", "maximum", "addItem"),
                lenient("body /size/height", "multipleOf", "addItem"),
                lenient("body /size/.*", "additionalProperties", "addItem"),
                lenient("body /parts", "minItems", "addItem"),
                lenient("body /parts/\\d+/label", "required", "addItem"),
                lenient("body /parts/\\d+/label", "maxLength", "addItem"),
                lenient("body /parts/\\d+/count", "minimum", "addItem"),
                lenient("body", "required", "addItem"),
                lenient("body", "type", "addItem"),
                lenient("body", "malformed", "addItem"),
                lenient("body", "minProperties", "addItem", "getItem", "changeItem"),
                lenient("body /price", "maximum", "addItem", "getItem", "replaceItem"),
                lenient("query limit", "type", "listItems"),
                lenient("query limit", "minimum", "listItems"),
                lenient("query limit", "maximum", "listItems"),
                lenient("query offset", ".*", "listItems"),
                lenient("query kind", "enum", "listItems"),
                lenient("query available", "type", "listItems"),
                lenient("query tag", "maxLength", "listItems"),
                lenient("query since", "format.*", "listItems"),
                lenient("header X-Trace", "format.*", "listItems"),
                lenient("cookie theme", "enum", "listItems"),
                new ShopRow(
                        "takes texts for numbers",
                        "invalid-request-refused",
                        () -> new Shop()
                                .overlooking(violation -> violation.received().matches("\"-?[0-9.]+\"")
                                        && violation.place().equals("body /stock")),
                        List.of("addItem")),
                new ShopRow(
                        "takes null for nothing",
                        "invalid-request-refused",
                        () -> new Shop()
                                .overlooking(violation -> violation.received().equals("null")
                                        && violation.place().equals("body /tags")),
                        List.of("addItem")),
                new ShopRow(
                        "takes kinds in capitals",
                        "invalid-request-refused",
                        () -> new Shop()
                                .overlooking(violation -> violation.received().matches("\"(TOOL|TOY|BOOK)\"")),
                        List.of("addItem")),
                new ShopRow(
                        "takes codes with more behind",
                        "invalid-request-refused",
                        () -> new Shop()
                                .overlooking(violation -> violation.received().matches("\"[A-Z]{2}[0-9]{3}.+\"")),
                        List.of("addItem")),
                new ShopRow(
                        "takes days that there are not",
                        "invalid-request-refused",
                        () -> new Shop()
                                .overlooking(violation -> violation.received().matches("\"\\d{4}-\\d{2}-\\d{2}\"")),
                        List.of("addItem")),
                new ShopRow(
                        "takes prices a little below",
                        "invalid-request-refused",
                        () -> new Shop()
                                .overlooking(violation -> violation.received().equals("-0.01")),
                        List.of("addItem")),
                new ShopRow(
                        "takes fractions of stock",
                        "invalid-request-refused",
                        () -> new Shop()
                                .overlooking(violation -> violation.place().equals("body /stock")
                                        && violation.received().matches("\\d+\\.5")),
                        List.of("addItem")));
    }

    static Stream<ShopRow> bodies() {
        return Stream.of(
                answering(
                        "no id",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> object(answer, item -> item.remove("id")),
                        "addItem",
                        "getItem"),
                answering(
                        "id a text",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> object(answer, item -> item.put("id", "seven")),
                        "addItem",
                        "getItem"),
                answering(
                        "name null",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> object(answer, item -> item.putNull("name")),
                        "addItem",
                        "getItem"),
                answering(
                        "name empty",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> object(answer, item -> item.put("name", "")),
                        "addItem",
                        "getItem"),
                answering(
                        "name too long",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> object(answer, item -> item.put("name", "x".repeat(31))),
                        "addItem",
                        "getItem"),
                answering(
                        "price a little too high",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> object(answer, item -> item.put("price", 1000.01)),
                        "addItem",
                        "getItem"),
                answering(
                        "price below",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> object(answer, item -> item.put("price", -1)),
                        "addItem",
                        "getItem"),
                answering(
                        "another kind",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> object(answer, item -> item.put("kind", "Tool")),
                        "addItem",
                        "getItem"),
                answering(
                        "no moment",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> object(answer, item -> item.put("createdAt", "2026-01-01 00:00")),
                        "addItem",
                        "getItem"),
                answering(
                        "a member twice",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> text(answer, answer.text().replaceFirst("\\{", "{\"id\":1,")),
                        "addItem",
                        "getItem"),
                answering(
                        "text behind",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> text(answer, answer.text() + "}"),
                        "addItem",
                        "getItem"),
                answering(
                        "a second value behind",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> text(answer, answer.text() + " {}"),
                        "addItem",
                        "getItem"),
                answering(
                        "cut off",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> text(answer, answer.text().substring(0, 20)),
                        "addItem",
                        "getItem"),
                answering(
                        "nothing", "documented-body", "getItem", 200, answer -> text(answer, ""), "addItem", "getItem"),
                answering(
                        "null",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> text(answer, "null"),
                        "addItem",
                        "getItem"),
                answering(
                        "a list of one",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> text(answer, "[" + answer.text() + "]"),
                        "addItem",
                        "getItem"),
                answering(
                        "NaN",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> text(answer, answer.text().replaceFirst("\"price\":[^,}]*", "\"price\":NaN")),
                        "addItem",
                        "getItem"),
                answering(
                        "single quotes",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> text(answer, answer.text().replace('"', '\'')),
                        "addItem",
                        "getItem"),
                answering(
                        "a comment",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> text(answer, "/* item */" + answer.text()),
                        "addItem",
                        "getItem"),
                answering(
                        "a comma too many",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> text(answer, answer.text().replaceFirst("}$", ",}")),
                        "addItem",
                        "getItem"),
                answering(
                        "a byte order mark",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> bytes(answer, 0xEF, 0xBB, 0xBF),
                        "addItem",
                        "getItem"),
                answering(
                        "bytes that are no UTF-8",
                        "documented-body",
                        "getItem",
                        200,
                        answer -> latin(answer),
                        "addItem",
                        "getItem"),
                answering(
                        "another charset",
                        "documented-type",
                        "getItem",
                        200,
                        answer -> with(answer, "Content-Type", "application/json; charset=iso-8859-1"),
                        "addItem",
                        "getItem"),
                answering(
                        "a vendor's type",
                        "documented-type",
                        "getItem",
                        200,
                        answer -> with(answer, "Content-Type", "application/vnd.shop+json"),
                        "addItem",
                        "getItem"),
                answering(
                        "no type",
                        "documented-type",
                        "getItem",
                        200,
                        answer -> without(answer, "Content-Type"),
                        "addItem",
                        "getItem"),
                answering(
                        "a type that is none",
                        "documented-type",
                        "getItem",
                        200,
                        answer -> with(answer, "Content-Type", "json"),
                        "addItem",
                        "getItem"),
                answering(
                        "text/plain",
                        "documented-type",
                        "getItem",
                        200,
                        answer -> with(answer, "Content-Type", "text/plain"),
                        "addItem",
                        "getItem"),
                answering(
                        "HTML", "documented-type", "addItem", 400, answer -> with(answer, "Content-Type", "text/html")),
                answering("a refusal without a title", "documented-body", "addItem", 400, answer -> text(answer, "{}")),
                answering(
                        "an item of a list without name",
                        "documented-body",
                        "listItems",
                        200,
                        answer -> text(answer, answer.text().replace("\"name\"", "\"nam\"")),
                        "listItems",
                        "addItem",
                        "getItem"),
                answering(
                        "XML with another order of tags",
                        "documented-body",
                        "listItems",
                        200,
                        answer -> answer.text().startsWith("<") ? text(answer, "<items><item></items>") : answer),
                answering(
                        "a body in 204",
                        "documented-body",
                        "removeItem",
                        204,
                        answer -> text(answer, "{}"),
                        "addItem",
                        "getItem",
                        "removeItem"));
    }

    private static io.platformapi.contract.http.HttpResponse latin(io.platformapi.contract.http.HttpResponse answer) {
        String text = answer.text().replaceFirst("\"name\":\"", "\"name\":\"é");
        return new io.platformapi.contract.http.HttpResponse(
                answer.status(), answer.headers(), text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    private static ShopRow failing(String name, Predicate<HttpRequest> which, String... operations) {
        return changed(
                name,
                "no-server-error",
                (request, answer) -> which.test(request) ? Shop.problem(500, "Oops") : answer,
                operations);
    }

    static Stream<ShopRow> statuses() {
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

    static Stream<ShopRow> fields() {
        return Stream.of(
                answering("no X-Total", "documented-headers", "listItems", 200, answer -> without(answer, "X-Total")),
                answering(
                        "X-Total a word",
                        "documented-headers",
                        "listItems",
                        200,
                        answer -> with(answer, "X-Total", "many")),
                answering(
                        "no ETag",
                        "documented-headers",
                        "getItem",
                        200,
                        answer -> without(answer, "ETag"),
                        "addItem",
                        "getItem"),
                answering("no Location", "documented-headers", "addItem", 201, answer -> without(answer, "Location")),
                answering(
                        "ETag without quotes",
                        "entity-tags",
                        "getItem",
                        200,
                        answer -> with(answer, "ETag", "7"),
                        "addItem",
                        "getItem"),
                answering(
                        "never 304",
                        "entity-tags",
                        "getItem",
                        304,
                        answer -> text(
                                with(status(answer, 200), "Content-Type", "application/json"),
                                "{\"id\":1,\"name\":\"x\",\"kind\":\"toy\",\"price\":1}"),
                        "addItem",
                        "getItem"),
                answering(
                        "Retry-After a word",
                        "response-fields",
                        "addItem",
                        400,
                        answer -> with(answer, "Retry-After", "soon")),
                answering(
                        "Retry-After below nought",
                        "response-fields",
                        "addItem",
                        400,
                        answer -> with(answer, "Retry-After", "-5")),
                answering(
                        "Last-Modified in ISO",
                        "response-fields",
                        "getItem",
                        200,
                        answer -> with(answer, "Last-Modified", "2026-01-01T00:00:00Z"),
                        "addItem",
                        "getItem"),
                answering(
                        "Location with blanks",
                        "response-fields",
                        "addItem",
                        201,
                        answer -> with(answer, "Location", "/items/a b")),
                answering(
                        "204 with a length",
                        "response-fields",
                        "removeItem",
                        204,
                        answer -> with(answer, "Content-Length", "2"),
                        "addItem",
                        "getItem",
                        "removeItem"),
                changed(
                        "405 without Allow",
                        "allow-header",
                        (request, answer) -> answer.status() == 405 ? without(answer, "Allow") : answer,
                        "listItems"),
                changed(
                        "Allow lacks POST",
                        "allow-header",
                        (request, answer) ->
                                answer.status() == 405 ? with(answer, "Allow", "GET, HEAD, OPTIONS") : answer,
                        "listItems",
                        "addItem"),
                changed(
                        "Allow has PATCH",
                        "allow-header",
                        (request, answer) ->
                                answer.status() == 405 ? with(answer, "Allow", "GET, HEAD, POST, PATCH") : answer,
                        "listItems",
                        "addItem"),
                changed(
                        "OPTIONS lacks POST",
                        "allow-header",
                        (request, answer) -> request.method().equals("OPTIONS") ? with(answer, "Allow", "GET") : answer,
                        "listItems",
                        "addItem"),
                changed(
                        "HEAD 404",
                        "head-like-get",
                        (request, answer) -> request.method().equals("HEAD") && isOf("listItems", request)
                                ? status(answer, 400)
                                : answer,
                        "listItems"),
                changed(
                        "HEAD another type",
                        "head-like-get",
                        (request, answer) ->
                                request.method().equals("HEAD") ? with(answer, "Content-Type", "text/plain") : answer,
                        "listItems"),
                changed(
                        "HEAD another length",
                        "head-like-get",
                        (request, answer) ->
                                request.method().equals("HEAD") ? with(answer, "Content-Length", "0") : answer,
                        "listItems",
                        "addItem",
                        "getItem"),
                changed(
                        "HEAD without X-Total",
                        "head-like-get",
                        (request, answer) -> request.method().equals("HEAD") ? without(answer, "X-Total") : answer,
                        "listItems"),
                changed(
                        "HEAD another ETag",
                        "head-like-get",
                        (request, answer) -> request.method().equals("HEAD")
                                        && answer.headers().has("ETag")
                                ? with(answer, "ETag", "\"head\"")
                                : answer,
                        "addItem",
                        "getItem"),
                changed(
                        "PATCH of the list is done",
                        "undocumented-method-refused",
                        (request, answer) -> answer.status() == 405 ? Shop.problem(200, "done") : answer,
                        "listItems"),
                changed(
                        "any path",
                        "unknown-path-refused",
                        (request, answer) ->
                                answer.status() == 404 && !request.path().startsWith("/items")
                                        ? Shop.problem(200, "here")
                                        : answer,
                        "listItems"),
                mistaking(
                        "any type of body",
                        "unsupported-type-refused",
                        request -> request.hasBody() ? request.with("Content-Type", "application/json") : request,
                        "addItem"),
                mistaking(
                        "XML never",
                        "asked-type-answered",
                        request -> request.with("Accept", "application/json"),
                        "listItems"));
    }

    static Stream<ShopRow> credentials() {
        return Stream.of(
                mistaking(
                        "anybody",
                        "credentials-required",
                        request -> request.with("Authorization", "Bearer key"),
                        "listItems"),
                mistaking(
                        "anybody who adds",
                        "credentials-required",
                        request ->
                                request.method().equals("POST") ? request.with("Authorization", "Bearer key") : request,
                        "addItem"),
                mistaking(
                        "anybody who removes",
                        "credentials-required",
                        request -> request.method().equals("DELETE")
                                ? request.with("Authorization", "Bearer key")
                                : request,
                        "addItem",
                        "getItem",
                        "removeItem"),
                mistaking(
                        "any token",
                        "credentials-checked",
                        request -> request.headers().text("Authorization").startsWith("Bearer")
                                ? request.with("Authorization", "Bearer key")
                                : request,
                        "listItems"),
                mistaking(
                        "any scheme",
                        "credentials-checked",
                        request -> request.headers().text("Authorization").endsWith(" key")
                                ? request.with("Authorization", "Bearer key")
                                : request,
                        "listItems"),
                mistaking(
                        "no token",
                        "credentials-checked",
                        request -> request.headers().text("Authorization").equals("Bearer")
                                ? request.with("Authorization", "Bearer key")
                                : request,
                        "listItems"),
                mistaking(
                        "tokens of that length",
                        "credentials-checked",
                        request -> request.headers().text("Authorization").matches("Bearer ...")
                                ? request.with("Authorization", "Bearer key")
                                : request,
                        "getItem",
                        "addItem"),
                answering("403 for 401", "credentials-required", "listItems", 401, answer -> status(answer, 403)),
                answering("404 for 401", "credentials-required", "listItems", 401, answer -> status(answer, 404)));
    }
}
