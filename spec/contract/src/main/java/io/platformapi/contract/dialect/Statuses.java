package io.platformapi.contract.dialect;

import io.platformapi.contract.check.Refusal;

/** The statuses that HTTP has for refusals (RFC 9110, section 15.5; RFC 6585). */
public final class Statuses {

    private Statuses() {}

    public static int of(Refusal.Kind kind) {
        return switch (kind) {
            case UNPARSABLE, NO_HTTP -> 400;
            case CREDENTIALS -> 401;
            case FORBIDDEN -> 403;
            case UNROUTED, UNDOCUMENTED -> 404;
            case METHOD -> 405;
            case UNACCEPTABLE -> 406;
            case TIMEOUT -> 408;
            case TOO_LARGE -> 413;
            case LONG_TARGET -> 414;
            case MEDIA_TYPE -> 415;
            case INVALID, PREFERENCE -> 422;
            case TOO_MANY -> 429;
            case LARGE_HEADERS -> 431;
            case UNANSWERED, UNANSWERABLE, INVALID_ANSWER, FAILURE -> 500;
            case CODING -> 501;
            case VERSION -> 505;
        };
    }
}
