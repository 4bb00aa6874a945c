package io.platformapi.verify.checks;

import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.cases.Expected;
import io.platformapi.verify.cases.Expected.Verdict;

/** Recognises an answer that says "not now": it tells nothing of what was asked. */
public final class RateLimited {

    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private RateLimited() {}

    /** Whether an answer is a 429, or a 503 that says when to come back (RFC 6585, section 4; RFC 9110, 10.2.3). */
    public static boolean isIn(HttpResponse answer) {
        return answer.status() == TOO_MANY
                || answer.status() == UNAVAILABLE && answer.headers().has("Retry-After");
    }

    /** Whether an answer leaves open what was asked; a documented one may be the very answer to a valid request. */
    public static boolean leavesOpen(Exchange exchange) {
        Expected expected = exchange.asked().expected();
        boolean valid =
                expected.verdict() != Verdict.REFUSED || expected.check().equals(CheckId.CREDENTIALS_CHECKED.id());
        return isIn(exchange.answer()) && !(valid && isDocumented(exchange));
    }

    /** Whether the operation that was asked documents such an answer by its status. */
    public static boolean isDocumented(Exchange exchange) {
        return exchange.asked()
                .answering()
                .filter(operation -> operation
                        .responses()
                        .containsKey(String.valueOf(exchange.answer().status())))
                .isPresent();
    }
}
