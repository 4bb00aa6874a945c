package io.platformapi.verify;

import static io.platformapi.verify.ShopRow.answering;
import static io.platformapi.verify.ShopRow.changed;
import static io.platformapi.verify.ShopRow.mistaking;
import static io.platformapi.verify.ShopRow.status;

import java.util.stream.Stream;

/** Shops that let in whom they should not. */
final class MistakesOfCredentials {

    private MistakesOfCredentials() {}

    static Stream<ShopRow> rows() {
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
                        "anybody who asks by HEAD",
                        "credentials-required",
                        request ->
                                request.method().equals("HEAD") ? request.with("Authorization", "Bearer key") : request,
                        "listItems"),
                mistaking(
                        "tokens in capital letters",
                        "credentials-checked",
                        request -> request.headers().text("Authorization").equals("Bearer KEY")
                                ? request.with("Authorization", "Bearer key")
                                : request,
                        "listItems"),
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
                        "tokens of no scheme",
                        "credentials-checked",
                        request -> request.headers().text("Authorization").equals("key")
                                ? request.with("Authorization", "Bearer key")
                                : request,
                        "listItems"),
                mistaking(
                        "tokens in the query",
                        "credentials-checked",
                        request -> request.query().contains("access_token=key")
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
                changed(
                        "knows no scheme in small letters",
                        "valid-request-accepted",
                        (request, answer) ->
                                request.headers().text("Authorization").startsWith("bearer ")
                                        ? status(answer, 401)
                                        : answer,
                        "listItems"),
                answering("403 for 401", "credentials-required", "listItems", 401, answer -> status(answer, 403)),
                answering("404 for 401", "credentials-required", "listItems", 401, answer -> status(answer, 404)));
    }
}
