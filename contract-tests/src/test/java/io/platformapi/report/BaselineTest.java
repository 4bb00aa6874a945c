package io.platformapi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.contract.source.UnreadableDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier run found fails no later one; what is new does, and what is gone is told. */
class BaselineTest {

    @TempDir
    private Path folder;

    private static Finding finding(String id, String subject, String message) {
        return Finding.of(id, Level.ERROR, subject, message)
                .at(List.of(new Location("documented", "api.yaml", "/paths/x", 7)));
    }

    private static Report report(Finding... findings) {
        return new Report("verify", "Pets", Map.of(Level.ERROR, "violation"), List.of(findings), List.of("ran"));
    }

    private Report beside(Report earlier, Report now) throws IOException {
        Path file = Files.writeString(folder.resolve("old.json"), ReportFormat.JSON.render(earlier));
        return Baseline.read(file.toString(), "verify").applied(now);
    }

    private static List<String> told(Report report) {
        return report.findings().stream()
                .map(each -> each.level() + " " + each.id() + " " + each.subject())
                .toList();
    }

    @Test
    void failsForWhatIsNewAlone() throws IOException {
        Report now = beside(
                report(finding("a", "GET /x", "Wrong. (3 times)")),
                report(finding("a", "GET /x", "Wrong. (40 times)"), finding("a", "GET /y", "Wrong.")));

        assertThat(told(now)).containsExactly("KNOWN a GET /x", "ERROR a GET /y");
        assertThat(now.summary().get(1)).endsWith("old.json: 1 new, 1 known, 0 gone.");
        assertThat(now.passes()).isFalse();
    }

    @Test
    void passesWhereAllIsKnown() throws IOException {
        Report earlier = report(finding("a", "GET /x", "Wrong."));

        assertThat(beside(earlier, earlier).passes()).isTrue();
        assertThat(ReportFormat.JUNIT.render(beside(earlier, earlier)))
                .contains("<skipped message=\"known: Wrong. [a]\"/>");
    }

    @Test
    void tellsWhatIsGone() throws IOException {
        Report now = beside(report(finding("a", "GET /x", "Wrong.")), report());

        assertThat(told(now)).containsExactly("NOTE baseline-gone GET /x");
        assertThat(now.findings().get(0).message()).isEqualTo("Not found any more: a, \"Wrong.\"");
        assertThat(now.summary().get(1)).endsWith("old.json: 0 new, 0 known, 1 gone. Gone: a at GET /x.");
    }

    @Test
    void doesNotTakeForGoneWhatWasNotLookedAt() throws IOException {
        Finding leftOut = Finding.of("left-out", Level.ALLOWED, "GET /x", "Not tested: left out by --exclude id=x.");

        Report now = beside(report(finding("a", "GET /x", "Wrong.")), report(leftOut));

        assertThat(told(now)).containsExactly("ALLOWED left-out GET /x", "NOTE baseline-not-looked-at GET /x");
        assertThat(now.summary().get(1)).endsWith("0 new, 0 known, 0 gone, 1 not looked at this time.");
    }

    @Test
    void failsWhereAKnownFindingHitsAnotherPlace() throws IOException {
        Site known = new Site("GET /x", "200 body /a", List.of("\"cat\""), "Lost.");
        Site fresh = new Site("GET /y", "200 body /a", List.of("\"cat\""), "Lost.");
        Finding finding = finding("a", "GET /x", "Lost.");

        Report now = beside(report(finding.counting(List.of(known))), report(finding.counting(List.of(known, fresh))));

        assertThat(told(now)).containsExactly("ERROR a GET /y", "KNOWN a GET /x");
    }

    @Test
    void doesNotKnowWhatWasWaivedThen() throws IOException {
        Report now = beside(
                report(finding("a", "GET /x", "Wrong.").on(Level.WAIVED)), report(finding("a", "GET /x", "Wrong.")));

        assertThat(told(now)).containsExactly("ERROR a GET /x");
    }

    @Test
    void refusesWhatIsNoReportOfTheTool() throws IOException {
        Path none = Files.writeString(folder.resolve("none.json"), "{\"a\": 1}");
        Path other = Files.writeString(folder.resolve("lint.json"), "{\"tool\": \"lint\", \"findings\": []}");

        assertThatThrownBy(() -> Baseline.read(none.toString(), "verify"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessage(none + ":1: this is no report; --report json=FILE writes one");
        assertThatThrownBy(() -> Baseline.read(other.toString(), "verify"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessage(other + ":1 /tool: this is a report of lint, not of verify");
    }
}
