package io.platformapi.verify;

import static io.platformapi.verify.ShopRow.lenient;
import static io.platformapi.verify.ShopRow.mistaking;

import io.platformapi.contract.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Shops that take what their document forbids. */
final class MistakesOfLeniency {

    private MistakesOfLeniency() {}

    static Stream<ShopRow> rows() {
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
                mistaking(
                        "more behind the JSON",
                        "invalid-request-refused",
                        request -> new HttpRequest(
                                request.method(),
                                request.path(),
                                request.query(),
                                request.headers(),
                                ShopRow.body(request).replaceAll("} x$", "}").getBytes(StandardCharsets.UTF_8)),
                        "addItem"),
                mistaking(
                        "JSON by the name of a text",
                        "unsupported-type-refused",
                        request -> request.headers().text("Content-Type").startsWith("text/plain")
                                ? request.with("Content-Type", "application/json")
                                : request,
                        "addItem"),
                mistaking(
                        "a comma behind the last value",
                        "invalid-request-refused",
                        request -> new HttpRequest(
                                request.method(),
                                request.path(),
                                request.query(),
                                request.headers(),
                                ShopRow.body(request).replaceAll(",}$", "}").getBytes(StandardCharsets.UTF_8)),
                        "addItem"),
                lenient("body", "minProperties", "addItem", "getItem", "changeItem"),
                lenient("body /price", "maximum", "addItem", "getItem", "replaceItem"),
                lenient("body /price", "minimum", "addItem", "replaceItem"),
                lenient("body /tags", "maxItems", "addItem", "replaceItem"),
                lenient("body /size/width", "maximum", "addItem", "replaceItem"),
                lenient("body /text", "maxLength", "addItem", "getItem", "addNote"),
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
}
