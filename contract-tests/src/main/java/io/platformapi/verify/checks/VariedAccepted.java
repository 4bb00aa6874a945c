package io.platformapi.verify.checks;

import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.cases.Expected.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is like a request that was accepted, but for one thing that the document allows, is not refused as invalid.
 *
 * <p>A server may refuse it for the state of things. So it has to be refused as this server refuses what breaks the
 * document, twice, and the one that was accepted must not be refused so by now.
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
        return isInvalid(answer, usual)
                || exchange.asked().expected().statuses().contains(answer.status());
    }

    private static boolean isInvalid(HttpResponse answer, Set<Integer> usual) {
        boolean body = Set.of(400, 422).contains(answer.status());
        return InvalidRefused.isIn(answer) && (!body || usual.isEmpty() || usual.contains(answer.status()));
    }

    private static boolean isConfirmed(Exchange refused, Exchange accepted, Set<Integer> usual) {
        try {
            return isRefused(refused, refused.target().answer(refused.asked().request()), usual)
                    && !isRefused(
                            refused, refused.target().answer(accepted.asked().request()), usual);
        } catch (IOException e) {
            return false;
        }
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
