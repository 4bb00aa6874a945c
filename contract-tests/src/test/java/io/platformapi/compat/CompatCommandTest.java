package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompatCommandTest {

    private static final String DOCUMENT = """
            openapi: 3.1.1
            info: {title: Pets, version: 1.0.0}
            paths:
              /pets:
                get:
                  parameters:
                    - {name: limit, in: query, schema: {type: integer, maximum: %d}}
                  responses: {'200': {description: Pets.}}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new CompatCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    private String document(String name, int maximum) throws IOException {
        return Files.writeString(folder.resolve(name), DOCUMENT.formatted(maximum))
                .toString();
    }

    @Test
    void showsWhatBreaksWithAWitnessAndTheHonestVersion() throws IOException {
        String old = document("old.yaml", 100);
        String fresh = document("new.yaml", 50);
        assertThat(run(old, fresh)).isEqualTo(1);
        assertThat(out).hasToString("""
                %1$s → %2$s

                GET /pets
                  breaking  query parameter limit: `maximum` was 100 and is 50.  [request-maximum-narrowed]
                      The server refuses what a client may send since yesterday.
                      old: %1$s:7 /paths/~1pets/get/parameters/0/schema/maximum
                      new: %2$s:7 /paths/~1pets/get/parameters/0/schema/maximum
                      witness: 51
                      instead: keep accepting what was accepted; ask for more in a new operation
                      to waive: - {finding: request-maximum-narrowed, subject: "GET /pets",\
                 place: "query parameter limit", values: [50], reason: "", until: ""}

                1 breaking
                info.version 1.0.0 says too little: this change deserves 2.0.0.
                """.formatted(old, fresh));
    }

    @Test
    void passesWhenNothingBreaks() throws IOException {
        assertThat(run(document("old.yaml", 50), document("new.yaml", 100))).isZero();
        assertThat(out.toString()).contains("1 compatible", "this change deserves 1.1.0");
    }

    @Test
    void writesReportsBesideWhatItPrints() throws IOException {
        Path sarif = folder.resolve("compat.sarif");
        run(document("old.yaml", 100), document("new.yaml", 50), "--format", "markdown", "--report", "sarif=" + sarif);
        assertThat(sarif).content().contains("request-maximum-narrowed");
        assertThat(out.toString()).contains("request-maximum-narrowed");
    }

    @Test
    void acceptsWhatAFileWaives() throws IOException {
        Path waivers = Files.writeString(
                folder.resolve("waivers.yaml"),
                "- {finding: request-maximum-narrowed, place: query parameter limit, values: [50],"
                        + " reason: nobody asks for so many, until: 9999-12-31}");
        assertThat(run(document("old.yaml", 100), document("new.yaml", 50), "--waivers", waivers.toString()))
                .isZero();
        assertThat(out.toString()).contains("waived until 9999-12-31: nobody asks for so many");
    }

    @Test
    void saysWhyItCouldNotRun() throws IOException {
        assertThat(run(document("old.yaml", 100), "git:nowhere")).isEqualTo(2);
        assertThat(err).hasToString("git:nowhere is not git:REF:path, such as git:v1.0.0:spec/openapi.yaml\n");
    }

    @Test
    void neverCallsAMistakeOfItsOwnABreakingChange() throws IOException {
        int status = new CommandLine(new CompatCommand())
                .setOut(new PrintWriter(Writer.nullWriter()) {
                    @Override
                    public void print(String text) {
                        throw new IllegalStateException("no room");
                    }
                })
                .setErr(new PrintWriter(err))
                .execute(document("old.yaml", 100), document("new.yaml", 50));
        assertThat(status).isEqualTo(2);
    }

    @Test
    void explainsAFinding() {
        assertThat(run("explain", "operation-removed")).isZero();
        assertThat(out).hasToString("""
                operation-removed (breaking)
                  means    A method of a path is gone.
                  hurts    Every client that calls it gets 404 or 405.
                  proof    No message can show it, because all do.
                  example  `delete` below `/pets/{id}` is gone.
                  instead  deprecate it with a sunset date, and remove it after that date
                """);
        assertThat(run("explain", "operation-vanished")).isEqualTo(2);
    }
}
