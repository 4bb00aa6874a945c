package io.platformapi.compat;

import io.platformapi.contract.source.Node;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import java.util.Arrays;
import java.util.Locale;

/** How much a finding counts: the words of settings for it. */
enum Severity {
    BREAKING(Level.ERROR),
    UNDECIDED(Level.UNDECIDED),
    COMPATIBLE(Level.NOTE),
    OFF(Level.NOTE);

    private final Level level;

    Severity(Level level) {
        this.level = level;
    }

    /** The finding at this level. */
    Finding of(Finding finding) {
        return finding.level() == level ? finding : finding.on(level);
    }

    /** Whether a finding counts as much, or more. */
    boolean isReachedBy(Finding finding) {
        return switch (finding.level()) {
            case ERROR -> true;
            case UNDECIDED -> this != BREAKING;
            case NOTE -> this == COMPATIBLE;
            case WAIVED, KNOWN, ALLOWED -> false;
        };
    }

    /** The one that a file of settings writes; {@code off} may be written as {@code false}, too. */
    static Severity of(Node written) {
        String word =
                written.json().asText().equals("false") ? "off" : written.json().asText();
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> written.unreadable("a finding is breaking, undecided, compatible or off, not \""
                        + written.json().asText() + "\""));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
