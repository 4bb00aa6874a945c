package io.platformapi.compat;

import io.platformapi.contract.source.Node;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

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

    /** The levels that count as much, or more. */
    Set<Level> reached() {
        return switch (this) {
            case BREAKING -> Set.of(Level.ERROR);
            case UNDECIDED -> Set.of(Level.ERROR, Level.UNDECIDED);
            case COMPATIBLE -> Set.of(Level.ERROR, Level.UNDECIDED, Level.NOTE);
            case OFF -> throw new IllegalArgumentException("nothing fails by being off");
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
