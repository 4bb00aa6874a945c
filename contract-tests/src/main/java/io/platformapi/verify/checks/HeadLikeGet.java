package io.platformapi.verify.checks;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.cases.Expected;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** HEAD is answered as GET is, without the body (RFC 9110, section 9.3.2); a server need not answer it at all. */
final class HeadLikeGet implements Check {

    @Override
    public List<Failure> failures(Exchange exchange) {
        HttpRequest get = exchange.asked().request();
        boolean arises = get.method().equals("GET")
                && exchange.isAnsweredWith(2)
                && exchange.asked().expected().verdict() == Expected.Verdict.ACCEPTED;
        return arises ? difference(exchange, get.withMethod("HEAD")).stream().toList() : List.of();
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
                ? Optional.empty()
                : Optional.of(failure(exchange, request, "Content-Type " + type, "Content-Type " + headType));
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
