package io.platformapi.verify;

import java.io.IOException;

/** Says that a server answers nothing any more. */
final class ServerGone extends IOException {

    private static final long serialVersionUID = 1L;

    private final String advised;

    ServerGone(IOException silence) {
        super(Silence.message(silence), silence);
        this.advised = Silence.advised(silence);
    }

    /** Why the server is not reached, and what to do about it. */
    String advised() {
        return advised;
    }
}
