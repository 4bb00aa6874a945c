package io.platformapi.report;

import io.platformapi.console.Paint;
import io.platformapi.contract.source.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a report for people: the worst first, grouped by what it is about, cut to what a screen holds.
 *
 * @param paint what levels, subjects and places are told apart by
 */
record TerminalRenderer(Paint paint) implements Renderer {

    private static final int MOST_FINDINGS = 25;
    private static final int WIDEST = 400;

    @Override
    public String render(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.title());
        List<Finding> worst = report.worstFirst().stream().limit(MOST_FINDINGS).toList();
        Map<String, List<Finding>> groups = worst.stream()
                .collect(Collectors.groupingBy(Finding::subject, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((subject, findings) -> {
            lines.add("");
            lines.add(paint.bold(shown(subject)));
            findings.forEach(finding -> describe(report, finding, lines));
        });
        int more = report.findings().size() - worst.size();
        if (more > 0) {
            lines.add("");
            lines.add("… and " + more + " more; --format json lists all.");
        }
        lines.add("");
        lines.add(report.passes() ? paint.green(report.verdict()) : paint.red(report.verdict()));
        lines.addAll(report.summary());
        return String.join("\n", lines) + "\n";
    }

    private void describe(Report report, Finding finding, List<String> lines) {
        lines.add("  " + word(report, finding.level()) + "  " + shown(finding.message()) + "  "
                + paint.faint("[" + finding.id() + "]"));
        if (finding.consequence() != null) {
            lines.add("      " + shown(finding.consequence()));
        }
        for (Location location : finding.locations()) {
            lines.add("      " + location.role() + ": " + location.clickable() + " " + location.pointer());
        }
        for (Evidence evidence : finding.evidence()) {
            lines.add("      " + evidence.name() + ": " + cut(evidence.text()));
        }
        if (finding.advice() != null) {
            lines.add("      instead: " + finding.advice());
        }
        if (finding.level().fails() && !finding.sites().isEmpty()) {
            int more = finding.sites().size() - 1;
            lines.add("      to waive: " + Waiver.entry(finding, finding.sites().get(0))
                    + (more > 0 ? " and " + more + " more; --format waivers lists all" : ""));
        }
        if (finding.curl() != null) {
            lines.add("      " + finding.curl());
        }
    }

    private String word(Report report, Level level) {
        String word = report.word(level);
        return switch (level) {
            case ERROR -> paint.red(word);
            case UNDECIDED -> paint.yellow(word);
            default -> paint.faint(word);
        };
    }

    private static String cut(String text) {
        return shown(Excerpt.of(text.replace("\n", "\\n"), WIDEST));
    }

    /** A text of a server or a document, which must not move the cursor or colour the screen. */
    private static String shown(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x80-\\x9F]", "\uFFFD");
    }
}
