package io.platformapi.verify;

import io.platformapi.report.Coverage;
import io.platformapi.report.Coverage.Point;
import java.util.ArrayList;
import java.util.List;

/** Tells in a few lines what was not tried of what the document says, and why. */
final class LeftOpen {

    private LeftOpen() {}

    static List<String> lines(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        if (outcome.tally().left() > 0) {
            lines.add(outcome.tally().left() + (outcome.tally().left() == 1 ? " way" : " ways")
                    + " to break a request were not tried, because --derived lets no more be sent.");
        }
        add(lines, outcome, "alone", "optional parameters never went alone into a request that succeeded");
        add(lines, outcome, "statuses", "documented statuses never came");
        return lines;
    }

    private static void add(List<String> lines, Outcome outcome, String kind, String what) {
        List<String> missed = new ArrayList<>();
        int all = 0;
        for (Coverage coverage : outcome.coverage()) {
            List<Point> points = coverage.points(kind);
            all += points.size();
            points.stream()
                    .filter(point -> !point.isReached())
                    .forEach(point -> missed.add(coverage.subject() + " " + point.what()));
        }
        if (!missed.isEmpty()) {
            lines.add(missed.size() + " of " + all + " " + what + ": " + NameList.some(missed) + ".");
        }
    }
}
