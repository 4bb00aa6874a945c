package io.platformapi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaiversTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final Report REPORT = new Report(
            "compat",
            "old → new",
            Map.of(),
            List.of(Finding.of("request-required-narrowed", Level.ERROR, "POST /pets", "It is required.")),
            List.of());

    @TempDir
    private Path folder;

    private Report applied(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("waivers.yaml"), text);
        return Waivers.read(file.toString()).applied(REPORT, TODAY);
    }

    @Test
    void acceptsAFindingUntilItsDay() throws IOException {
        Report report = applied("- {finding: request-required-narrowed, reason: nobody calls it, until: 2026-01-01}");
        assertThat(report.passes()).isTrue();
        assertThat(report.findings().get(0).level()).isEqualTo(Level.WAIVED);
        assertThat(report.findings().get(0).evidence())
                .containsExactly(new Evidence("waived until 2026-01-01", "nobody calls it"));
    }

    @Test
    void failsOnAWaiverWhoseDayHasPassed() throws IOException {
        Report report = applied("- {finding: request-required-narrowed, reason: nobody calls it, until: 2025-12-31}");
        assertThat(report.findings())
                .extracting(Finding::id)
                .containsExactly("request-required-narrowed", "waiver-stale");
        assertThat(report.passes()).isFalse();
    }

    @Test
    void failsOnAWaiverThatNothingNeeds() throws IOException {
        Report report =
                applied("- {finding: request-required-narrowed, subject: POST /cats, reason: none, until: 2026-06-30}");
        assertThat(report.findings())
                .extracting(Finding::id)
                .containsExactly("request-required-narrowed", "waiver-unused");
        assertThat(report.findings().get(1).message())
                .isEqualTo(
                        "The waiver of request-required-narrowed at POST /cats is not needed or not valid: nothing is"
                                + " found that it waives.");
    }

    @Test
    void refusesAWaiverWithoutReason() {
        assertThatThrownBy(() -> applied("- {finding: operation-removed, until: 2026-01-01}"))
                .hasMessageEndingWith("the waiver has no \"reason\"; it needs finding, reason and until, and may have a"
                        + " subject, place and values");
    }

    @Test
    void refusesADayThatIsNone() {
        assertThatThrownBy(() -> applied("- {finding: operation-removed, reason: none, until: soon}"))
                .hasMessageEndingWith("soon is no date; write one as 2026-12-31");
    }
}
