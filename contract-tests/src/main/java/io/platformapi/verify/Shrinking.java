package io.platformapi.verify;

import io.platformapi.contract.Operation;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Failure;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the smallest request that shows a failure of a made-up one: one thing after the other is left out, as long
 * as the request stays valid and shows the same.
 */
final class Shrinking {

    private static final int MOST_REQUESTS = 60;
    private static final String MADE_UP = ".*/random/\\d+";

    private final Cases cases;
    private final Checks checks;
    private final Target target;

    Shrinking(Cases cases, Checks checks, Target target) {
        this.cases = cases;
        this.checks = checks;
        this.target = target;
    }

    /** The same failure by a smaller request; empty where none shows it. */
    Optional<Failure> smaller(Failure failure) {
        Optional<Operation> operation = failure.asked().answering();
        if (operation.isEmpty() || !failure.asked().id().matches(MADE_UP)) {
            return Optional.empty();
        }
        Failure smallest = failure;
        int asked = 0;
        boolean found = true;
        while (found) {
            found = false;
            List<Case> smaller = cases.smaller(operation.get(), smallest.asked());
            for (Case each : smaller) {
                if (asked++ >= MOST_REQUESTS) {
                    return changed(failure, smallest);
                }
                Optional<Failure> same = shown(failure, each);
                if (same.isPresent()) {
                    smallest = same.get();
                    found = true;
                    break;
                }
            }
        }
        return changed(failure, smallest);
    }

    private static Optional<Failure> changed(Failure failure, Failure smallest) {
        return smallest == failure ? Optional.empty() : Optional.of(smallest);
    }

    private Optional<Failure> shown(Failure failure, Case asked) {
        try {
            return checks.failures(new Exchange(asked, target.answer(asked.request()), target)).stream()
                    .filter(other -> other.check().equals(failure.check())
                            && other.cause().equals(failure.cause()))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // no answer does not show it
        }
    }
}
