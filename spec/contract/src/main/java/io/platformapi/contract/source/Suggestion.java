package io.platformapi.contract.source;

import java.util.Collection;
import java.util.Comparator;

/** The name a writer probably meant. */
public final class Suggestion {

    private static final int FARTHEST = 3;

    private Suggestion() {}

    /** {@code ; did you mean "Pet"?} for the nearest known name, or nothing when none is near. */
    public static String of(String name, Collection<String> known) {
        return known.stream()
                .filter(other -> distance(name, other) <= FARTHEST)
                .min(Comparator.comparingInt(other -> distance(name, other)))
                .map(other -> "; did you mean \"" + other + "\"?")
                .orElse("");
    }

    /** Levenshtein's distance, letter case aside. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                boolean same = Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
                int next = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[right.length()];
    }
}
