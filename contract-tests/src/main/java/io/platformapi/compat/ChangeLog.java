package io.platformapi.compat;

import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.Report;
import io.platformapi.report.ReportFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        groups().forEach((effect, subjects) -> {
            text.append('\n')
                    .append(markdown ? "### " : "")
                    .append(effect.title)
                    .append('\n');
            subjects.forEach((subject, lines) -> {
                text.append(markdown ? "\n**" + escape(subject) + "**\n\n" : "  " + subject + "\n");
                lines.forEach(line -> text.append(markdown ? "- " + escape(line) : "    " + line)
                        .append('\n'));
            });
        });
        text.append('\n').append(report.verdict()).append('\n');
        report.summary()
                .forEach(line -> text.append(markdown ? "\n" : "").append(line).append('\n'));
        return text.toString();
    }

    private Map<Effect, Map<String, List<String>>> groups() {
        Map<Effect, Map<String, List<String>>> groups = new LinkedHashMap<>();
        for (Effect effect : Effect.values()) {
            for (Finding finding : report.findings()) {
                if (Effect.of(finding) == effect) {
                    groups.computeIfAbsent(effect, ignored -> new LinkedHashMap<>())
                            .computeIfAbsent(finding.subject(), ignored -> new ArrayList<>())
                            .add(line(finding));
                }
            }
        }
        return groups;
    }

    private static String line(Finding finding) {
        return finding.evidence().stream()
                .filter(each -> each.name().equals("also"))
                .map(Evidence::text)
                .findFirst()
                .map(others -> finding.message() + " (also " + others + ")")
                .orElse(finding.message());
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("<", "\\<")
                .replace("*", "\\*")
                .replace("_", "\\_");
    }
}
