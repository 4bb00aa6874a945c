package io.platformapi.conformance;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.util.diff.DiffUtils;

/**
 * What differs between two texts of exchanges, as {@code diff -u} shows it: changed lines with the lines around them.
 * Long lines are broken at their members, with {@code ↪} before each further piece.
 */
final class Difference {

    private static final int LINES_AROUND = 4;
    private static final int LONG = 160;
    private static final Pattern BETWEEN_MEMBERS = Pattern.compile("(?<=,)|(?<=>)(?=<)");

    private Difference() {}

    /** The difference; empty where there is none. */
    static String between(String name, String expected, String received) {
        List<String> before = broken(expected);
        List<String> after = broken(received);
        return DiffUtils.generateUnifiedDiff(
                        name, name + " as answered", before, DiffUtils.diff(before, after), LINES_AROUND)
                .stream()
                .map(line -> (line.startsWith("@@ -") ? place(line, before) : line) + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> broken(String text) {
        return Stream.of(text.split("\n", -1)).flatMap(Difference::pieces).toList();
    }

    private static Stream<String> pieces(String line) {
        return line.length() > LONG
                ? Stream.of(BETWEEN_MEMBERS.matcher(line).replaceAll("\n↪ ").split("\n"))
                : Stream.of(line);
    }

    /** Which exchange a hunk is in, for the numbers of broken lines say little. */
    private static String place(String hunk, List<String> lines) {
        int number = Integer.parseInt(hunk.substring("@@ -".length(), hunk.indexOf(',')));
        return lines.stream()
                .limit(number)
                .filter(line -> line.startsWith("###"))
                .reduce(
                        "@@",
                        (first, second) ->
                                "@@ " + second.substring("###".length()).strip() + " @@");
    }
}
