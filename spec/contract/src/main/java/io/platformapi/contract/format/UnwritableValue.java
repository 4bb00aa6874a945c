package io.platformapi.contract.format;

/** A value that a format has no way to spell, such as an object in plain text. */
public final class UnwritableValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param problem what cannot be written and what would be right, as a sentence */
    public UnwritableValue(String problem) {
        super(problem);
    }
}
