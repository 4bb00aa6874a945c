package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.report.Finding;
import io.platformapi.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository with a commit and another state of its files in the working tree. */
class InputsTest {

    private static final String PETS = """
            openapi: 3.1.1
            info: {title: Pets, version: 1.0.0}
            paths:
              /pets:
                post:
                  requestBody: {content: {application/json: {schema: {$ref: '%s'}}}}
                  responses: {'200': {description: Pets.}}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void commit() throws IOException, InterruptedException {
        git("init", "--quiet");
        write("api/openapi.yaml", PETS.formatted("./schemas/pet.yaml#/Pet"));
        write("api/schemas/pet.yaml", "Pet: {$ref: 'names/name.yaml'}");
        write("api/schemas/names/name.yaml", "type: object\nproperties: {name: {type: string}}");
        git("add", "-A");
        git("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "commit", "--quiet", "-m", "Pets");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Contract read(String name) {
        return new DocumentSources(folder).read(name);
    }

    @Test
    void readsReferencedFilesFromTheCommitAndNotFromTheWorkingTree() throws IOException {
        write("api/schemas/names/name.yaml", "type: object\nrequired: [name]\nproperties: {name: {type: string}}");
        Contract now = read(folder.resolve("api/openapi.yaml").toString());
        Report report = new Compatibility(SchemaReading.Profile.COMMON, LocalDate.of(2026, 1, 1))
                .compare(read("git:HEAD:api/openapi.yaml"), now, "pets");
        assertThat(report.findings()).extracting(Finding::id).containsExactly("request-required-narrowed");
        assertThat(report.findings().get(0).locations())
                .extracting(location -> location.file())
                .containsExactly(
                        "git:HEAD:api/schemas/names/name.yaml",
                        folder.resolve("api/schemas/names/name.yaml").toString());
    }

    @Test
    void readsPathsFromTheFolderItIsCalledIn() {
        Contract contract = new DocumentSources(folder.resolve("api")).read("git:HEAD:openapi.yaml");
        assertThat(contract.title()).isEqualTo("Pets");
        assertThat(new DocumentSources(folder.resolve("api/schemas"))
                        .read("git:HEAD:../openapi.yaml")
                        .title())
                .isEqualTo("Pets");
    }

    /** In a row of editions the newer of a pair is the older of the next. */
    @Test
    void readsADocumentOnceUntilOneOfItsFilesSaysSomethingElse() throws IOException {
        DocumentSources sources = new DocumentSources(folder);
        String name = folder.resolve("api/openapi.yaml").toString();
        Contract first = sources.read(name);
        assertThat(sources.read("git:HEAD:api/openapi.yaml")).isSameAs(sources.read("git:HEAD:api/openapi.yaml"));
        assertThat(sources.read(name)).isSameAs(first);
        write("api/schemas/names/name.yaml", "type: object\nrequired: [name]\nproperties: {name: {type: string}}");
        assertThat(sources.read(name)).isNotSameAs(first);
        assertThat(new Compatibility(SchemaReading.Profile.COMMON, LocalDate.of(2026, 1, 1))
                        .compare(first, sources.read(name), "pets")
                        .findings())
                .extracting(Finding::id)
                .containsExactly("request-required-narrowed");
    }

    @Test
    void followsLinksWithinTheCommit() throws IOException, InterruptedException {
        Files.createSymbolicLink(folder.resolve("api/latest.yaml"), Path.of("openapi.yaml"));
        Files.createSymbolicLink(folder.resolve("api/away.yaml"), Path.of("/etc/hostname"));
        git("add", "-A");
        git("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "commit", "--quiet", "-m", "Links");
        assertThat(read("git:HEAD:api/latest.yaml").title()).isEqualTo("Pets");
        assertThatThrownBy(() -> read("git:HEAD:api/away.yaml"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessage("git:HEAD:api/away.yaml:1: api/away.yaml of HEAD cannot be read:"
                        + " it is a link that leads out of the repository");
    }

    @Test
    void saysWhatIsNotInTheCommitThoughItIsOnDisk() throws IOException {
        write("api/new.yaml", PETS.formatted("schemas/pet.yaml#/Pet"));
        assertThatThrownBy(() -> read("git:HEAD:api/new.yaml"))
                .hasMessage("git:HEAD:api/new.yaml:1: there is no file api/new.yaml in HEAD of the repository");
        assertThatThrownBy(() -> read("git:nowhere:api/openapi.yaml"))
                .hasMessage("there is no commit nowhere in the git repository; a shallow clone may lack it"
                        + " (git fetch, or fetch-depth: 0 of the checkout)");
        assertThatThrownBy(() -> read("git:HEAD:../openapi.yaml"))
                .hasMessage("git:HEAD:../openapi.yaml lies outside the git repository");
    }

    @Test
    void refusesFilesOutsideTheFolderOfTheDocument() throws IOException, InterruptedException {
        write("api/inner/openapi.yaml", PETS.formatted("../schemas/pet.yaml#/Pet"));
        git("add", "-A");
        git("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "commit", "--quiet", "-m", "Inner");
        assertThatThrownBy(() -> read("git:HEAD:api/inner/openapi.yaml"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageStartingWith("git:HEAD:api/inner/openapi.yaml:6")
                .hasMessageContaining("\"../schemas/pet.yaml\" lies outside the document's folder or origin");
    }

    @Test
    void readsManyFilesThroughOneProcess() throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder("anyOf:\n");
        for (int i = 0; i < 300; i++) {
            write("api/schemas/names/n" + i + ".yaml", "type: object\nproperties: {n" + i + ": {type: string}}");
            all.append("  - $ref: n").append(i).append(".yaml\n");
        }
        write("api/schemas/names/name.yaml", all.toString());
        git("add", "-A");
        git("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "commit", "--quiet", "-m", "Many");
        assertThat(read("git:HEAD:api/openapi.yaml").operations()).hasSize(1);
    }
}
