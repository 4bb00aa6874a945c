package io.platformapi.verify.checks;

import io.platformapi.contract.source.Excerpt;
import io.platformapi.verify.cases.CheckId;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A refusal or failure tells nobody how the server is built. */
final class InternalsHidden implements Check {

    private static final int LONGEST = 100;

    @Override
    public List<Failure> failures(Exchange exchange) {
        if (!exchange.isAnsweredWith(4) && !exchange.isAnsweredWith(5)) {
            return List.of();
        }
        return Internals.in(exchange.answer().text())
                .filter(shown -> !isSaidAgain(shown.part(), exchange))
                .limit(1)
                .map(shown -> new Failure(
                        CheckId.INTERNALS_HIDDEN.id(),
                        exchange.asked(),
                        "A refusal shows " + shown.what() + ".",
                        "what is wrong with the request, and no more",
                        Excerpt.of(shown.part(), LONGEST),
                        exchange.asked().documented()))
                .toList();
    }

    /** A server may quote what it was sent. */
    private static boolean isSaidAgain(String part, Exchange exchange) {
        return exchange.asked().request().target().contains(part)
                || new String(exchange.asked().request().body(), StandardCharsets.UTF_8).contains(part);
    }
}
