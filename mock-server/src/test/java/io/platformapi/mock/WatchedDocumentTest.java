package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the files of a document count as changed, asked step by step. */
class WatchedDocumentTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static final String PETS = "openapi: 3.1.1\ninfo: {title: Pets, version: '1'}\npaths: {}\n";
    private static final String CATS = PETS.replace("Pets", "Cats");

    @TempDir
    private Path folder;

    private Path file;
    private WatchedDocument document;

    @BeforeEach
    void read() throws IOException {
        file = Files.writeString(folder.resolve("pets.yaml"), PETS);
        Files.setLastModifiedTime(file, LONG_AGO);
        ContractReader reader = new ContractReader(Access.SAME_ORIGIN);
        document = new WatchedDocument(loader -> reader.read(file.toString(), loader));
        document.read();
        assertThat(document.hasChanged()).isFalse();
    }

    @Test
    void hasChangedOnceNobodyIsWritingAnyMore() throws IOException {
        for (int end : new int[] {0, 20, PETS.length() - 1}) {
            Files.writeString(file, CATS.substring(0, end));
            assertThat(document.hasChanged()).isFalse();
        }
        Files.writeString(file, CATS);

        assertThat(document.hasChanged()).isFalse();
        assertThat(document.hasChanged()).isTrue();
        assertThat(document.read().title()).isEqualTo("Cats");
        assertThat(document.hasChanged()).isFalse();
        assertThat(document.hasChanged()).isFalse();
    }

    @Test
    void hasNotChangedByATouchOrACopyOfTheSameText() throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        assertThat(document.hasChanged()).isFalse();
        assertThat(document.hasChanged()).isFalse();

        replace(PETS);
        assertThat(document.hasChanged()).isFalse();
        assertThat(document.hasChanged()).isFalse();
    }

    @Test
    void hasNotChangedWhileItIsGoneForAMoment() throws IOException {
        Files.delete(file);
        assertThat(document.hasChanged()).isFalse();
        Files.writeString(file, PETS);
        assertThat(document.hasChanged()).isFalse();
        assertThat(document.hasChanged()).isFalse();

        Files.delete(file);
        assertThat(document.hasChanged()).isFalse();
        assertThat(document.hasChanged()).isTrue();
    }

    @Test
    void hasChangedByAFileOfTheSameSizeAndAgeInItsPlace() throws IOException {
        replace(CATS);

        assertThat(document.hasChanged()).isFalse();
        assertThat(document.hasChanged()).isTrue();
    }

    /** As many editors save. */
    private void replace(String text) throws IOException {
        Path saved = Files.writeString(folder.resolve(".pets.yaml.swp"), text);
        Files.setLastModifiedTime(saved, LONG_AGO);
        Files.move(saved, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void hasChangedByATextThatCameTooSoonForTheClockOfTheFileSystem() throws IOException {
        FileTime now = FileTime.from(Instant.now());
        Files.setLastModifiedTime(file, now);
        document.hasChanged();
        document.hasChanged();
        Files.writeString(file, CATS);
        Files.setLastModifiedTime(file, now);

        assertThat(document.hasChanged()).isTrue();
    }

    @Test
    void hasChangedByALinkThatLeadsElsewhere() throws IOException {
        Path target = folder.resolve("old.yaml");
        Files.move(file, target);
        Files.createSymbolicLink(file, target);
        document.hasChanged();
        assertThat(document.hasChanged()).isFalse();

        Files.delete(file);
        Files.createSymbolicLink(file, Files.writeString(folder.resolve("new.yaml"), CATS));
        document.hasChanged();
        assertThat(document.hasChanged()).isTrue();
    }
}
