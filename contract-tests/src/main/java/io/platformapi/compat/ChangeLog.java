package io.platformapi.compat;

import io.platformapi.report.Finding;
import io.platformapi.report.Report;
import io.platformapi.report.ReportFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that changed between two editions, a line each: grouped by what it means to clients, and by operation. */
record ChangeLog(Report report) {

    /** What a change means to clients, in the order they are told. */
    private enum Effect {
        BREAKING("Breaks clients"),
        UNDECIDED("May break clients: nobody can tell"),
        ACCEPTED("Breaks clients, and was agreed on"),
        OPERATIONS("New and gone operations"),
        REQUESTS("What clients may send"),
        ANSWERS("What clients receive"),
        DEPRECATED("Deprecated"),
        DESCRIBED("Described anew"),
        REWRITTEN("Written in another way, without effect");

        private final String title;

        Effect(String title) {
            this.title = title;
        }

        static Effect of(Finding finding) {
            String id = finding.id();
            return switch (finding.level()) {
                case ERROR -> BREAKING;
                case UNDECIDED -> UNDECIDED;
                case WAIVED, KNOWN, ALLOWED -> ACCEPTED;
                case NOTE ->
                    id.endsWith("-deprecated") || id.startsWith("sunset-")
                            ? DEPRECATED
                            : id.endsWith("-described")
                                    ? DESCRIBED
                                    : id.endsWith("-rewritten") ? REWRITTEN : ofMessages(id);
            };
        }

        private static Effect ofMessages(String id) {
            return id.startsWith("request-") ? REQUESTS : id.startsWith("response-") ? ANSWERS : OPERATIONS;
        }
    }

    /** The change log as Markdown, or as a terminal shows it. */
    String text(ReportFormat format) {
        boolean markdown = format == ReportFormat.MARKDOWN;
        StringBuilder text =
                new StringBuilder(markdown ? "## " : "").append(report.title()).append('\n');
        groups().forEach((effect, findings) -> {
            text.append('\n')
                    .append(markdown ? "### " : "")
                    .append(effect.title)
                    .append(markdown ? "\n\n" : "\n");
            text.append(part(ChangeLines.of(findings), markdown));
        });
        text.append('\n').append(report.verdict()).append('\n');
        report.summary()
                .forEach(line -> text.append(markdown ? "\n" : "").append(line).append('\n'));
        return text.toString();
    }

    private Map<Effect, List<Finding>> groups() {
        Map<Effect, List<Finding>> groups = new TreeMap<>();
        report.findings()
                .forEach(each -> groups.computeIfAbsent(Effect.of(each), any -> new ArrayList<>())
                        .add(each));
        return groups;
    }

    /** Operations that are only new or gone come first, a line each. */
    private static String part(Map<String, List<ChangeLines.Line>> lines, boolean markdown) {
        List<String> blocks = new ArrayList<>();
        StringBuilder lone = new StringBuilder();
        lines.forEach((subject, said) -> {
            if (said.size() == 1 && said.get(0).isOfOperation()) {
                lone.append(markdown ? "- **" + escape(subject) + "** " : "  " + subject + " ")
                        .append(escaped(said.get(0).ofOperation(), markdown))
                        .append('\n');
            } else {
                StringBuilder block =
                        new StringBuilder(markdown ? "**" + escape(subject) + "**\n\n" : "  " + subject + "\n");
                said.forEach(line -> block.append(markdown ? "- " : "    ")
                        .append(escaped(line.text(), markdown))
                        .append('\n'));
                blocks.add(block.toString());
            }
        });
        if (!lone.isEmpty()) {
            blocks.add(0, lone.toString());
        }
        return String.join(markdown ? "\n" : "", blocks);
    }

    private static String escaped(String text, boolean markdown) {
        return markdown ? escape(text) : text;
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("<", "\\<")
                .replace("*", "\\*")
                .replace("_", "\\_");
    }
}
