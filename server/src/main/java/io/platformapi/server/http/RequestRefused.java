package io.platformapi.server.http;

import io.platformapi.contract.check.Refusal;
import io.platformapi.model.ErrorCode;

/** What is thrown at the step that finds why a request is not carried out. */
public final class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RequestRefused(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    /** A refusal in one word of the document, and a sentence for people. */
    public static RequestRefused of(int status, ErrorCode code, String message) {
        return new RequestRefused(Refusal.of(status, code.wireName(), message));
    }

    /** The same, with a header that the status calls for. */
    public RequestRefused with(String header, String value) {
        return new RequestRefused(refusal.with(header, value));
    }

    /** What the client is told. */
    public Refusal refusal() {
        return refusal;
    }
}
