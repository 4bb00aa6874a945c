package io.platformapi.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes a report as one page that needs nothing else: no script, no request. Summary first, then the findings by what
 * they are about, the worst first, each with the lines of the documents side by side. Boxes to tick leave out what is
 * of a level.
 */
final class HtmlRenderer implements Renderer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AROUND = 3;
    private static final int WIDEST = 240;
    private static final int MOST_SHOWN = 20;
    private static final int LONGEST_LINE = 200;

    @Override
    public String render(Report report) {
        Map<String, List<Finding>> groups = report.worstFirst().stream()
                .collect(Collectors.groupingBy(Finding::subject, LinkedHashMap::new, Collectors.toList()));
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(escape(report.tool() + ": " + report.verdict()))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n");
        head(report, groups, page);
        int[] number = {0};
        groups.forEach((subject, findings) -> {
            page.append("<section id=\"s")
                    .append(number[0]++)
                    .append("\" class=\"")
                    .append(only(findings))
                    .append("\"><h2>")
                    .append(escape(subject))
                    .append("</h2>\n");
            findings.forEach(finding -> describe(report, finding, page));
            page.append("</section>\n");
        });
        page.append(CoverageTable.of(report));
        return page.append("</html>\n").toString();
    }

    private static String style() {
        try (InputStream css = Objects.requireNonNull(HtmlRenderer.class.getResourceAsStream("report.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void head(Report report, Map<String, List<Finding>> groups, StringBuilder page) {
        page.append("<header><h1>").append(escape(report.title())).append("</h1>\n<p class=\"verdict\">");
        report.counts()
                .forEach((level, count) -> page.append("<span class=\"")
                        .append(level.severity())
                        .append("\">")
                        .append(count)
                        .append(' ')
                        .append(escape(report.word(level)))
                        .append("</span> "));
        page.append(report.findings().isEmpty() ? escape(report.verdict()) : "").append("</p>\n");
        report.summary().forEach(line -> summary(line, page));
        if (report.counts().size() > 1) {
            filter(report, page);
        }
        contents(groups, page);
        page.append("</header>\n");
    }

    /** A line about the run; of one that lists much, only what it lists until somebody asks. */
    private static void summary(String line, StringBuilder page) {
        int colon = line.indexOf(": ");
        if (line.length() <= LONGEST_LINE || colon < 0) {
            page.append("<p>").append(escape(line)).append("</p>\n");
        } else {
            page.append("<details><summary>")
                    .append(escape(line.substring(0, colon)))
                    .append("</summary>")
                    .append(escape(line.substring(colon + 2)))
                    .append("</details>\n");
        }
    }

    /** A box for each level: what is not ticked is not shown. */
    private static void filter(Report report, StringBuilder page) {
        page.append("<fieldset><legend>Show</legend>\n");
        report.counts()
                .keySet()
                .forEach(level -> page.append("<label><input type=\"checkbox\" checked class=\"show-")
                        .append(name(level))
                        .append("\"> ")
                        .append(escape(report.word(level)))
                        .append("</label>\n"));
        page.append("</fieldset>\n");
    }

    private static String name(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    /** The class of what is about findings of one level only, and goes when they do. */
    private static String only(List<Finding> findings) {
        List<Level> levels = findings.stream().map(Finding::level).distinct().toList();
        return levels.size() == 1 ? "only-" + name(levels.get(0)) : "several";
    }

    /** What the findings are about: at first what fails, and the rest where somebody asks. */
    private static void contents(Map<String, List<Finding>> groups, StringBuilder page) {
        long failing = groups.values().stream().filter(HtmlRenderer::fails).count();
        long shown = groups.size() <= MOST_SHOWN ? groups.size() : failing;
        page.append("<nav><ul>\n");
        int number = 0;
        for (Map.Entry<String, List<Finding>> group : groups.entrySet()) {
            if (number == shown) {
                page.append("</ul><details><summary>")
                        .append(groups.size() - shown)
                        .append(shown == 0 ? "" : " more")
                        .append(" where nothing fails</summary><ul>\n");
            }
            page.append("<li class=\"")
                    .append(only(group.getValue()))
                    .append("\"><a href=\"#s")
                    .append(number++)
                    .append("\">")
                    .append(escape(group.getKey()))
                    .append("</a> ")
                    .append(group.getValue().size())
                    .append("</li>\n");
        }
        page.append(groups.size() > shown ? "</ul></details></nav>" : "</ul></nav>");
    }

    private static boolean fails(List<Finding> findings) {
        return findings.stream().anyMatch(each -> each.level().fails());
    }

    private static void describe(Report report, Finding finding, StringBuilder page) {
        page.append("<div class=\"is-")
                .append(name(finding.level()))
                .append(finding.level().fails() ? "\"><details open" : "\"><details")
                .append("><summary><span class=\"")
                .append(finding.level().severity())
                .append("\">")
                .append(escape(report.word(finding.level())))
                .append("</span> ")
                .append(escape(finding.message()))
                .append(" <code>")
                .append(escape(finding.id()))
                .append("</code></summary>\n");
        if (finding.consequence() != null) {
            page.append("<p>").append(escape(finding.consequence())).append("</p>\n");
        }
        page.append("<div class=\"sides\">\n");
        finding.locations().forEach(location -> side(report, location, page));
        page.append("</div>\n<dl>\n");
        finding.evidence().forEach(each -> row(each.name(), pretty(each.text()), page));
        if (finding.advice() != null) {
            row("instead", finding.advice(), page);
        }
        if (finding.curl() != null) {
            row("to see it", finding.curl(), page);
        }
        page.append("</dl></details></div>\n");
    }

    private static void row(String name, String text, StringBuilder page) {
        page.append("<dt>")
                .append(escape(name))
                .append("</dt><dd><pre>")
                .append(escape(text))
                .append("</pre></dd>\n");
    }

    /** The lines around a place, as far as the document's text is at hand. */
    private static void side(Report report, Location location, StringBuilder page) {
        page.append("<figure><figcaption>")
                .append(escape(location.role() + ": " + location.clickable()))
                .append(" <code>")
                .append(escape(location.pointer()))
                .append("</code></figcaption>");
        List<String> text = report.texts().getOrDefault(location.file(), List.of());
        if (location.line() > 0 && location.line() <= text.size()) {
            page.append("<pre>");
            int last = Math.min(text.size(), location.line() + AROUND);
            for (int line = Math.max(1, location.line() - AROUND); line <= last; line++) {
                page.append(line == location.line() ? "<mark>" : "<span>")
                        .append(String.format("%5d  ", line))
                        .append(escape(cut(text.get(line - 1))))
                        .append(line == location.line() ? "</mark>" : "</span>")
                        .append('\n');
            }
            page.append("</pre>");
        }
        page.append("</figure>\n");
    }

    private static String cut(String line) {
        return line.length() > WIDEST ? line.substring(0, WIDEST) + " …" : line;
    }

    private static String pretty(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return text;
        }
        try {
            return JSON.readTree(text).toPrettyString();
        } catch (JsonProcessingException e) {
            return text; // not every message is JSON
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
