package io.platformapi.verify;

import static io.platformapi.verify.ShopRow.isOf;
import static io.platformapi.verify.ShopRow.strict;
import static io.platformapi.verify.ShopRow.strictAbout;
import static io.platformapi.verify.ShopRow.text;

import java.util.stream.Stream;

/** Shops that refuse what their document allows. */
final class MistakesOfStrictness {

    private MistakesOfStrictness() {}

    static Stream<ShopRow> rows() {
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
                                        "a body in chunks",
                                        request -> request.headers().has("Transfer-Encoding"),
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
                                strict(
                                        "cookies after others",
                                        request ->
                                                request.headers().text("Cookie").startsWith("xUnknown"),
                                        "listItems"),
                                strict(
                                        "whole numbers with a point",
                                        request -> ShopRow.body(request).matches("(?s).*\\d\\.0[,}].*"),
                                        "addItem"),
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
}
