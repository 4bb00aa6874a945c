package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.report.Report;
import io.platformapi.report.ReportFormat;
import io.platformapi.report.Waivers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A waiver covers what was decided on, and nothing that came later. */
class WaivedChangesTest {

    private static final String ANSWER =
            "{get: {responses: {'200': {description: Ok., content: {application/json: {schema: %s}}}}}}";

    @TempDir
    private Path folder;

    private Report waived(Report report, String waivers) throws IOException {
        Path file = Files.writeString(folder.resolve("waivers.yaml"), waivers);
        return Waivers.read(file.toString()).applied(report, LocalDate.of(2026, 1, 1));
    }

    /** The file that the report prints, with a reason and a day. */
    private static String entries(Report report) {
        return ReportFormat.WAIVERS
                .render(report)
                .replace("reason: \"\"", "reason: agreed")
                .replace("until: \"\"", "until: 2026-12-31");
    }

    private static Report members(String alpha, String beta) {
        String schema = "{type: object, properties: {alpha: %s, beta: %s}}";
        return ComparedText.report(
                ComparedText.document("/a: " + ANSWER.formatted(schema.formatted("{enum: [x, y]}", "{enum: [x, y]}"))),
                ComparedText.document("/a: " + ANSWER.formatted(schema.formatted(alpha, beta))));
    }

    @Test
    void coversWhatItsEntryInTheReportSays() throws IOException {
        Report report = members("{enum: [x, y, z]}", "{enum: [x, y]}");
        assertThat(ReportFormat.WAIVERS.render(report)).isEqualTo("""
                # old → new
                # 200 body (application/json) /alpha: `enum` gained "z".
                - {finding: response-enum-widened, subject: "GET /a", place: "200 body (application/json) /alpha",\
                 values: ["z"], reason: "", until: ""}
                """);
        assertThat(waived(report, entries(report)).passes()).isTrue();
    }

    @Test
    void hidesNoOtherMember() throws IOException {
        String agreed = entries(members("{enum: [x, y, z]}", "{enum: [x, y]}"));
        Report later = waived(members("{enum: [x, y, z]}", "{enum: [x, y, z]}"), agreed);
        assertThat(later.verdict()).isEqualTo("1 breaking, 1 waived");
    }

    @Test
    void hidesNoFurtherValue() throws IOException {
        String agreed = entries(members("{enum: [x, y, z]}", "{enum: [x, y]}"));
        Report later = waived(members("{enum: [x, y, z, w]}", "{enum: [x, y]}"), agreed);
        assertThat(later.findings())
                .extracting(each -> each.message())
                .containsExactly(
                        "200 body (application/json) /alpha: `enum` gained \"z\", \"w\".",
                        "The waiver of response-enum-widened at GET /a, 200 body (application/json) /alpha, is not needed"
                                + " or not valid: what is found there is \"z\", \"w\".");
        assertThat(later.findings().get(1).id()).isEqualTo("waiver-outgrown");
    }

    @Test
    void hidesNoFurtherNarrowing() throws IOException {
        String paths = "/a: {get: {parameters: [{name: limit, in: query, schema: {type: integer, maximum: %d}}],"
                + " responses: {}}}";
        String old = ComparedText.document(paths.formatted(100));
        String agreed = entries(ComparedText.report(old, ComparedText.document(paths.formatted(50))));
        Report later = ComparedText.report(old, ComparedText.document(paths.formatted(10)));
        assertThat(waived(later, agreed).passes()).isFalse();
    }

    @Test
    void coversOneOfTheOperationsThatShareAFinding() throws IOException {
        String paths = "/a: " + ANSWER.formatted("{$ref: '#/components/schemas/Pet'}") + "\n/b: "
                + ANSWER.formatted("{$ref: '#/components/schemas/Pet'}");
        String components = "components: {schemas: {Pet: {type: object, properties: {name: {type: %s}}}}}\n";
        Report report = ComparedText.report(
                ComparedText.document(paths) + components.formatted("string"),
                ComparedText.document(paths) + components.formatted("integer"));
        String waivers = "- {finding: response-type-widened, subject: GET /%s, reason: agreed, until: 2026-12-31,"
                + " values: [integer], place: 200 body (application/json) /name}\n";
        Report first = waived(report, waivers.formatted("a"));
        assertThat(first.verdict()).isEqualTo("1 breaking, 1 waived");
        assertThat(first.findings().get(0).subject()).isEqualTo("GET /b");
        Report second = waived(report, waivers.formatted("b"));
        assertThat(second.verdict()).isEqualTo("1 breaking, 1 waived");
        assertThat(second.findings().get(0).subject()).isEqualTo("GET /a");
        assertThat(waived(report, waivers.formatted("a") + waivers.formatted("b"))
                        .passes())
                .isTrue();
    }

    @Test
    void isRefusedWithTheCureWhereItNamesNoPlace() throws IOException {
        Report report = members("{enum: [x, y, z]}", "{enum: [x, y]}");
        Report waived = waived(
                report, "- {finding: response-enum-widened, subject: GET /a, reason: agreed, until: 2026-12-31}");
        assertThat(waived.passes()).isFalse();
        assertThat(waived.findings().get(1).id()).isEqualTo("waiver-without-place");
        assertThat(waived.findings().get(1).advice())
                .isEqualTo(
                        "say which is meant: - {finding: response-enum-widened, subject: \"GET /a\","
                                + " place: \"200 body (application/json) /alpha\", values: [\"z\"], reason: \"\", until: \"\"}");
    }
}
