package io.platformapi.verify;

import io.platformapi.report.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells in a few lines which media types a verification used, and which it did not. */
final class MediaTypeSummary {

    private static final int MOST_PLACES = 3;

    private MediaTypeSummary() {}

    static List<String> lines(List<Coverage> coverage) {
        List<String> lines = new ArrayList<>();
        add(lines, "Bodies sent: ", counted(coverage, Coverage::sent));
        add(lines, "Bodies checked: ", counted(coverage, Coverage::checked));
        add(
                lines,
                "Bodies received of which nothing but the type was checked: ",
                counted(coverage, Coverage::unchecked));
        add(
                lines,
                "Types of requests not tried, for lack of an example to send: ",
                placed(coverage, Coverage::untried));
        add(lines, "Types of answers that never came: ", placed(coverage, Coverage::unseen));
        return lines;
    }

    private static void add(List<String> lines, String what, String which) {
        if (!which.isEmpty()) {
            lines.add(what + which + ".");
        }
    }

    private static String counted(List<Coverage> coverage, Function<Coverage, Map<String, Integer>> counts) {
        Map<String, Integer> sums = new TreeMap<>();
        coverage.forEach(each -> counts.apply(each).forEach((type, count) -> sums.merge(type, count, Integer::sum)));
        return sums.entrySet().stream()
                .map(sum -> sum.getKey() + " " + sum.getValue())
                .collect(Collectors.joining(", "));
    }

    /** {@code image/png (PUT /pets/{petId}/photo)}. */
    private static String placed(List<Coverage> coverage, Function<Coverage, List<String>> types) {
        Map<String, List<String>> places = new TreeMap<>();
        coverage.forEach(each -> types.apply(each)
                .forEach(type ->
                        places.computeIfAbsent(type, any -> new ArrayList<>()).add(each.subject())));
        return places.entrySet().stream()
                .map(place -> place.getKey() + " (" + some(place.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String some(List<String> subjects) {
        return subjects.size() > MOST_PLACES ? subjects.size() + " operations" : String.join(", ", subjects);
    }
}
