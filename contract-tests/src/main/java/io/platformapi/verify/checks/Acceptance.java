package io.platformapi.verify.checks;

import io.platformapi.verify.cases.Expected;
import java.util.List;
import java.util.Set;

/**
 * What the document shows as a request is not refused as an invalid one. Credentials, the state of things and limits
 * may forbid it all the same.
 */
final class Acceptance implements Check {

    private static final Set<Integer> INVALID = Set.of(400, 405, 406, 411, 414, 415, 417, 422, 431);

    @Override
    public List<Failure> failures(Exchange exchange) {
        Expected expected = exchange.asked().expected();
        if (expected.verdict() != Expected.Verdict.ACCEPTED
                || !INVALID.contains(exchange.answer().status())) {
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
