package io.platformapi.verify;

/** Says that a server answers nothing any more. */
final class ServerGone extends Exception {

    private static final long serialVersionUID = 1L;

    ServerGone(String reason) {
        super(reason);
    }
}
