package io.platformapi.report;

/** How bad a finding is, whatever the tool calls it. */
public enum Level {
    /** Something is wrong: a breaking change, a violated contract, a broken rule of style. */
    ERROR("error"),
    /**
     * Nobody could tell: it was not tested, not looked at or given up. Counts as wrong, because "probably fine" is no
     * answer.
     */
    UNDECIDED("warning"),
    /** Wrong, and accepted until a day for a reason. */
    WAIVED("note"),
    /** Wrong or untested, and found before, so that it fails no run that asks for what is new. */
    KNOWN("note"),
    /** Nobody could tell, and the user said that this is enough. */
    ALLOWED("note"),
    /** Worth knowing, nothing to repair. */
    NOTE("note");

    private final String severity;

    Level(String severity) {
        this.severity = severity;
    }

    /** The level as SARIF spells it. */
    String severity() {
        return severity;
    }

    /** Whether a finding is there although the thing it is about is not in order, without failing the run. */
    boolean isExcused() {
        return this == WAIVED || this == KNOWN || this == ALLOWED;
    }

    /** Whether a run with such a finding fails, unless its user wants it otherwise. */
    public boolean fails() {
        return this == ERROR || this == UNDECIDED;
    }
}
