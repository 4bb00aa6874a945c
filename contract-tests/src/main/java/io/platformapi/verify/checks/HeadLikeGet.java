package io.platformapi.verify.checks;

import io.platformapi.contract.Header;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.cases.CheckId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * HEAD is answered as GET is, without the body (RFC 9110, section 9.3.2); a server need not answer it at all. A part of
 * a resource is for GET to ask (RFC 9110, section 14.2).
 */
final class HeadLikeGet implements OperationCheck {

    private static final List<String> SAME = List.of("ETag", "Last-Modified", "Location", "Content-Language", "Vary");

    @Override
    public List<Failure> failures(List<Exchange> exchanges) {
        List<Exchange> whole = exchanges.stream()
                .filter(exchange -> !exchange.asked().request().headers().has("Range"))
                .toList();
        return FirstSuccess.of(whole, "GET")
                .flatMap(exchange ->
                        difference(exchange, exchange.asked().request().withMethod("HEAD")))
                .stream()
                .toList();
    }

    private static Optional<Failure> difference(Exchange exchange, HttpRequest request) {
        try {
            return difference(exchange, request, exchange.target().answer(request));
        } catch (IOException e) {
            return Optional.of(
                    failure(exchange, request, "status " + exchange.answer().status(), "no answer: " + e.getMessage()));
        }
    }

    private static Optional<Failure> difference(Exchange exchange, HttpRequest request, HttpResponse head) {
        if (head.status() == 404 || head.status() == 405 || head.status() == 501 || RateLimited.isIn(head)) {
            return Optional.empty();
        }
        if (head.status() != exchange.answer().status()) {
            return Optional.of(
                    failure(exchange, request, "status " + exchange.answer().status(), "status " + head.status()));
        }
        String type = exchange.answer().headers().text("Content-Type");
        String headType = head.headers().text("Content-Type");
        return headType.isEmpty() || headType.equals(type)
                ? fields(exchange, request, head)
                : Optional.of(failure(exchange, request, "Content-Type " + type, "Content-Type " + headType));
    }

    private static Optional<Failure> fields(Exchange exchange, HttpRequest request, HttpResponse head) {
        Headers get = exchange.answer().headers();
        String length = head.headers().text("Content-Length");
        String right = get.text("Content-Length"); // of what is sent in chunks, nobody knows the length before its end
        if (!length.isEmpty() && !right.isEmpty() && !length.equals(right) && isStable(exchange)) {
            return Optional.of(failure(exchange, request, "Content-Length " + right, "Content-Length " + length));
        }
        return Stream.concat(SAME.stream(), documented(exchange))
                .filter(get::has)
                .filter(name -> !head.headers().has(name)
                        ? !SAME.contains(name)
                        : SAME.contains(name)
                                && !head.headers().text(name).equals(get.text(name))
                                && isStable(exchange))
                .findFirst()
                .map(name -> failure(
                        exchange,
                        request,
                        name + " " + get.text(name),
                        head.headers().has(name) ? name + " " + head.headers().text(name) : "no " + name));
    }

    private static Stream<String> documented(Exchange exchange) {
        return exchange
                .asked()
                .answering()
                .flatMap(operation -> operation.response(exchange.answer().status()))
                .stream()
                .flatMap(response -> response.headers().values().stream())
                .filter(Header::required)
                .map(Header::name);
    }

    /** Whether GET itself is answered the same once more. */
    private static boolean isStable(Exchange exchange) {
        try {
            HttpResponse again = exchange.target().answer(exchange.asked().request());
            return again.text().equals(exchange.answer().text())
                    && SAME.stream()
                            .allMatch(name -> again.headers()
                                    .text(name)
                                    .equals(exchange.answer().headers().text(name)));
        } catch (IOException e) {
            return false;
        }
    }

    /** The fault shows in what HEAD is answered, so HEAD is what reproduces it. */
    private static Failure failure(Exchange exchange, HttpRequest head, String expected, String received) {
        return new Failure(
                CheckId.HEAD_LIKE_GET.id(),
                exchange.asked().asking(head),
                "HEAD is not answered as GET is.",
                expected + ", as by GET",
                received,
                exchange.asked().documented());
    }
}
