package io.platformapi.report;

/** Writes a report as JUnit XML: each finding is a test, and those that fail a run are failures. */
final class JUnitRenderer implements Renderer {

    @Override
    public String render(Report report) {
        long failures = report.findings().stream()
                .filter(finding -> finding.level().fails())
                .count();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuite name=\"")
                .append(escape(report.tool()))
                .append("\" tests=\"")
                .append(Math.max(1, report.findings().size()))
                .append("\" failures=\"")
                .append(failures)
                .append("\" errors=\"0\" skipped=\"0\">\n");
        if (report.findings().isEmpty()) {
            xml.append("  <testcase classname=\"")
                    .append(escape(report.tool()))
                    .append("\" name=\"")
                    .append(escape(report.title()))
                    .append("\"/>\n");
        }
        report.findings().forEach(finding -> describe(report, finding, xml));
        return xml.append("</testsuite>\n").toString();
    }

    private static void describe(Report report, Finding finding, StringBuilder xml) {
        xml.append("  <testcase classname=\"")
                .append(escape(finding.subject()))
                .append("\" name=\"")
                .append(escape(finding.id() + ": " + finding.message()))
                .append('"');
        if (!finding.level().fails()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n    <failure type=\"")
                .append(escape(report.word(finding.level())))
                .append("\" message=\"")
                .append(escape(finding.message()))
                .append("\">")
                .append(escape(details(finding)))
                .append("</failure>\n  </testcase>\n");
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
