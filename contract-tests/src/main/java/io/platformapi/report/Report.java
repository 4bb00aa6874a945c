package io.platformapi.report;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The result of one run of a tool.
 *
 * @param tool the tool, such as {@code compat}
 * @param title what was examined, in one line
 * @param words what the tool calls the levels, such as {@code ERROR -> breaking}
 * @param findings in the order of the document
 * @param summary further lines of the outcome, such as the version a change deserves
 * @param coverage what was done in which media types; none where a tool sends nothing
 * @param examined what was looked at, in the order of the document, and how long each took; none where a tool looks at
 *     its document as a whole
 * @param texts the lines of the documents that were examined, by the files of {@link Location}; those at hand
 * @param failing the levels of which one finding fails the run
 */
public record Report(
        String tool,
        String title,
        Map<Level, String> words,
        List<Finding> findings,
        List<String> summary,
        List<Coverage> coverage,
        Map<String, Duration> examined,
        Map<String, List<String>> texts,
        Set<Level> failing) {

    private static final Set<Level> USUAL =
            Arrays.stream(Level.values()).filter(Level::fails).collect(Collectors.toUnmodifiableSet());

    public Report {
        words = Map.copyOf(words);
        findings = List.copyOf(findings);
        summary = List.copyOf(summary);
        coverage = List.copyOf(coverage);
        examined = Collections.unmodifiableMap(new LinkedHashMap<>(examined));
        texts = Map.copyOf(texts);
        failing = Set.copyOf(failing);
    }

    /** A report without the lines of the documents. */
    public Report(
            String tool,
            String title,
            Map<Level, String> words,
            List<Finding> findings,
            List<String> summary,
            List<Coverage> coverage) {
        this(tool, title, words, findings, summary, coverage, Map.of(), Map.of(), USUAL);
    }

    /** A report of a tool that sends nothing. */
    public Report(String tool, String title, Map<Level, String> words, List<Finding> findings, List<String> summary) {
        this(tool, title, words, findings, summary, List.of());
    }

    /** The same report with other findings. */
    public Report with(List<Finding> others) {
        return new Report(tool, title, words, others, summary, coverage, examined, texts, failing);
    }

    /** The same report with another summary. */
    public Report summing(List<String> lines) {
        return new Report(tool, title, words, findings, lines, coverage, examined, texts, failing);
    }

    /** The same report with what was looked at, and how long each took. */
    public Report examining(Map<String, Duration> subjects) {
        return new Report(tool, title, words, findings, summary, coverage, subjects, texts, failing);
    }

    /** The same report with the lines of documents. */
    public Report quoting(Map<String, List<String>> lines) {
        return new Report(tool, title, words, findings, summary, coverage, examined, lines, failing);
    }

    /** The same report of a run that other levels fail, as its user wants it. */
    public Report failing(Set<Level> levels) {
        return new Report(tool, title, words, findings, summary, coverage, examined, texts, levels);
    }

    /** The same report with another word for a level. */
    public Report calling(Level level, String word) {
        Map<Level, String> others = new LinkedHashMap<>(words);
        others.put(level, word);
        return new Report(tool, title, others, findings, summary, coverage, examined, texts, failing);
    }

    /** Whether a finding fails the run. */
    boolean fails(Finding finding) {
        return failing.contains(finding.level());
    }

    /** The findings, those that fail before the others. */
    List<Finding> worstFirst() {
        return findings.stream().sorted(Comparator.comparing(Finding::level)).toList();
    }

    /** Whether nothing that fails a run was found. */
    public boolean passes() {
        return findings.stream().noneMatch(this::fails);
    }

    /** The tool's word for a level. */
    public String word(Level level) {
        return words.getOrDefault(level, level.name().toLowerCase(Locale.ROOT));
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
