package io.platformapi.mock.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was not recorded, and why, by reason: the first reasons by themselves, all others together. */
final class Misuses {

    private static final int MOST = 20;

    private final String what;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private int others;

    /** @param what what is counted, such as {@code requests that break the document} */
    Misuses(String what) {
        this.what = what;
    }

    void count(String why) {
        if (counts.containsKey(why) || counts.size() < MOST) {
            counts.merge(why, 1, Integer::sum);
        } else {
            others++;
        }
    }

    /** One line for all and one for each reason; none where there was nothing. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int sum = others + counts.values().stream().mapToInt(Integer::intValue).sum();
        if (sum > 0) {
            lines.add("not recorded, " + what + ": " + sum);
            counts.forEach((why, count) -> lines.add("  " + count + " × " + why));
        }
        if (others > 0) {
            lines.add("  " + others + " × for other reasons");
        }
        return lines;
    }
}
