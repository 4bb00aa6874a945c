package io.platformapi.contract.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;

/** The name a writer probably meant. */
public final class Suggestion {

    private static final int SHORT = 5;
    private static final int LONG = 8;

    private Suggestion() {}

    /** {@code ; did you mean "Pet"?} for the nearest known name, or nothing when none is near. */
    public static String of(String name, Collection<String> known) {
        return known.stream()
                .filter(other -> distance(name, other) <= farthest(name))
                .min(Comparator.comparingInt(other -> distance(name, other)))
                .map(other -> "; did you mean \"" + other + "\"?")
                .orElse("");
    }

    /** Of a short name every letter counts: what differs in two of four is another word. */
    private static int farthest(String name) {
        return name.length() <= SHORT ? 1 : name.length() <= LONG ? 2 : 3;
    }

    /** Levenshtein's distance, letter case aside; two letters in the wrong order are one mistake. */
    private static int distance(String left, String right) {
        String from = left.toLowerCase(Locale.ROOT);
        String to = right.toLowerCase(Locale.ROOT);
        int[] before = new int[to.length() + 1];
        int[] above = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + same);
                if (isTurned(from, i, to, j)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = above;
            above = row;
        }
        return above[to.length()];
    }

    private static boolean isTurned(String from, int i, String to, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
