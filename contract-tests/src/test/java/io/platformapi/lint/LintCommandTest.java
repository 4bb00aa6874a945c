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

    @Test
    void endsWith1AndSaysWhereAndWhatWouldBeRight(@TempDir Path folder) throws IOException {
        Path document = folder.resolve("pets.yaml");
        Files.writeString(document, Files.readString(CLEAN).replace("operationId: showPet", "operationId: Show_Pet"));

        assertThat(lint(document.toString())).isEqualTo(1);
        assertThat(out.toString()).isEqualTo("""
                        %1$s

                        GET /pets/{petId}
                          finding  The operationId "Show_Pet" is neither camelCase nor kebab-case.  [operation-id-case]
                              contract: %1$s:15 /paths/~1pets~1{petId}/get/operationId
                              instead: spell it like listPets or list-pets

                        1 finding
                        23 rules looked at 1 operation.
                        """.formatted(document));
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
