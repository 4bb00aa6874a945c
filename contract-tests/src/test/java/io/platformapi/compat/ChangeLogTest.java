package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Report;
import io.platformapi.report.ReportFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change is named in one line, under what it means to clients and the operation it is about. */
class ChangeLogTest {

    private static final Node BASE = Rule.tree("pets.yaml");

    private static Report report(Contract before, Contract after, Telling telling) {
        return new Compatibility(SchemaReading.Profile.COMMON, LocalDate.of(2026, 1, 1), telling)
                .compare(before, after, "pets");
    }

    private static List<String> lines(Report report) {
        List<String> lines = new ArrayList<>();
        String effect = "";
        String subject = "";
        for (String line : new ChangeLog(report)
                .text(ReportFormat.TERMINAL)
                .lines()
                .skip(1)
                .toList()) {
            if (line.startsWith("    ")) {
                lines.add(effect + " | " + subject + " | " + line.strip());
            } else if (line.startsWith("  ") && line.endsWith(".")) {
                lines.add(effect + " | " + line.strip());
            } else if (line.startsWith("  ")) {
                subject = line.strip();
            } else {
                effect = line.strip();
            }
        }
        return lines;
    }

    static Stream<Node> edits() {
        return Rule.tree("harmless.yaml").items().stream();
    }

    @ParameterizedTest
    @MethodSource("edits")
    void namesAHarmlessEditInOneLine(Node edit) {
        JsonNode base = BASE.json().deepCopy();
        edit.member("given").members().forEach((pointer, value) -> Rule.set(base, pointer, value.json()));
        JsonNode changed = base.deepCopy();
        edit.member("change").members().forEach((pointer, value) -> Rule.set(changed, pointer, value.json()));
        Report report = report(Rule.contract(base), Rule.contract(changed), Telling.DESCRIPTIONS);
        assertThat(lines(report))
                .isEqualTo(Stream.of(edit.text("line", ""))
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    @Test
    void tellsTextsOnlyToWhomAsksForThem() {
        String pets = "/pets: {get: {summary: %s, responses: {'200': {description: %s}}}}";
        Contract old = ComparedText.contract(ComparedText.document(pets.formatted("All pets", "Pets.")));
        Contract fresh = ComparedText.contract(ComparedText.document(pets.formatted("Your pets", "Your pets.")));
        assertThat(report(old, fresh, Telling.EVERYTHING).findings()).isEmpty();
        assertThat(lines(report(old, fresh, Telling.DESCRIPTIONS))).hasSize(2);
    }

    @Test
    void deservesTheSameVersionWhateverIsTold() {
        JsonNode changed = BASE.json().deepCopy();
        Rule.set(
                changed,
                "/info/title",
                Rule.tree("harmless.yaml").items().get(0).member("line").json());
        Contract old = Rule.contract(BASE.json());
        Contract fresh = Rule.contract(changed);
        assertThat(report(old, fresh, Telling.DESCRIPTIONS).summary())
                .isEqualTo(report(old, fresh, Telling.NOTICED).summary());
    }

    @Test
    void isMarkdownForAReleaseNote() {
        String pets = "/pets: {get: {parameters: [{name: p, in: query, schema: {type: integer, maximum: %d}}],"
                + " responses: {'200': {description: a, content: {application/json: {schema: {properties: {a: %s}}}}}}}}";
        Contract old = ComparedText.contract(ComparedText.document(pets.formatted(9, "true, a_b: true")));
        Contract fresh = ComparedText.contract(ComparedText.document(pets.formatted(7, "true")));
        assertThat(new ChangeLog(report(old, fresh, Telling.EVERYTHING)).text(ReportFormat.MARKDOWN))
                .isEqualTo("""
                        ## pets

                        ### Breaks clients

                        **GET /pets**

                        - query parameter p: `maximum` was 9 and is 7.

                        ### What clients receive

                        **GET /pets**

                        - 200 body (application/json): `a\\_b` is gone.

                        1 breaking, 1 compatible

                        info.version 1.0.0 says too little: this change deserves 2.0.0.
                        """);
    }

    /** What is said of several operations, or of several members of one object, stands once. */
    @Test
    void saysOnceWhatHoldsForMany() {
        String pets =
                "/pets: {get: {responses: {'200': {description: a, content: {application/json: {schema: {type: object, properties: {%1$s}}}}}}}}\n"
                        + "/dogs: {get: {responses: {'200': {description: a, content: {application/json: {schema: {type: object, properties: {%1$s}}}}}}}}\n";
        String more =
                "/cats: {get: {responses: {'200': {description: a}}}}\n/cows: {get: {responses: {'200': {description: a}}}}\n";
        Contract old = ComparedText.contract(ComparedText.document(pets.formatted("z: {type: string}")));
        Contract fresh = ComparedText.contract(ComparedText.document(
                pets.formatted("z: {type: string}, a: {type: string}, b: {type: string}, c: {type: string}") + more));
        assertThat(new ChangeLog(report(old, fresh, Telling.EVERYTHING)).text(ReportFormat.TERMINAL))
                .isEqualTo("""
                        pets

                        New and gone operations
                          GET /cats is new.
                          GET /cows is new.

                        What clients receive
                          GET /pets
                            200 body (application/json): `a`, `b` and `c` are new. (also GET /dogs)

                        8 compatible
                        info.version 1.0.0 says too little: this change deserves 1.1.0.
                        """);
    }
}
