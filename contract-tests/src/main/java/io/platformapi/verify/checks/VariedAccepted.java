package io.platformapi.verify.checks;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.cases.Expected.Verdict;
import io.platformapi.verify.cases.Proof;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is like a request that was accepted, but for one thing that the document allows, is not refused as invalid.
 *
 * <p>A server may refuse it for the state of things. So it has to be refused as this server refuses what breaks the
 * document, twice, and the one that was accepted must not be refused so by now; nor may a {@link Proof} fail.
 */
final class VariedAccepted implements OperationCheck {

    @Override
    public List<Failure> failures(List<Exchange> exchanges) {
        Set<Integer> usual = exchanges.stream()
                .filter(exchange -> exchange.asked().expected().check().equals(CheckId.INVALID_REQUEST_REFUSED.id()))
                .map(Exchange::answer)
                .filter(InvalidRefused::isIn)
                .map(HttpResponse::status)
                .collect(Collectors.toSet());
        Optional<Exchange> accepted = exchanges.stream()
                .filter(exchange -> exchange.asked().expected().verdict() != Verdict.REFUSED
                        && exchange.asked().expected().verdict() != Verdict.VARIED)
                .filter(exchange -> exchange.isAnsweredWith(2))
                .reduce((earlier, later) -> later);
        return exchanges.stream()
                .filter(exchange -> exchange.asked().expected().verdict() == Verdict.VARIED)
                .filter(exchange -> isRefused(exchange, exchange.answer(), usual))
                .filter(exchange -> isConfirmed(exchange, accepted.orElseThrow(), usual))
                .map(VariedAccepted::failure)
                .toList();
    }

    private static boolean isRefused(Exchange exchange, HttpResponse answer, Set<Integer> usual) {
        Set<Integer> statuses = exchange.asked().expected().statuses();
        return statuses.isEmpty() ? isInvalid(answer, usual) : statuses.contains(answer.status());
    }

    private static boolean isInvalid(HttpResponse answer, Set<Integer> usual) {
        boolean body = Set.of(400, 422).contains(answer.status());
        return InvalidRefused.isIn(answer) && (!body || usual.isEmpty() || usual.contains(answer.status()));
    }

    private static boolean isConfirmed(Exchange refused, Exchange accepted, Set<Integer> usual) {
        try {
            return isRefusedAgain(refused, refused.asked().request(), usual)
                    && !isRefusedAgain(refused, accepted.asked().request(), usual)
                    && isProven(refused, refused.asked().expected().proof(), usual);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isRefusedAgain(Exchange refused, HttpRequest request, Set<Integer> usual)
            throws IOException {
        return isRefused(refused, refused.target().answer(request), usual);
    }

    private static boolean isProven(Exchange refused, Proof proof, Set<Integer> usual) throws IOException {
        for (HttpRequest request : proof.usual()) {
            if (refused.target().answer(request).status() / 100 != 2) {
                return false;
            }
        }
        for (HttpRequest request : proof.alike()) {
            if (!isRefusedAgain(refused, request, usual)) {
                return false;
            }
        }
        return true;
    }

    private static Failure failure(Exchange exchange) {
        return new Failure(
                exchange.asked().expected().check(),
                exchange.asked(),
                "A valid request is refused with " + exchange.answer().status() + ": "
                        + exchange.asked().expected().reason() + ".",
                "an answer as to the same request without that",
                AnswerExcerpt.of(exchange.answer()),
                exchange.asked().documented());
    }
}
