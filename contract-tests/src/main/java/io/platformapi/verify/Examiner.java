package io.platformapi.verify;

import io.platformapi.report.Mishap;
import io.platformapi.verify.TypesUsed.Decoding;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.checks.AnswerEnds;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Failure;
import io.platformapi.verify.checks.Target;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends cases and looks at each answer, one after the other. A mistake of ours in a case is a gap at that case. */
final class Examiner {

    private final Sender sender;
    private final Checks checks;
    private final Target target;
    private final Outcome outcome;
    private @Nullable Case before;

    Examiner(Sender sender, Checks checks, Target target, Outcome outcome) {
        this.sender = sender;
        this.checks = checks;
        this.target = target;
        this.outcome = outcome;
    }

    Sender sender() {
        return sender;
    }

    Outcome outcome() {
        return outcome;
    }

    /** The answer to a case, looked at; empty if there is none. */
    Optional<Exchange> exchange(Case asked) throws ServerGone {
        Optional<Exchange> exchange = sender.exchange(asked);
        exchange.ifPresent(this::look);
        Case last = before;
        target.surplus((request, text) -> {
            Case near = last != null && request == last.request() ? last : asked;
            outcome.found(AnswerEnds.failure(near, request, text));
        });
        before = asked;
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
