package io.platformapi.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.console.Paint;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportFormatTest {

    private static final Finding BREAK = Finding.of(
                    "request-maximum-narrowed", Level.ERROR, "GET /pets", "query parameter limit: the maximum fell.")
            .hurting("The server refuses yesterday's request.")
            .at(List.of(
                    new Location("old", "old.yaml", "/paths/~1pets/get/parameters/0", 12),
                    new Location("new", "new.yaml", "/paths/~1pets/get/parameters/0", 0)))
            .provedBy(List.of(new Evidence("witness", "<51 & \"more\">")))
            .advising("keep the maximum");
    private static final Report REPORT = new Report(
            "compat",
            "old.yaml → new.yaml",
            Map.of(Level.ERROR, "breaking", Level.NOTE, "compatible"),
            List.of(BREAK, Finding.of("operation-added", Level.NOTE, "GET /cats", "The operation is new.")),
            List.of("The least honest version is 2.0.0."));

    @Test
    void tellsLevelsApartByColourWhereATerminalHasThem() {
        assertThat(new TerminalRenderer(Paint.COLOURED).render(REPORT))
                .contains("\n\u001b[1mGET /pets\u001b[0m\n")
                .contains("\n  \u001b[31mbreaking\u001b[0m  query parameter limit: the maximum fell."
                        + "  \u001b[2m[request-maximum-narrowed]\u001b[0m\n")
                .contains("\n  \u001b[2mcompatible\u001b[0m  The operation is new.")
                .contains("\n\u001b[31m1 breaking, 1 compatible\u001b[0m\n");
        assertThat(new TerminalRenderer(Paint.COLOURED).render(REPORT).replaceAll("\u001b\\[\\d+m", ""))
                .isEqualTo(ReportFormat.TERMINAL.render(REPORT));
    }

    /** As the mock's log has them; a target is whatever a client sends. */
    @Test
    void tellsStatusesApartByColour() {
        assertThat(Paint.COLOURED.answer("GET /pets 200 as documented"))
                .isEqualTo("GET /pets \u001b[32m200\u001b[0m as documented");
        assertThat(Paint.COLOURED.answer("GET /a?b=$1 404 no operation"))
                .isEqualTo("GET /a?b=$1 \u001b[33m404\u001b[0m no operation");
        assertThat(Paint.COLOURED.answer("GET /pets 503 a fault")).contains("\u001b[31m503\u001b[0m");
        assertThat(Paint.COLOURED.answer("remembered: 200 pets")).isEqualTo("remembered: 200 pets");
        assertThat(Paint.PLAIN.answer("GET /pets 200 as documented")).isEqualTo("GET /pets 200 as documented");
    }

    @Test
    void groupsFindingsForTheTerminal() {
        assertThat(ReportFormat.TERMINAL.render(REPORT)).isEqualTo("""
                old.yaml → new.yaml

                GET /pets
                  breaking  query parameter limit: the maximum fell.  [request-maximum-narrowed]
                      The server refuses yesterday's request.
                      old: old.yaml:12 /paths/~1pets/get/parameters/0
                      new: new.yaml /paths/~1pets/get/parameters/0
                      witness: <51 & "more">
                      instead: keep the maximum

                GET /cats
                  compatible  The operation is new.  [operation-added]

                1 breaking, 1 compatible
                The least honest version is 2.0.0.
                """);
    }

    /** Escape sequences in what a server answers would colour the screen, or worse. */
    @Test
    void showsNoControlCharactersOnATerminal() {
        Finding odd = Finding.of("documented-body", Level.ERROR, "GET /a\u001b[31m", "body /b\u0007 is odd.")
                .provedBy(List.of(new Evidence("received", "\u001b]0;title\u0007\r\nx\u009b")));

        assertThat(ReportFormat.TERMINAL.render(new Report("verify", "A", Map.of(), List.of(odd), List.of())))
                .contains(
                        "GET /a\uFFFD[31m", "body /b\uFFFD is odd.", "received: \uFFFD]0;title\uFFFD\uFFFD\\nx\uFFFD\n")
                .doesNotContain("\u001b", "\u0007", "\u009b");
    }

    @Test
    void putsAnnotationsOfGitHubAtTheLastPlace() {
        assertThat(ReportFormat.GITHUB.render(REPORT).lines())
                .startsWith(
                        "::error file=new.yaml,title=request-maximum-narrowed::GET /pets: query parameter limit: the"
                                + " maximum fell.%0AThe server refuses yesterday's request.%0Awitness: <51 & \"more\">%0A"
                                + "instead: keep the maximum")
                .endsWith("::notice title=compat::1 breaking, 1 compatible");
    }

    @Test
    void escapesWhatXmlReserves() {
        assertThat(ReportFormat.JUNIT.render(REPORT))
                .contains("witness: &lt;51 &amp; &quot;more&quot;&gt;")
                .contains("tests=\"2\" failures=\"1\"");
    }

    @Test
    void tellsSarifTheOldPlaceAsRelated() {
        assertThat(ReportFormat.SARIF.render(REPORT))
                .contains("\"relatedLocations\"", "\"startLine\" : 12", "\"level\" : \"error\"");
    }

    @Test
    void tellsSarifWhatProvesAFindingAsProperties() {
        assertThat(ReportFormat.SARIF.render(REPORT))
                .contains("\"properties\" : {\n        \"witness\" : \"<51 & \\\"more\\\">\"\n      }");
    }

    @Test
    void tellsTheMediaTypesOfEachOperation() {
        Report report = new Report(
                "verify",
                "Pets",
                Map.of(),
                List.of(),
                List.of(),
                List.of(new Coverage(
                        "PUT /pets",
                        Map.of("text/xml", 3),
                        Map.of("text/xml", 2),
                        Map.of("image/gif", 1),
                        List.of("image/png"),
                        List.of("text/csv"))));

        assertThat(ReportFormat.JSON.render(report))
                .contains("\"subject\" : \"PUT /pets\"", "\"text/xml\" : 3", "\"untried\" : [ \"image/png\" ]");
        assertThat(ReportFormat.MARKDOWN.render(report)).endsWith("""
                ### Media types

                | | sent | checked | not checked | not tried | never answered |
                | --- | --- | --- | --- | --- | --- |
                | PUT /pets | text/xml 3 | text/xml 2 | image/gif 1 | image/png | text/csv |
                """);
    }

    /** One operation was tested, one was not, and one was not although the user lives with it. */
    private static Report untested() {
        Finding untested = Finding.of("operation-tested", Level.UNDECIDED, "POST /pets", "Not tested: always 404.");
        return new Report(
                "verify",
                "Pets",
                Map.of(Level.UNDECIDED, "untested", Level.ALLOWED, "untested (allowed)"),
                List.of(
                        untested,
                        Finding.of("operation-tested", Level.ALLOWED, "GET /cats", "Not tested: always 401.")),
                List.of("Every answer is a 404 or a 401."),
                List.of(new Coverage("GET /pets", Map.of(), Map.of(), Map.of(), List.of(), List.of())));
    }

    @Test
    void isNotGreenInJUnitWhereSomethingWasNotTested() {
        assertThat(ReportFormat.JUNIT.render(untested())).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="verify" tests="3" failures="1" errors="0" skipped="1" time="0.000">
                  <testcase classname="verify" name="GET /pets" time="0.000"/>
                  <testcase classname="verify" name="POST /pets" time="0.000">
                    <failure type="untested" message="untested: Not tested: always 404. [operation-tested]">operation-tested: Not tested: always 404.
                </failure>
                  </testcase>
                  <testcase classname="verify" name="GET /cats" time="0.000">
                    <skipped message="untested (allowed): Not tested: always 401. [operation-tested]"/>
                  </testcase>
                  <system-out>1 untested, 1 untested (allowed)
                Every answer is a 404 or a 401.
                </system-out>
                </testsuite>
                """);
    }

    @Test
    void tellsWhatWasNotTestedInEveryForm() {
        // what is allowed needs no waiver
        for (ReportFormat format : EnumSet.complementOf(EnumSet.of(ReportFormat.WAIVERS))) {
            assertThat(format.render(untested()))
                    .as(format.toString())
                    .contains("POST /pets", "Not tested: always 404.", "GET /cats", "Not tested: always 401.")
                    .contains("Every answer is a 404 or a 401.");
        }
        assertThat(ReportFormat.SARIF.render(untested())).contains("\"executionSuccessful\" : false");
        assertThat(ReportFormat.GITHUB.render(untested()))
                .startsWith("::warning title=operation-tested::POST /pets: Not tested: always 404.");
    }

    @Test
    void passesOnlyWithoutErrorsAndDoubts() {
        assertThat(REPORT.passes()).isFalse();
        assertThat(ReportFormat.JSON.render(REPORT)).contains("\"passes\" : false", "\"breaking\" : 1");
    }
}
