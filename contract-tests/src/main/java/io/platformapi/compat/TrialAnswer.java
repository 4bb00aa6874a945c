package io.platformapi.compat;

import io.platformapi.compat.TrialResult.Outcome;
import io.platformapi.contract.Operation;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.InvalidRefused;
import io.platformapi.verify.checks.RateLimited;
import java.util.Set;

/** What an answer says of the break that its request was meant to show. */
record TrialAnswer(Trial trial, Operation operation, HttpResponse answer) {

    private static final Set<Integer> LOCKED = Set.of(401, 403);
    private static final Set<Integer> GONE = Set.of(405, 410, 501);
    private static final Set<Integer> OF_STATE = Set.of(404, 409, 410, 412, 428);
    private static final int NOT_FOUND = 404;

    Outcome outcome() {
        if (isRefusal()) {
            return Outcome.REFUSED;
        }
        return isTaken() && trial != Trial.GIVEN ? Outcome.ACCEPTED : Outcome.OTHERWISE;
    }

    private boolean isRefusal() {
        return switch (trial) {
            case STRANGER -> LOCKED.contains(answer.status());
            case ANY -> GONE.contains(answer.status()) || isNoPath();
            case VALUE, WITHOUT, GIVEN, TYPE, NONE -> InvalidRefused.isIn(answer);
        };
    }

    /** A path with variables may lead to something that is not there, which says nothing of the operation. */
    private boolean isNoPath() {
        return answer.status() == NOT_FOUND && operation.path().variables().isEmpty();
    }

    private boolean isTaken() {
        int hundreds = answer.status() / 100;
        return hundreds == 2
                || hundreds == 3
                        && (operation.responses().containsKey(String.valueOf(answer.status()))
                                || operation.responses().containsKey("3XX"));
    }

    /** Whether a request that both contracts allow got as far as its contents: it is not refused for what it is. */
    boolean letsIn() {
        return isTaken() || OF_STATE.contains(answer.status());
    }

    String words() {
        String status = "answered with " + answer.status();
        if (outcome() != Outcome.OTHERWISE) {
            return status;
        } else if (LOCKED.contains(answer.status())) {
            return status + ", so give a credential by --header that is let in";
        } else if (RateLimited.isIn(answer)) {
            return status + " to the end, which is \"not now\"";
        } else if (isTaken()) {
            return status + ", which does not tell whether it takes notice";
        }
        return OF_STATE.contains(answer.status())
                ? status + ", which is about what is there, not about the request"
                : status + ", which neither takes nor refuses it";
    }
}
