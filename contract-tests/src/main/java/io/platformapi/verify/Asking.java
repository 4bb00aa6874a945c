package io.platformapi.verify;

import io.platformapi.report.Mishap;
import io.platformapi.verify.TypesUsed.Decoding;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Failure;
import java.util.List;
import java.util.Optional;

/** Sends cases and looks at each answer. A mistake of ours in a case is a gap at that case. */
record Asking(Sender sender, Checks checks, Outcome outcome) {

    /** The answer to a case, looked at; empty if there is none. */
    Optional<Exchange> exchange(Case asked) throws ServerGone {
        Optional<Exchange> exchange = sender.exchange(asked);
        exchange.ifPresent(this::look);
        return exchange;
    }

    private void look(Exchange answered) {
        try {
            List<Failure> failures = checks.failures(answered);
            outcome.checked(answered, failures, checks.reads(answered) ? Decoding.DONE : Decoding.NOT_DONE);
        } catch (RuntimeException | Error e) {
            outcome.untested(answered.asked(), "its answer could not be checked (" + Mishap.of(e) + ")");
        }
    }

    /** Looks at the answers of an operation as a whole. */
    void compare(List<Exchange> exchanges) {
        try {
            outcome.end(checks.failures(exchanges));
        } catch (RuntimeException | Error e) {
            exchanges.stream()
                    .findFirst()
                    .ifPresent(first -> outcome.untested(
                            first.asked(), "the answers could not be compared (" + Mishap.of(e) + ")"));
            outcome.end(List.of());
        }
    }
}
