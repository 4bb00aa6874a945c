package io.platformapi.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was reached of each operation, as a table of HTML: what was not is named where its row is opened. */
final class CoverageTable {

    private static final List<String> KINDS = List.of("statuses", "parameters", "rules");

    private CoverageTable() {}

    static String of(Report report) {
        if (report.coverage().isEmpty()) {
            return "";
        }
        return "<section id=\"coverage\"><h2>Coverage</h2>\n<table><thead><tr><th>operation</th>"
                + "<th>succeeded</th><th>statuses</th><th>parameters</th><th>rules kept and broken</th>"
                + "<th>types sent</th><th>types answered</th><th>not reached</th></tr></thead>\n<tbody>\n"
                + report.coverage().stream().map(CoverageTable::row).collect(Collectors.joining())
                + "</tbody></table></section>\n";
    }

    private static String row(Coverage coverage) {
        String kinds = KINDS.stream()
                .map(kind -> "<td>" + share(coverage.points(kind)) + "</td>")
                .collect(Collectors.joining());
        List<Coverage.Point> success = coverage.points("operations");
        boolean succeeded = success.isEmpty() || success.get(0).isReached();
        return "<tr><td>" + HtmlRenderer.escape(coverage.subject()) + "</td><td>"
                + (succeeded ? "yes" : "<span class=\"warning\">no</span>") + "</td>" + kinds + "<td>"
                + counted(coverage.sent()) + "</td><td>"
                + counted(coverage.checked())
                + counted(coverage.unchecked()).replaceFirst("^(?=.)", " unchecked: ") + "</td><td>" + missed(coverage)
                + "</td></tr>\n";
    }

    private static String share(List<Coverage.Point> points) {
        long reached = points.stream().filter(Coverage.Point::isReached).count();
        String text = reached + " of " + points.size();
        return points.isEmpty() ? "" : reached == points.size() ? text : "<span class=\"warning\">" + text + "</span>";
    }

    private static String counted(Map<String, Integer> counts) {
        return HtmlRenderer.escape(counts.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", ")));
    }

    private static String missed(Coverage coverage) {
        List<String> missed = Stream.of(
                        coverage.points().stream()
                                .filter(point -> !point.isReached())
                                .map(point -> (point.kind().equals("statuses") ? "status " : "") + point.what()),
                        coverage.untried().stream().map(type -> type + " was not sent"),
                        coverage.unseen().stream().map(type -> type + " was never answered"))
                .flatMap(each -> each)
                .toList();
        return missed.isEmpty()
                ? ""
                : "<details><summary>" + missed.size() + "</summary><ul>"
                        + missed.stream()
                                .map(each -> "<li>" + HtmlRenderer.escape(each) + "</li>")
                                .collect(Collectors.joining())
                        + "</ul></details>";
    }
}
