package io.platformapi.mock;

import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * An answer and why it is the one.
 *
 * @param response the answer
 * @param why the reason in a few words, worked out when asked for; holds no value that a client has sent
 * @param delay how long it is to be held back
 */
record Answered(HttpResponse response, Supplier<String> why, Duration delay) {

    /** An answer to be sent at once. */
    Answered(HttpResponse response, Supplier<String> why) {
        this(response, why, Duration.ZERO);
    }

    static Answered refused(HttpResponse response, Refusal refusal) {
        return new Answered(response, () -> reason(refusal));
    }

    Answered with(HttpResponse other) {
        return new Answered(other, why, delay);
    }

    Answered after(Duration time) {
        return new Answered(response, why, time);
    }

    private static String reason(Refusal refusal) {
        List<Violation> violations = refusal.violations();
        if (violations.isEmpty()) {
            return refusal.message();
        }
        Violation first = violations.get(0);
        String more = violations.size() == 1 ? "" : " (and " + (violations.size() - 1) + " more)";
        return first.place() + ": expected " + first.expected() + more;
    }
}
