package io.platformapi.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as CI calls it, told by exit status and text. */
final class LintCommandTest {

    private static final Path CLEAN = Path.of("src/test/resources/io/platformapi/lint/clean.yaml");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int lint(String... arguments) {
        return new CommandLine(new LintCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void findsNothingInTheDocumentOfThePlatform() {
        assertThat(lint("../spec/openapi.yaml")).as(out::toString).isZero();
        assertThat(out.toString()).contains("nothing found");
    }

    @Test
    void takesAnExampleInOneTypeForAllOfTheSameSchema() {
        assertThat(lint("../spec/target/published/platform-api.yaml"))
                .as(out::toString)
                .isZero();
    }

    private Path changed(Path folder, String old, String other) throws IOException {
        return Files.writeString(
                folder.resolve("pets.yaml"), Files.readString(CLEAN).replace(old, other));
    }

    @Test
    void endsWith1AndSaysWhereAndWhatWouldBeRight(@TempDir Path folder) throws IOException {
        Path document = changed(folder, "required: true", "required: 'true'");

        assertThat(lint(document.toString())).isEqualTo(1);
        assertThat(out.toString()).isEqualTo("""
                        %1$s

                        GET /pets/{petId}
                          fault  "required" of a parameter takes true or false, not "true"; write required: true  [field-value]
                              contract: %1$s:21 /paths/~1pets~1{petId}/get/parameters/0/required
                              instead: write a value that the field takes

                        1 fault
                        %2$d rules looked at 1 operation.
                        """.formatted(document, Rules.ALL.size()));
    }

    @Test
    void endsWith0WhereThereIsAdviceAlone(@TempDir Path folder) throws IOException {
        Path document = changed(folder, "operationId: showPet", "operationId: Show_Pet");

        assertThat(lint(document.toString())).isZero();
        assertThat(out.toString()).isEqualTo("""
                        %1$s

                        GET /pets/{petId}
                          advice  The operationId "Show_Pet" is neither camelCase nor kebab-case.  [operation-id-case]
                              contract: %1$s:15 /paths/~1pets~1{petId}/get/operationId
                              instead: spell it like listPets or list-pets

                        1 advice
                        %2$d rules looked at 1 operation.
                        """.formatted(document, Rules.ALL.size()));
        assertThat(lint(document.toString(), "--fail-on", "off")).isEqualTo(2);
        assertThat(lint(document.toString(), "--fail-on", "advice")).isEqualTo(1);
    }

    @Test
    void takesItsRulesFromAFile(@TempDir Path folder) throws IOException {
        Path document = changed(folder, "operationId: showPet", "operationId: Show_Pet");
        Path config = folder.resolve("rules.yaml");

        Files.writeString(config, "rules: {operation-id-case: fault}");
        assertThat(lint(document.toString(), "--config", config.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("  fault  The operationId");

        Files.writeString(config, "rules: {operation-id-case: off}");
        assertThat(lint(document.toString(), "--config", config.toString(), "--fail-on", "advice"))
                .isZero();
        assertThat(out.toString())
                .contains((Rules.ALL.size() - 1) + " rules looked at 1 operation.\nOff by " + config
                        + ": operation-id-case.\n");
    }

    @Test
    void refusesAFileOfRulesThatSaysSomethingElse(@TempDir Path folder) throws IOException {
        Path config = folder.resolve("rules.yaml");

        Files.writeString(config, "rules:\n  tag-declard: off");
        assertThat(lint(CLEAN.toString(), "--config", config.toString())).isEqualTo(2);
        Files.writeString(config, "rules:\n  tag-declared: loud");
        assertThat(lint(CLEAN.toString(), "--config", config.toString())).isEqualTo(2);
        Files.writeString(config, "rules: {}\nextends: recommended");
        assertThat(lint(CLEAN.toString(), "--config", config.toString())).isEqualTo(2);
        assertThat(lint(
                        CLEAN.toString(),
                        "--config",
                        folder.resolve("none.yaml").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("""
                        %1$s:2 /rules/tag-declard: there is no rule tag-declard; did you mean "tag-declared"?
                        %1$s:2 /rules/tag-declared: a rule is fault, advice or off, not "loud"
                        %1$s:2 /extends: "extends" is no setting; "rules" is
                        """.formatted(config));
    }

    @Test
    void tellsAllThatIsWrongWithADocumentThatCannotBeReadAsAWhole(@TempDir Path folder) throws IOException {
        Path document = changed(folder, "mother: { $ref: \"#/components/schemas/Pet\" }", """
                        mother: { $ref: "#/components/schemas/Pte" }
                                father: { $ref: "fathers.yaml" }""");
        Files.writeString(document, Files.readString(document).replace("in: path", "in: paht"));

        assertThat(lint(document.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("\"in\" of a parameter takes")
                .contains("\"#/components/schemas/Pte\" leads nowhere: there is no \"Pte\" in /components/schemas")
                .contains("there is no file")
                .endsWith("""
                        3 fault
                        The document cannot be read as a whole: %d rules did not look at it.
                        """.formatted(Rules.ALL.size()));
    }

    @Test
    void tellsWhatTheReaderWarnsOf(@TempDir Path folder) throws IOException {
        Path document = folder.resolve("pets.yaml");
        Files.writeString(document, Files.readString(CLEAN).replace("- name: petId", "- name: id"));

        assertThat(lint(document.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("[path-parameter-undeclared]").contains("[path-parameter-unused]");
    }

    @Test
    void writesEveryFormOfReport() {
        assertThat(lint(CLEAN.toString(), "--format", "sarif")).isZero();
        assertThat(out.toString()).contains("\"version\" : \"2.1.0\"");
    }

    @Test
    void endsWith2WhereThereIsNothingToRead() {
        assertThat(lint("no-such.yaml")).isEqualTo(2);
        assertThat(err.toString()).startsWith("no-such.yaml:1: there is no file ");
        assertThat(lint()).isEqualTo(2);
    }
}
