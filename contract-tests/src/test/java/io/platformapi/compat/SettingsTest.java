package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.ContractTests;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much findings count is said by a file, by the documents, and by an option; policies are off unless named. */
class SettingsTest {

    private static final String OLD = """
            openapi: 3.1.1
            info: {title: Pets, version: 1.0.0}
            paths:
              /pets:
                get:
                  tags: [pets]
                  summary: Lists.
                  parameters: [{name: limit, in: query, description: How many., schema: {type: integer, maximum: 100}}]
                  responses: {'200': {description: Pets.}}
              /cats:
                get:
                  tags: [cats]
                  x-internal: true
                  parameters: [{name: limit, in: query, schema: {type: integer, maximum: 100}}]
                  responses: {'200': {description: Cats.}}
              /old:
                get: {deprecated: true, summary: Old., responses: {'200': {description: ok}}}
            """;

    /** Both limits fell, and what was deprecated is gone. */
    private static final String NEW = OLD.replace("maximum: 100", "maximum: 50").replaceFirst("(?s)  /old:.*", "");

    @TempDir
    private Path folder;

    private int status;
    private String err = "";

    private String out(String before, String after, String settings, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "compat",
                Files.writeString(folder.resolve("old.yaml"), before).toString(),
                Files.writeString(folder.resolve("new.yaml"), after).toString()));
        if (!settings.isEmpty()) {
            arguments.add("--config");
            arguments.add(Files.writeString(folder.resolve("compat.yaml"), settings.replace(" AND ", "\n"))
                    .toString());
        }
        arguments.addAll(List.of(options));
        StringWriter out = new StringWriter();
        StringWriter told = new StringWriter();
        status = ContractTests.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(told, true))
                .execute(arguments.toArray(String[]::new));
        err = told.toString();
        return out.toString();
    }

    /** The levels with their subjects and ids. */
    private static List<String> told(String out) {
        List<String> told = new ArrayList<>();
        String subject = "";
        for (String line : out.lines().toList()) {
            if (line.matches("(GET|POST|the document|waivers).*")) {
                subject = line;
            } else if (line.matches("  [a-z].*\\[[a-z-]+]")) {
                told.add(line.strip().replaceFirst("  .*\\[", " ").replace("]", "") + " " + subject);
            }
        }
        return told;
    }

    @Test
    void countsAsUsualWithoutSettings() throws IOException {
        assertThat(told(out(OLD, NEW, "")))
                .containsExactlyInAnyOrder(
                        "breaking request-maximum-narrowed GET /pets",
                        "breaking request-maximum-narrowed GET /cats",
                        "compatible operation-removed GET /old");
        assertThat(status).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules: {request-maximum-narrowed: compatible}                | 0 | compatible | compatible",
                "where: [{operations: tag=cats, level: compatible}]           | 1 | breaking   | compatible",
                "where: [{operations: path=/p*, level: undecided}]            | 1 | undecided  | breaking",
                "where: [{extension: x-internal, level: compatible}]          | 1 | breaking   | compatible",
                "where: [{extension: x-internal, finding: operation-removed, level: compatible}] | 1 | breaking | breaking",
                "rules: {request-maximum-narrowed: compatible} AND where: [{operations: tag=cats, level: breaking}] | 1 |"
                        + " compatible | breaking"
            })
    void countsAsTheFileSays(String settings, int expected, String pets, String cats) throws IOException {
        assertThat(told(out(OLD, NEW, settings)))
                .as(err)
                .contains(pets + " request-maximum-narrowed GET /pets", cats + " request-maximum-narrowed GET /cats");
        assertThat(status).isEqualTo(expected);
    }

    @Test
    void saysWhatIsOff() throws IOException {
        String out = out(OLD, NEW, "where: [{operations: tag=cats, level: off}]");

        assertThat(out).contains("1 finding is not told: off by " + folder + "/compat.yaml.");
        assertThat(told(out)).noneMatch(line -> line.contains("/cats"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sunset-missing      | breaking sunset-missing GET /old",
                "stability-missing   | breaking stability-missing GET /pets",
                "not-additive        | breaking not-additive GET /old",
                "description-missing | breaking description-missing GET /cats",
                "version-too-low     | breaking version-too-low the document"
            })
    void findsWhatBreaksAPolicy(String policy, String expected) throws IOException {
        String usual = out(OLD, NEW, "");
        assertThat(usual).doesNotContain("[" + policy + "]");

        assertThat(told(out(OLD, NEW, "policies: [" + policy + "]"))).contains(expected);
    }

    /** What takes nothing away stands in the table of kinds, and is not read from how an id ends. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "properties: {id: {type: string}} | a member that may be missing is gone",
                "type: object, x-stability-level: draft, properties: {id: {type: string}, nick: {}} | a draft breaks"
            })
    void findsThatSomethingIsTakenAwayWhereOnlyAdditionsAreAllowed(String schema, String why) throws IOException {
        String document = """
                openapi: 3.1.1
                info: {title: Pets, version: 1.0.0}
                paths:
                  /pets:
                    get:
                      x-stability-level: draft
                      responses: {'200': {description: Ok., content: {application/json: {schema: {%s}}}}}
                """;
        String before = "type: object, properties: {id: {type: string}, nick: {type: string}}";
        String out = out(document.formatted(before), document.formatted(schema), "policies: [not-additive]");
        assertThat(told(out)).as(why).contains("breaking not-additive GET /pets");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule: {}                    | /rule: \"rule\" is no setting; \"rules\", \"where\", \"policies\", \"parameters\", \"operations\" are",
                "rules: {maximum: off}       | /rules/maximum: there is no rule maximum",
                "rules: {operation-added: x} | /rules/operation-added: a finding is breaking, undecided, compatible or off, not \"x\"",
                "where: [{level: off}]       | /where/0: an exception needs operations or an extension; \"rules\" holds for all",
                "where: [{extension: x-a}]   | /where/0: an exception needs a level: breaking, undecided, compatible or off",
                "where: [{extension: a, level: off}] | /where/0/extension: an extension begins with x-",
                "policies: [additive]        | /policies/0: there is no policy additive; these are: description-missing,"
                        + " not-additive, stability-missing, sunset-missing, version-too-low"
            })
    void tellsWhatIsWrongWithTheFile(String settings, String problem) throws IOException {
        out(OLD, NEW, settings);

        assertThat(status).isEqualTo(2);
        assertThat(err.strip()).isEqualTo(folder + "/compat.yaml:1 " + problem);
    }

    @Test
    void takesAWaiverOfTheDocument() throws IOException {
        String waiver =
                "      x-compat-waiver: {finding: request-maximum-narrowed, place: query parameter limit, values: [50],"
                        + " reason: the only client was asked, until: 2999-12-31}\n      summary: Lists.";
        String waived = out(OLD, NEW.replace("      summary: Lists.", waiver), "");

        assertThat(told(waived))
                .contains("waived request-maximum-narrowed GET /pets", "breaking request-maximum-narrowed GET /cats");
        assertThat(waived).contains("the only client was asked");
        assertThat(told(out(OLD, OLD.replace("      summary: Lists.", waiver), "")))
                .containsExactly("breaking waiver-unused waivers");
    }

    @ParameterizedTest
    @CsvSource({"breaking, 1", "undecided, 1", "compatible, 1"})
    void failsOnWhatBreaksInEachCase(String level, int expected) throws IOException {
        out(OLD, NEW, "", "--fail-on", level);
        assertThat(status).isEqualTo(expected);
    }

    @Test
    void failsOnWhatItIsToldTo() throws IOException {
        String undecided = "rules: {request-maximum-narrowed: undecided}";
        String compatible = "rules: {request-maximum-narrowed: compatible}";
        for (String[] each : Stream.of(
                        "breaking " + undecided + " 0", "undecided " + undecided + " 1",
                        "undecided " + compatible + " 0", "compatible " + compatible + " 1")
                .map(text -> text.split(" (?=rules)| (?=\\d$)"))
                .toList()) {
            out(OLD, NEW, each[1], "--fail-on", each[0]);
            assertThat(status).as(String.join(" ", each)).isEqualTo(Integer.parseInt(each[2]));
        }
    }

    /** Whoever reads the report is told what the exit status says. */
    @ParameterizedTest
    @CsvSource({
        "breaking, undecided, true, skipped",
        "undecided, undecided, false, failure",
        "undecided, compatible, true, system-out",
        "compatible, compatible, false, failure"
    })
    void reportsAsItFails(String failOn, String level, boolean passes, String result) throws IOException {
        String settings = "rules: {request-maximum-narrowed: " + level + ", operation-removed: off}";

        assertThat(out(OLD, NEW, settings, "--fail-on", failOn, "--format", "json"))
                .contains("\"passes\" : " + passes)
                .contains("\"fails\" : " + !passes);
        assertThat(out(OLD, NEW, settings, "--fail-on", failOn, "--format", "junit"))
                .containsPattern("<testcase classname=\"compat\" name=\"GET /pets\" time=\"0.000\">\n    <" + result);
        assertThat(status).isEqualTo(passes ? 0 : 1);
    }

    @Test
    void cannotFailOnWhatIsOff() throws IOException {
        out(OLD, NEW, "", "--fail-on", "off");
        assertThat(status).isEqualTo(2);
    }

    @Test
    void makesATestOfEachOperation() throws IOException {
        assertThat(out(OLD, NEW, "", "--format", "junit"))
                .contains("<testsuite name=\"compat\" tests=\"3\" failures=\"2\"")
                .contains("<testcase classname=\"compat\" name=\"GET /old\" time=\"0.000\">");
    }
}
