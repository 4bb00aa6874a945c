package io.platformapi.contract.pattern;

/** A text that is no regular expression to us; the message names what in it is not understood. */
public final class UnreadableRegex extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableRegex(String what) {
        super(what, null, false, false);
    }
}
