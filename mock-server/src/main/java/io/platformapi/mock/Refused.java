package io.platformapi.mock;

import io.platformapi.contract.check.Refusal;

/** What is thrown at the step that finds why a request gets no answer of its own. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    Refused(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    static Refused of(int status, String code, String message) {
        return new Refused(Refusal.of(status, code, message));
    }

    Refusal refusal() {
        return refusal;
    }
}
