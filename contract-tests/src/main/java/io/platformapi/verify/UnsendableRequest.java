package io.platformapi.verify;

import java.io.IOException;

/** A request that the client cannot send as it is, such as one with a header field that is the client's own. */
final class UnsendableRequest extends IOException {

    private static final long serialVersionUID = 1L;

    UnsendableRequest(String problem) {
        super(problem);
    }
}
