package io.platformapi.lint;

import io.platformapi.contract.source.Node;
import io.platformapi.report.Level;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** How much a kind of findings counts: as a fault, as advice, or not at all. */
enum Weight {
    FAULT(Level.ERROR),
    ADVICE(Level.NOTE),
    OFF(Level.NOTE);

    private final Level level;

    Weight(Level level) {
        this.level = level;
    }

    Level level() {
        return level;
    }

    /** The levels that count as much, or more; what nobody could tell counts as a fault. */
    Set<Level> reached() {
        return switch (this) {
            case FAULT -> Set.of(Level.ERROR, Level.UNDECIDED);
            case ADVICE -> Set.of(Level.ERROR, Level.UNDECIDED, Level.NOTE);
            case OFF -> throw new IllegalArgumentException("nothing fails by being off");
        };
    }

    /** The weight that a file of settings writes; {@code off} may be written as {@code false}, too. */
    static Weight of(Node written) {
        String word =
                written.json().asText().equals("false") ? "off" : written.json().asText();
        return Arrays.stream(values())
                .filter(weight -> weight.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> written.unreadable("a rule is fault, advice or off, not \""
                        + written.json().asText() + "\""));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
