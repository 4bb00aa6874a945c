package io.platformapi.verify;

import static io.platformapi.verify.ShopRow.answering;
import static io.platformapi.verify.ShopRow.changed;
import static io.platformapi.verify.ShopRow.isOf;
import static io.platformapi.verify.ShopRow.mistaking;
import static io.platformapi.verify.ShopRow.status;
import static io.platformapi.verify.ShopRow.text;
import static io.platformapi.verify.ShopRow.with;
import static io.platformapi.verify.ShopRow.without;

import java.util.stream.Stream;

/** Shops that break HTTP: methods, header fields, types. */
final class MistakesOfFields {

    private MistakesOfFields() {}

    static Stream<ShopRow> rows() {
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
                        "one ETag for all",
                        "entity-tags",
                        "getItem",
                        200,
                        answer -> with(answer, "ETag", "\"1\""),
                        "addItem",
                        "getItem",
                        "replaceItem"),
                answering(
                        "a Location that leads nowhere",
                        "created-is-found",
                        "addItem",
                        201,
                        answer -> with(
                                answer, "Location", "/v0" + answer.headers().text("Location")),
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
                        "304 of no length",
                        "entity-tags",
                        "getItem",
                        304,
                        answer -> with(answer, "Content-Length", "0"),
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
                        "a coding that nobody knows",
                        "response-fields",
                        "listItems",
                        200,
                        answer -> with(answer, "Content-Encoding", "x-shop")),
                answering(
                        "gzip that is none",
                        "response-fields",
                        "addItem",
                        400,
                        answer -> with(answer, "Content-Encoding", "gzip")),
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
                                with(answer, "Content-Length", request.method().equals("HEAD") ? "1" : "2"),
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
}
