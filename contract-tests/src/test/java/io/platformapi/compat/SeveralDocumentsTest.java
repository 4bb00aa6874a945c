package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Folders of documents, several editions of one, and one that comes by standard input. */
class SeveralDocumentsTest {

    private static final String DOCUMENT = """
            openapi: 3.1.1
            info: {title: Pets, version: 1.0.0}
            paths:
              /pets:
                get:
                  parameters: [{name: limit, in: query, schema: {type: integer, maximum: %d}}]
                  responses: {'200': {description: Pets.}}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        String[] words = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
        return new CommandLine(new CompatCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(words);
    }

    private Path document(String name, int maximum) throws IOException {
        return write(name, DOCUMENT.formatted(maximum));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** What is equal is what it leads to, too: the document itself may be the same, byte by byte. */
    @Test
    void knowsOfANewTextInAnotherFile() throws IOException {
        String whole = DOCUMENT.formatted(100).replace("{description: Pets.}", "{$ref: 'answers.yaml#/Pets'}");
        Path old = write("old/pets.yaml", whole);
        Path fresh = write("new/pets.yaml", whole);
        write("old/answers.yaml", "Pets: {description: Pets.}\n");
        write("new/answers.yaml", "Pets: {description: All pets.}\n");

        run(old, fresh);

        assertThat(out.toString()).contains("info.version 1.0.0 says too little: this change deserves 1.0.1.");
    }

    @Test
    void givesOneVerdictOfTwoFolders() throws IOException {
        document("old/pets.yaml", 100);
        document("new/pets.yaml", 50);
        document("old/gone/cats.yaml", 1);
        document("new/dogs.yaml", 1);
        write("old/shared/schemas.yaml", "Pet: {type: object}\n");

        assertThat(run(folder.resolve("old"), folder.resolve("new"))).isEqualTo(1);
        assertThat(out.toString())
                .contains("gone/cats.yaml\n  breaking  The document is gone.  [document-removed]")
                .contains("pets.yaml: GET /pets\n  breaking  query parameter limit: `maximum` was 100 and is 50.")
                .contains("dogs.yaml\n  compatible  The document is new.  [document-added]")
                .contains("2 breaking, 1 compatible\n")
                .contains("pets.yaml: info.version 1.0.0 says too little")
                .contains("Not compared by themselves, for they are no OpenAPI documents: shared/schemas.yaml.");
    }

    @Test
    void saysThatAFolderHoldsNoDocument() throws IOException {
        write("old/a.yaml", "a: 1\n");
        write("new/a.yaml", "a: 1\n");
        Path file = document("pets.yaml", 1);

        assertThat(run(folder.resolve("old"), folder.resolve("new"))).isEqualTo(2);
        assertThat(run(folder.resolve("old"), file)).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("There is no OpenAPI document in %1$s/old and %1$s/new.%n".formatted(folder)
                        + "A folder can be compared with a folder only: %1$s/old, %1$s/pets.yaml%n".formatted(folder));
    }

    @Test
    void tellsTheChangesAcrossSeveralEditions() throws IOException {
        Path one = document("1.yaml", 10);
        Path two = document("2.yaml", 20);
        Path three = document("3.yaml", 15);

        assertThat(run(one, two, three, "--changelog")).isEqualTo(1);
        assertThat(out.toString())
                .containsSubsequence(
                        one + " → " + two,
                        "`maximum` was 10 and is 20",
                        two + " → " + three,
                        "Breaks clients",
                        "`maximum` was 20 and is 15");
        assertThat(run(one, two, "--changelog")).isZero();
    }

    @Test
    void refusesMoreEditionsThanItCanTell() throws IOException {
        Path one = document("1.yaml", 10);

        assertThat(run(one, one, one)).isEqualTo(2);
        assertThat(run(one, one, one, "--changelog", "--format", "junit")).isEqualTo(2);
        assertThat(run("-", "-")).isEqualTo(2);
        assertThat(err.toString())
                .contains("More than two editions need --changelog.")
                .contains("More than two editions are told as terminal or markdown, and printed;"
                        + " compare two for a report.")
                .contains("Standard input can be one document only.");
    }

    @Test
    void readsADocumentFromStandardInput() {
        byte[] text = DOCUMENT.formatted(7).getBytes(StandardCharsets.UTF_8);
        Contract read = new DocumentSources(folder, new ByteArrayInputStream(text)).read("-");

        assertThat(read.operations()).hasSize(1);
        assertThat(read.document().member("info").place()).hasToString("-:2 /info");
    }
}
