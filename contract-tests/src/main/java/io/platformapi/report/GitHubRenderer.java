package io.platformapi.report;

/** Writes a report as GitHub workflow commands, one a line; a finding is shown at its last location. */
final class GitHubRenderer implements Renderer {

    @Override
    public String render(Report report) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : report.worstFirst()) {
            text.append("::").append(command(finding.level())).append(' ');
            if (!finding.locations().isEmpty()) {
                Location location = finding.locations().get(finding.locations().size() - 1);
                text.append("file=").append(property(location.file())).append(',');
                if (location.line() > 0) {
                    text.append("line=").append(location.line()).append(',');
                }
            }
            text.append("title=")
                    .append(property(finding.id()))
                    .append("::")
                    .append(data(finding))
                    .append('\n');
        }
        report.summary().forEach(line -> text.append(notice(report, line)));
        return text.append(notice(report, report.verdict())).toString();
    }

    private static String notice(Report report, String line) {
        return "::notice title=" + property(report.tool()) + "::" + escape(line) + "\n";
    }

    private static String command(Level level) {
        return level.fails() ? level.severity() : "notice";
    }

    private static String data(Finding finding) {
        StringBuilder text = new StringBuilder(finding.subject() + ": " + finding.message());
        if (finding.consequence() != null) {
            text.append('\n').append(finding.consequence());
        }
        finding.evidence()
                .forEach(each ->
                        text.append('\n').append(each.name()).append(": ").append(each.text()));
        if (finding.advice() != null) {
            text.append("\ninstead: ").append(finding.advice());
        }
        return escape(text.toString());
    }

    private static String escape(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return escape(text).replace(":", "%3A").replace(",", "%2C");
    }
}
