package io.platformapi.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Writes a report as JUnit XML: one test for each thing that was looked at, such as an operation, by a name that is the
 * same in every run. It fails if a finding about it does, is skipped if one is excused or does not fail the run for
 * once, so that what is not in order is not green, and passes otherwise.
 */
final class JUnitRenderer implements Renderer {

    @Override
    public String render(Report report) {
        Map<String, List<Finding>> tests = new LinkedHashMap<>();
        report.examined().keySet().forEach(subject -> tests.put(subject, new ArrayList<>()));
        report.coverage().forEach(each -> tests.computeIfAbsent(each.subject(), any -> new ArrayList<>()));
        report.findings()
                .forEach(finding -> tests.computeIfAbsent(finding.subject(), any -> new ArrayList<>())
                        .add(finding));
        if (tests.isEmpty()) {
            tests.put(report.title(), List.of());
        }
        Duration whole = report.examined().values().stream().reduce(Duration.ZERO, Duration::plus);
        long failed =
                tests.values().stream().filter(each -> fails(report, each)).count();
        long skipped =
                tests.values().stream().filter(each -> isSkipped(report, each)).count();
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"")
                .append(escape(report.tool()))
                .append("\" tests=\"" + tests.size() + "\" failures=\"" + failed)
                .append("\" errors=\"0\" skipped=\"" + skipped + "\" time=\"" + seconds(whole) + "\">\n");
        tests.forEach((subject, findings) -> text.append(testcase(report, subject, findings)));
        return text.append(summary(report)).append("</testsuite>\n").toString();
    }

    private static boolean fails(Report report, List<Finding> findings) {
        return findings.stream().anyMatch(report::fails);
    }

    private static boolean isSkipped(Report report, List<Finding> findings) {
        return !fails(report, findings) && findings.stream().anyMatch(JUnitRenderer::isOutOfOrder);
    }

    /** Whether something is wrong, or nobody could tell, although it may not fail this run. */
    private static boolean isOutOfOrder(Finding finding) {
        return finding.level().fails() || finding.level().isExcused();
    }

    private static String testcase(Report report, String subject, List<Finding> findings) {
        String opening = "  <testcase classname=\"" + escape(report.tool()) + "\" name=\"" + escape(subject)
                + "\" time=\"" + seconds(report.examined().getOrDefault(subject, Duration.ZERO)) + "\"";
        if (findings.isEmpty()) {
            return opening + "/>\n";
        }
        return opening + ">\n" + result(report, findings) + notes(report, findings) + "  </testcase>\n";
    }

    private static String result(Report report, List<Finding> findings) {
        if (isSkipped(report, findings)) {
            return "    <skipped message=\"" + escape(messages(report, findings, JUnitRenderer::isOutOfOrder))
                    + "\"/>\n";
        }
        List<Finding> failed = findings.stream().filter(report::fails).toList();
        if (failed.isEmpty()) {
            return "";
        }
        String details = failed.stream()
                .map(each -> each.id() + ": " + each.message() + "\n" + details(each))
                .collect(Collectors.joining("\n"));
        return "    <failure type=\"" + escape(report.word(failed.get(0).level())) + "\" message=\""
                + escape(messages(report, findings, report::fails)) + "\">" + escape(details) + "</failure>\n";
    }

    private static String messages(Report report, List<Finding> findings, Predicate<Finding> which) {
        return findings.stream()
                .filter(which)
                .map(each -> report.word(each.level()) + ": " + each.message() + " [" + each.id() + "]")
                .collect(Collectors.joining("; "));
    }

    /** What is told beside what decides. */
    private static String notes(Report report, List<Finding> findings) {
        boolean fails = fails(report, findings);
        String notes = messages(report, findings, each -> !report.fails(each) && (fails || !isOutOfOrder(each)));
        return notes.isEmpty() ? "" : "    <system-out>" + escape(notes) + "</system-out>\n";
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }

    private static String summary(Report report) {
        String text = report.verdict() + "\n"
                + report.summary().stream().map(line -> line + "\n").collect(Collectors.joining());
        return "  <system-out>" + escape(text) + "</system-out>\n";
    }

    private static String details(Finding finding) {
        StringBuilder text = new StringBuilder();
        if (finding.consequence() != null) {
            text.append(finding.consequence()).append('\n');
        }
        finding.locations()
                .forEach(each -> text.append(each.role())
                        .append(": ")
                        .append(each.clickable())
                        .append(' ')
                        .append(each.pointer())
                        .append('\n'));
        finding.evidence()
                .forEach(each -> text.append(each.name())
                        .append(": ")
                        .append(each.text())
                        .append('\n'));
        if (finding.advice() != null) {
            text.append("instead: ").append(finding.advice()).append('\n');
        }
        if (finding.curl() != null) {
            text.append(finding.curl()).append('\n');
        }
        return text.toString();
    }

    /** XML 1.0 has no place for most control characters, however they are escaped. */
    private static String escape(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
