package io.platformapi.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a report as Markdown. */
final class MarkdownRenderer implements Renderer {

    @Override
    public String render(Report report) {
        StringBuilder text = new StringBuilder("## " + escape(report.title()) + "\n\n" + report.verdict() + "\n");
        report.summary().forEach(line -> text.append('\n').append(escape(line)).append('\n'));
        Map<String, List<Finding>> groups = report.findings().stream()
                .collect(Collectors.groupingBy(Finding::subject, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((subject, findings) -> {
            text.append("\n### ").append(escape(subject)).append("\n\n");
            findings.forEach(finding -> describe(report, finding, text));
        });
        if (!report.coverage().isEmpty()) {
            text.append("\n### Media types\n\n| | sent | checked | not checked | not tried | never answered |\n")
                    .append("| --- | --- | --- | --- | --- | --- |\n");
            report.coverage().forEach(each -> text.append(row(each)).append('\n'));
        }
        return text.toString();
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
            text.append("  - ").append(evidence.name()).append(":\n\n");
            text.append("    ```\n    ")
                    .append(evidence.text().replace("\n", "\n    "))
                    .append("\n    ```\n\n");
        }
        if (finding.advice() != null) {
            text.append("  - instead: ").append(escape(finding.advice())).append('\n');
        }
        if (finding.curl() != null) {
            text.append("\n    ```\n    ").append(finding.curl()).append("\n    ```\n\n");
        }
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("<", "\\<")
                .replace("*", "\\*")
                .replace("_", "\\_");
    }
}
