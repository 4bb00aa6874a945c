package io.platformapi.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of one run of a tool.
 *
 * @param tool the tool, such as {@code compat}
 * @param title what was examined, in one line
 * @param words what the tool calls the levels, such as {@code ERROR -> breaking}
 * @param findings in the order of the document
 * @param summary further lines of the outcome, such as the version a change deserves
 * @param coverage what was done in which media types; none where a tool sends nothing
 */
public record Report(
        String tool,
        String title,
        Map<Level, String> words,
        List<Finding> findings,
        List<String> summary,
        List<Coverage> coverage) {

    public Report {
        words = Map.copyOf(words);
        findings = List.copyOf(findings);
        summary = List.copyOf(summary);
        coverage = List.copyOf(coverage);
    }

    /** A report of a tool that sends nothing. */
    public Report(String tool, String title, Map<Level, String> words, List<Finding> findings, List<String> summary) {
        this(tool, title, words, findings, summary, List.of());
    }

    /** The same report with other findings. */
    public Report with(List<Finding> others) {
        return new Report(tool, title, words, others, summary, coverage);
    }

    /** Whether nothing that fails a run was found. */
    public boolean passes() {
        return findings.stream().noneMatch(finding -> finding.level().fails());
    }

    /** The tool's word for a level. */
    public String word(Level level) {
        return words.getOrDefault(level, level.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** How many findings there are of each level, the worst first. */
    public Map<Level, Long> counts() {
        Map<Level, Long> counts = new LinkedHashMap<>();
        for (Level level : Level.values()) {
            long count = findings.stream()
                    .filter(finding -> finding.level() == level)
                    .count();
            if (count > 0) {
                counts.put(level, count);
            }
        }
        return counts;
    }

    /** The counts in words, such as {@code 2 breaking, 1 compatible}. */
    public String verdict() {
        String counted = counts().entrySet().stream()
                .map(each -> each.getValue() + " " + word(each.getKey()))
                .reduce((one, other) -> one + ", " + other)
                .orElse("nothing found");
        return counted;
    }
}
