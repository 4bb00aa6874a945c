package io.platformapi.report;

import io.platformapi.console.Paint;
import java.util.Locale;

/** The forms a report can be written in; the names are the values of {@code --format}. */
public enum ReportFormat {
    /** For people at a terminal: grouped, one screen. */
    TERMINAL(new TerminalRenderer(Paint.PLAIN)),
    /** Everything, for programs. */
    JSON(new JsonRenderer()),
    /** For a merge request or a release note. */
    MARKDOWN(new MarkdownRenderer()),
    /** One page for a browser, that needs nothing else. */
    HTML(new HtmlRenderer()),
    /** For CI servers that show tests. */
    JUNIT(new JUnitRenderer()),
    /** SARIF 2.1.0, for code scanning. */
    SARIF(new SarifRenderer()),
    /** Workflow commands that GitHub shows beside the lines. */
    GITHUB(new GitHubRenderer()),
    /** A file of waivers for all that fails, to be filled in. */
    WAIVERS(new WaiversRenderer());

    private final Renderer renderer;

    ReportFormat(Renderer renderer) {
        this.renderer = renderer;
    }

    /** The report in this form. */
    public String render(Report report) {
        return renderer.render(report);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
