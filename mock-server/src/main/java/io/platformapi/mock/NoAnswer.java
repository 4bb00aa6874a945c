package io.platformapi.mock;

import io.platformapi.contract.check.Refusal;

/** What is thrown where the document has no answer to a request that was let in, or none such as the client wishes. */
final class NoAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    NoAnswer(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    NoAnswer(Refusal.Kind kind, String message) {
        this(Refusal.of(kind, message));
    }

    Refusal refusal() {
        return refusal;
    }
}
