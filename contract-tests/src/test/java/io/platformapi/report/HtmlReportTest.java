package io.platformapi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page for a browser, and the text for a comment. */
class HtmlReportTest {

    private static final Report REPORT = new Report(
                    "compat",
                    "old.yaml → <new>.yaml",
                    Map.of(Level.ERROR, "breaking", Level.NOTE, "compatible"),
                    List.of(
                            Finding.of("operation-added", Level.NOTE, "GET /owners", "The operation is new."),
                            Finding.of("request-maximum-narrowed", Level.ERROR, "GET /pets", "limit < 10 & more.")
                                    .hurting("The server refuses.")
                                    .at(List.of(
                                            new Location("old", "old.yaml", "/paths/~1pets", 2),
                                            new Location("new", "git:main:gone.yaml", "/paths/~1pets", 7)))
                                    .provedBy(List.of(new Evidence("witness", "{\"a\":1}")))
                                    .advising("keep it")),
                    List.of("info.version says too little."))
            .quoting(Map.of("old.yaml", List.of("openapi: 3.1.1", "paths: {<b>}", "info:")));

    @Test
    void isOnePageThatAsksForNothingElse() {
        String page = ReportFormat.HTML.render(REPORT);
        assertThat(page).startsWith("<!doctype html>").doesNotContain("<script", "http:", "https:", "@import", "url(");
        assertThat(page).contains("prefers-color-scheme: dark");
    }

    @Test
    void tellsTheOutcomeFirstThenTheWorst() {
        assertThat(ReportFormat.HTML.render(REPORT))
                .containsSubsequence(
                        "<h1>old.yaml → &lt;new&gt;.yaml</h1>",
                        "<span class=\"error\">1 breaking</span> <span class=\"note\">1 compatible</span>",
                        "<p>info.version says too little.</p>",
                        "<h2>GET /pets</h2>",
                        "<details open><summary><span class=\"error\">breaking</span> limit &lt; 10 &amp; more."
                                + " <code>request-maximum-narrowed</code></summary>",
                        "<p>The server refuses.</p>",
                        "<h2>GET /owners</h2>",
                        "<details><summary><span class=\"note\">compatible</span> The operation is new.");
    }

    /** A line that lists a hundred operations would push what fails out of sight. */
    @Test
    void foldsALineThatListsMuch() {
        String list = "GET /pets, ".repeat(20);
        Report report = new Report("verify", "Pets", Map.of(), List.of(), List.of("Not tried: " + list));
        assertThat(ReportFormat.HTML.render(report))
                .contains("<details><summary>Not tried</summary>" + list + "</details>");
    }

    /** A large report is mostly of what nobody has to look at. */
    @Test
    void showsWhatIsOfALevelWhereItsBoxIsTicked() {
        String page = ReportFormat.HTML.render(REPORT);
        assertThat(page)
                .containsSubsequence(
                        ":root:has(.show-note:not(:checked)) :is(.is-note, .only-note) { display: none; }",
                        "<label><input type=\"checkbox\" checked class=\"show-error\"> breaking</label>",
                        "<label><input type=\"checkbox\" checked class=\"show-note\"> compatible</label>",
                        "class=\"only-error\"><h2>GET /pets</h2>",
                        "<div class=\"is-error\"><details open>",
                        "class=\"only-note\"><h2>GET /owners</h2>",
                        "<div class=\"is-note\"><details>");
    }

    @Test
    void listsAtFirstWhatFailsWhereThereIsMuch() {
        List<Finding> findings = new ArrayList<>(REPORT.findings());
        IntStream.range(0, 20)
                .mapToObj(i -> Finding.of("operation-added", Level.NOTE, "GET /" + i, "The operation is new."))
                .forEach(findings::add);
        assertThat(ReportFormat.HTML.render(new Report("compat", "a → b", Map.of(), findings, List.of())))
                .containsSubsequence(
                        "<nav><ul>\n<li class=\"only-error\"><a href=\"#s0\">GET /pets</a> 1</li>\n</ul>",
                        "<details><summary>21 more where nothing fails</summary><ul>\n<li class=\"only-note\">",
                        "<a href=\"#s21\">GET /19</a> 1</li>\n</ul></details></nav></header>");
    }

    @Test
    void showsTheLinesOfBothDocumentsWhereTheyAreAtHand() {
        assertThat(ReportFormat.HTML.render(REPORT))
                .contains("""
                        <figure><figcaption>old: old.yaml:2 <code>/paths/~1pets</code></figcaption><pre><span>    1  openapi: 3.1.1</span>
                        <mark>    2  paths: {&lt;b&gt;}</mark>
                        <span>    3  info:</span>
                        </pre></figure>
                        <figure><figcaption>new: git:main:gone.yaml:7 <code>/paths/~1pets</code></figcaption></figure>
                        """, "<dt>witness</dt><dd><pre>{\n  &quot;a&quot; : 1\n}</pre></dd>");
    }

    @Test
    void cutsMarkdownToWhatACommentHoldsAndSaysWhatWasLeftOut() {
        List<Finding> findings = IntStream.range(0, 2000)
                .mapToObj(i -> Finding.of("operation-added", Level.NOTE, "GET /" + i, "The operation is new."))
                .toList();
        String text = ReportFormat.MARKDOWN.render(new Report("compat", "a → b", Map.of(), findings, List.of()));
        long shown = text.lines().filter(line -> line.startsWith("### ")).count();
        assertThat(text).hasSizeLessThan(60_000);
        assertThat(text).startsWith("## a → b\n\n2000 note\n");
        assertThat(text).endsWith("\n… and " + (2000 - shown) + " more; `--report html=FILE` shows all.\n");
    }

    @Test
    void putsTheWorstFirstInAComment() {
        assertThat(ReportFormat.MARKDOWN.render(REPORT)).containsSubsequence("### GET /pets", "### GET /owners");
    }
}
