package io.platformapi.server;

/** What is thrown for a setting that nobody knows, or whose value cannot be used. */
public final class UnusableSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableSetting(String problem) {
        super(problem, null, false, false);
    }
}
