package io.platformapi.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Route;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.Target;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A shop that is otherwise than the right one.
 *
 * @param name what is otherwise
 * @param check the check that tells it; empty where nothing is wrong
 * @param server makes the shop
 * @param operations what is asked
 */
record ShopRow(String name, String check, Supplier<Target> server, List<String> operations) {

    private static final List<String> ITEMS =
            List.of("listItems", "addItem", "getItem", "replaceItem", "changeItem", "removeItem");

    @Override
    public String toString() {
        return name;
    }

    private static List<String> scope(String... operations) {
        return operations.length == 0 ? ITEMS : List.of(operations);
    }

    /** A shop whose memory makes a mistake. */
    static ShopRow forgetful(Shop.Mistake mistake, String check, String... operations) {
        return new ShopRow(mistake.toString(), check, () -> new Shop(mistake), scope(operations));
    }

    /** A shop that refuses some of what is right. */
    static ShopRow strict(String name, Predicate<HttpRequest> refused, String... operations) {
        return new ShopRow(
                "refuses " + name, "valid-request-accepted", () -> new Shop().refusing(refused), scope(operations));
    }

    /** A shop that refuses bodies with some text. */
    static ShopRow strictAbout(String text, String... operations) {
        return strict("a body with " + text, request -> body(request).contains(text), operations);
    }

    /** A shop that takes some of what is wrong, by the place and rule of what it passes over. */
    static ShopRow lenient(String place, String rule, String... operations) {
        return new ShopRow(
                "passes over " + rule + " of " + place,
                "invalid-request-refused",
                () -> new Shop()
                        .overlooking(violation -> violation.place().matches(place)
                                && violation.rule().matches(rule)),
                scope(operations));
    }

    /** A shop that answers some requests otherwise. */
    static ShopRow answering(
            String name,
            String check,
            String operation,
            int status,
            UnaryOperator<HttpResponse> change,
            String... more) {
        return changed(
                name,
                check,
                (request, answer) ->
                        isOf(operation, request) && answer.status() == status ? change.apply(answer) : answer,
                more.length == 0 ? new String[] {operation} : more);
    }

    /** A shop some of whose answers are changed. */
    static ShopRow changed(
            String name,
            String check,
            BiFunction<HttpRequest, HttpResponse, HttpResponse> change,
            String... operations) {
        return new ShopRow(
                name,
                check,
                () -> {
                    Shop shop = new Shop();
                    return request -> change.apply(request, shop.answer(request));
                },
                scope(operations));
    }

    /** A shop that takes some requests for others. */
    static ShopRow mistaking(String name, String check, UnaryOperator<HttpRequest> mistake, String... operations) {
        return new ShopRow(
                name,
                check,
                () -> {
                    Shop shop = new Shop();
                    return request -> shop.answer(mistake.apply(request));
                },
                scope(operations));
    }

    static boolean isOf(String operation, HttpRequest request) {
        HttpRequest asked = request.method().equals("HEAD") ? request.withMethod("GET") : request;
        return Shop.CONTRACT.route(asked) instanceof Route.Found found
                && found.operation().id().equals(operation);
    }

    static String body(HttpRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    static HttpResponse text(HttpResponse answer, String body) {
        return new HttpResponse(answer.status(), answer.headers(), body.getBytes(StandardCharsets.UTF_8));
    }

    static HttpResponse with(HttpResponse answer, String header, String value) {
        return new HttpResponse(answer.status(), answer.headers().with(header, value), answer.body());
    }

    static HttpResponse without(HttpResponse answer, String header) {
        Headers left = Headers.none();
        for (String name : answer.headers().names()) {
            left = name.equalsIgnoreCase(header)
                    ? left
                    : left.and(name, answer.headers().text(name));
        }
        return new HttpResponse(answer.status(), left, answer.body());
    }

    static HttpResponse status(HttpResponse answer, int status) {
        return new HttpResponse(status, answer.headers(), answer.body());
    }

    /** An answer whose object is changed. */
    static HttpResponse object(HttpResponse answer, Consumer<ObjectNode> change) {
        try {
            ObjectNode object = (ObjectNode) new Json().read(answer.body());
            change.accept(object);
            return new HttpResponse(answer.status(), answer.headers(), new Json().write(object));
        } catch (MalformedBody e) {
            throw new IllegalStateException(e);
        }
    }

    static HttpResponse bytes(HttpResponse answer, int... first) {
        byte[] bytes = new byte[first.length + answer.body().length];
        for (int i = 0; i < first.length; i++) {
            bytes[i] = (byte) first[i];
        }
        System.arraycopy(answer.body(), 0, bytes, first.length, answer.body().length);
        return new HttpResponse(answer.status(), answer.headers(), Arrays.copyOf(bytes, bytes.length));
    }
}
