package io.platformapi.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a report as JUnit XML, so that what is not in order is not green: each finding that fails a run is a failure,
 * each that is excused a skipped test. What was tested without a finding is a test that passes.
 */
final class JUnitRenderer implements Renderer {

    @Override
    public String render(Report report) {
        List<String> tests = new ArrayList<>();
        clean(report).forEach(subject -> tests.add(testcase(subject, report.tool()) + "/>\n"));
        report.findings().forEach(finding -> tests.add(testcase(report, finding)));
        if (tests.isEmpty()) {
            tests.add(testcase(report.tool(), report.title()) + "/>\n");
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"" + escape(report.tool())
                + "\" tests=\"" + tests.size()
                + "\" failures=\"" + count(report, Level::fails)
                + "\" errors=\"0\" skipped=\"" + count(report, Level::isExcused)
                + "\">\n" + String.join("", tests) + summary(report) + "</testsuite>\n";
    }

    /** What was tested, and nothing was found at. */
    private static Stream<String> clean(Report report) {
        Set<String> found = report.findings().stream().map(Finding::subject).collect(Collectors.toSet());
        return report.coverage().stream().map(Coverage::subject).filter(subject -> !found.contains(subject));
    }

    private static long count(Report report, Predicate<Level> which) {
        return report.findings().stream().map(Finding::level).filter(which).count();
    }

    private static String testcase(String subject, String name) {
        return "  <testcase classname=\"" + escape(subject) + "\" name=\"" + escape(name) + "\"";
    }

    private static String testcase(Report report, Finding finding) {
        String opening = testcase(finding.subject(), finding.id() + ": " + finding.message());
        if (finding.level().isExcused()) {
            return opening + ">\n    <skipped message=\""
                    + escape(report.word(finding.level()) + ": " + finding.message())
                    + "\"/>\n  </testcase>\n";
        }
        if (!finding.level().fails()) {
            return opening + "/>\n";
        }
        return opening + ">\n    <failure type=\"" + escape(report.word(finding.level())) + "\" message=\""
                + escape(finding.message()) + "\">" + escape(details(finding)) + "</failure>\n  </testcase>\n";
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
