package io.platformapi.verify;

import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Failure;
import io.platformapi.verify.checks.Failure.Blame;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks once more, alone, what showed a failure once: what does not show it again is flaky, and no breach.
 *
 * <p>Only what changes nothing is asked again, and only an answer that succeeds tells: what is not there any more shows
 * nothing.
 */
final class Confirmation {

    private static final int TIMES = 2;

    /** The checks that look at one answer, whose failures the same answer shows again. */
    private static final Set<String> OF_ONE = Set.of(
            CheckId.NO_SERVER_ERROR.id(),
            CheckId.DOCUMENTED_STATUS.id(),
            CheckId.DOCUMENTED_TYPE.id(),
            CheckId.DOCUMENTED_HEADERS.id(),
            CheckId.DOCUMENTED_BODY.id());

    private final Checks checks;
    private final Target target;

    Confirmation(Checks checks, Target target) {
        this.checks = checks;
        this.target = target;
    }

    /** What a failure becomes that does not show again; empty where it does, or where that cannot be told. */
    Optional<Failure> flaky(Cause cause) {
        Failure failure = cause.first();
        boolean safe = failure.asked().request().method().equals("GET");
        if (!safe || cause.cases() > 1 || failure.blame() != Blame.SERVER || !OF_ONE.contains(failure.check())) {
            return Optional.empty();
        }
        for (int time = 0; time < TIMES; time++) {
            if (!isPassed(failure)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Failure(
                CheckId.FLAKY.id(),
                failure.asked(),
                "Only once, and not when asked again: " + failure.check() + ". " + failure.cause(),
                failure.expected(),
                failure.received(),
                failure.documented(),
                Blame.NOBODY));
    }

    private boolean isPassed(Failure failure) {
        Case asked = failure.asked();
        try {
            Exchange again = new Exchange(asked, target.answer(asked.request()), target);
            List<Failure> failures = checks.failures(again);
            return again.answer().status() / 100 == 2
                    && failures.stream().noneMatch(other -> other.check().equals(failure.check()));
        } catch (IOException e) {
            return false; // no answer does not tell
        }
    }
}
