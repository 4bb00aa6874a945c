package io.platformapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guide shows of the template is in the template; {@code .ci/guide} carries out its commands. */
final class ContractFirstGuideTest {

    private static final Path GUIDE = Path.of("..", "spec", "guides", "contract-first.md");
    private static final Path TEMPLATE = Path.of("..", "server", "template");
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\n(.*?)```", Pattern.DOTALL);

    private static List<String> shown(String language) throws IOException {
        return BLOCK.matcher(Files.readString(GUIDE))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** The text of all files of a kind. */
    private static String written(String ending) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(TEMPLATE)) {
            for (Path file : files.filter(each -> each.toString().endsWith(ending))
                    .filter(each -> !each.startsWith(TEMPLATE.resolve("target")))
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void showsFilesAsTheyAre() throws IOException {
        for (String language : List.of("java", "xml", "yaml")) {
            String written = written("." + language);

            assertThat(shown(language))
                    .isNotEmpty()
                    .allSatisfy(block -> assertThat(written).contains(block));
        }
    }

    /** Nothing else is shown, such as a language whose blocks nobody compares. */
    @Test
    void showsNothingThatNobodyLooksAt() throws IOException {
        assertThat(BLOCK.matcher(Files.readString(GUIDE)).results().map(block -> block.group(1)))
                .containsOnly("java", "xml", "yaml", "sh", "");
    }

    @Test
    void dependsOnWhatIsPublishedInThisVersion() throws IOException {
        String root = Files.readString(Path.of("..", "pom.xml"));
        String copied = written("pom.xml");
        for (String property : List.of("junit.version", "rest-assured.version", "openapi-generator.version")) {
            String version = root.replaceFirst("(?s).*<" + property + ">([^<]*)<.*", "$1");

            assertThat(copied).as(property).contains("<version>" + version + "</version>");
        }
        assertThat(copied)
                .contains("<platformapi.version>" + root.replaceFirst("(?s).*?<version>([^<]*)<.*", "$1")
                        + "</platformapi.version>")
                .doesNotContain("<parent>");
    }
}
