package io.platformapi.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a report as Markdown that fits in a comment: the outcome first, then the worst. */
final class MarkdownRenderer implements Renderer {

    /** GitHub takes comments of 65,536 characters. */
    private static final int LONGEST = 58_000;

    private static final int LONGEST_LINE = 120;

    @Override
    public String render(Report report) {
        StringBuilder text = new StringBuilder("## " + escape(report.title()) + "\n\n" + report.verdict() + "\n");
        text.append(report.summary().isEmpty() ? "" : "\n");
        report.summary().forEach(line -> text.append("- ").append(escape(line)).append('\n'));
        Map<String, List<Finding>> groups = report.worstFirst().stream()
                .collect(Collectors.groupingBy(Finding::subject, LinkedHashMap::new, Collectors.toList()));
        findings(report, groups, text);
        if (!report.coverage().isEmpty()) {
            text.append("\n### Media types\n\n| | sent | checked | not checked | not tried | never answered |\n")
                    .append("| --- | --- | --- | --- | --- | --- |\n");
            report.coverage().forEach(each -> text.append(row(each)).append('\n'));
        }
        return text.toString();
    }

    /** The findings, as many as a comment on a merge request holds; how many were left out is said. */
    private static void findings(Report report, Map<String, List<Finding>> groups, StringBuilder text) {
        int left = report.findings().size();
        for (Map.Entry<String, List<Finding>> group : groups.entrySet()) {
            StringBuilder heading = new StringBuilder("\n### " + escape(group.getKey()) + "\n\n");
            for (Finding finding : group.getValue()) {
                StringBuilder described = new StringBuilder();
                describe(report, finding, described);
                if (text.length() + heading.length() + described.length() > LONGEST) {
                    text.append("\n… and ").append(left).append(" more; `--report html=FILE` shows all.\n");
                    return;
                }
                text.append(heading).append(described);
                heading.setLength(0);
                left--;
            }
        }
    }

    private static String row(Coverage coverage) {
        return "| "
                + String.join(
                        " | ",
                        escape(coverage.subject()),
                        counted(coverage.sent()),
                        counted(coverage.checked()),
                        counted(coverage.unchecked()),
                        escape(String.join(", ", coverage.untried())),
                        escape(String.join(", ", coverage.unseen())))
                + " |";
    }

    private static String counted(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> escape(count.getKey()) + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    private static void describe(Report report, Finding finding, StringBuilder text) {
        text.append("- **")
                .append(report.word(finding.level()))
                .append("** ")
                .append(escape(finding.message()))
                .append(" (`")
                .append(finding.id())
                .append("`)\n");
        if (finding.consequence() != null) {
            text.append("  ").append(escape(finding.consequence())).append('\n');
        }
        for (Location location : finding.locations()) {
            text.append("  - ")
                    .append(location.role())
                    .append(": `")
                    .append(location.clickable())
                    .append("` `")
                    .append(location.pointer())
                    .append("`\n");
        }
        for (Evidence evidence : finding.evidence()) {
            shown(evidence.name(), evidence.text(), text);
        }
        if (finding.advice() != null) {
            text.append("  - instead: ").append(escape(finding.advice())).append('\n');
        }
        if (finding.curl() != null) {
            shown("to see it", finding.curl(), text);
        }
    }

    /** In its line where it is one and short; else a block. */
    private static void shown(String name, String value, StringBuilder text) {
        text.append("  - ").append(name);
        if (value.length() <= LONGEST_LINE && !value.isBlank() && !value.contains("\n") && !value.contains("`")) {
            text.append(": `").append(value).append("`\n");
            return;
        }
        text.append(":\n\n    ```\n    ").append(value.replace("\n", "\n    ")).append("\n    ```\n\n");
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("<", "\\<")
                .replace("*", "\\*")
                .replace("_", "\\_");
    }
}
