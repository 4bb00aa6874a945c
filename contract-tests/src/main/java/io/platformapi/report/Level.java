package io.platformapi.report;

/** How bad a finding is, whatever the tool calls it. */
public enum Level {
    /** Something is wrong: a breaking change, a violated contract, a broken rule of style. */
    ERROR("error"),
    /** Nobody could tell. Counts as wrong, because "probably fine" is no answer. */
    UNDECIDED("warning"),
    /** Wrong, and accepted until a day for a reason. */
    WAIVED("note"),
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

    /** Whether a run with such a finding fails. */
    public boolean fails() {
        return this == ERROR || this == UNDECIDED;
    }
}
