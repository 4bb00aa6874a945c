package io.platformapi.verify.checks;

import io.platformapi.contract.http.HttpResponse;
import java.util.Set;

/** Recognises an answer that calls the request itself wrong; credentials, the state of things and limits are others. */
public final class InvalidRefused {

    private static final Set<Integer> INVALID = Set.of(400, 405, 406, 411, 414, 415, 417, 422, 431);

    private InvalidRefused() {}

    /** Whether an answer refuses a request as an invalid one. */
    public static boolean isIn(HttpResponse answer) {
        return INVALID.contains(answer.status());
    }
}
