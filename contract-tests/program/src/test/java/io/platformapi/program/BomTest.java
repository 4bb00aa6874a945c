package io.platformapi.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The versions that others import are those of this build, and none is left out. */
class BomTest {

    private static final Path ROOT = Path.of("..", "..");

    private static Stream<String> values(Path pom, String element) throws IOException {
        return Pattern.compile("<" + element + ">([^<]*)</" + element + ">")
                .matcher(Files.readString(pom).replaceFirst("(?s)<build>.*", ""))
                .results()
                .map((MatchResult found) -> found.group(1));
    }

    @Test
    void namesEveryModuleThatIsAJar() throws IOException {
        List<String> modules = values(ROOT.resolve("pom.xml"), "module")
                .filter(module -> !module.equals("spec/bom"))
                .map(module -> Path.of(module).getFileName().toString())
                .toList();

        assertThat(values(ROOT.resolve("spec/bom/pom.xml"), "artifactId").distinct())
                .contains("bom")
                .filteredOn(artifact -> !artifact.equals("bom"))
                .containsExactlyInAnyOrderElementsOf(modules);
    }

    @Test
    void isOfTheVersionThatItNames() throws IOException {
        String built = values(ROOT.resolve("pom.xml"), "version").findFirst().orElseThrow();

        assertThat(values(ROOT.resolve("spec/bom/pom.xml"), "version").distinct())
                .containsExactlyInAnyOrder(built, "${project.version}");
    }
}
