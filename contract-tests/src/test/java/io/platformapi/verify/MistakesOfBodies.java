package io.platformapi.verify;

import static io.platformapi.verify.ShopRow.answering;
import static io.platformapi.verify.ShopRow.bytes;
import static io.platformapi.verify.ShopRow.object;
import static io.platformapi.verify.ShopRow.text;
import static io.platformapi.verify.ShopRow.with;
import static io.platformapi.verify.ShopRow.without;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Shops whose answers hold something else than is documented. */
final class MistakesOfBodies {

    private MistakesOfBodies() {}

    static Stream<ShopRow> rows() {
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
                answer.status(), answer.headers(), text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
