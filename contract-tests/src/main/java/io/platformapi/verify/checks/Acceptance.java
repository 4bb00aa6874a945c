package io.platformapi.verify.checks;

import io.platformapi.verify.cases.Expected;
import java.util.List;

/**
 * What the document shows as a request is not refused as an invalid one. Credentials, where they are asked for, the
 * state of things and limits may forbid it all the same.
 */
final class Acceptance implements Check {

    @Override
    public List<Failure> failures(Exchange exchange) {
        Expected expected = exchange.asked().expected();
        boolean refused = InvalidRefused.isIn(exchange.answer())
                || expected.statuses().contains(exchange.answer().status());
        if (expected.verdict() != Expected.Verdict.ACCEPTED || !refused) {
            return List.of();
        }
        return List.of(new Failure(
                expected.check(),
                exchange.asked(),
                "A valid request is refused with " + exchange.answer().status() + ": " + expected.reason() + ".",
                "an answer to a valid request",
                AnswerExcerpt.of(exchange.answer()),
                exchange.asked().documented()));
    }
}
