package io.platformapi.verify.wire;

import java.io.IOException;

/** A request that a client cannot send as it is, such as one with a header field that is the client's own. */
public final class UnsendableRequest extends IOException {

    private static final long serialVersionUID = 1L;

    /** For this reason, as a part of a sentence. */
    public UnsendableRequest(String problem) {
        super(problem);
    }
}
