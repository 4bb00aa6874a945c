package io.platformapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code ARCHITECTURE.md} and the list of decisions say is so today. */
final class ArchitecturePageTest {

    private static final Path PAGE = Path.of("..", "ARCHITECTURE.md");
    private static final Path DECISIONS = Path.of("..", "spec", "decisions");
    private static final Pattern PICTURE = Pattern.compile("```mermaid\\n(.*?)```", Pattern.DOTALL);

    private static final PackageArrows ARROWS = new PackageArrows(new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.platformapi"));

    /** {@code -Darchitecture=redraw} draws it anew. */
    @Test
    void drawsTheArrowsThatTheClassesHave() throws IOException {
        String page = Files.readString(PAGE);
        Matcher picture = PICTURE.matcher(page);
        assertThat(picture.find()).isTrue();
        if ("redraw".equals(System.getProperty("architecture"))) {
            Files.writeString(
                    PAGE, page.substring(0, picture.start(1)) + ARROWS.picture() + page.substring(picture.end(1)));
        } else {
            assertThat(picture.group(1)).isEqualTo(ARROWS.picture());
        }
    }

    @Test
    void hasARuleForEveryPackage() throws IOException {
        List<String> described = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|")
                .matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(ARROWS.arrows().keySet());
    }

    @Test
    void listsEveryDecisionOnce() throws IOException {
        String index = Files.readString(DECISIONS.resolve("README.md"));
        List<String> listed = Pattern.compile("\\((\\d{4}-[a-z0-9-]+\\.md)\\)")
                .matcher(index)
                .results()
                .map(link -> link.group(1))
                .toList();

        try (Stream<Path> files = Files.list(DECISIONS)) {
            assertThat(listed)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> !name.equals("README.md"))
                                    .toList());
        }
    }
}
