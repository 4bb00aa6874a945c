package io.platformapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guide to clients shows stands in the files of {@code spec/clients}, which {@code spec/clients/try} runs. */
final class ClientsGuideTest {

    private static final Path CLIENTS = Path.of("..", "spec", "clients");
    private static final Path GUIDE = Path.of("..", "spec", "guides", "clients.md");
    private static final Pattern BLOCK =
            Pattern.compile("^```(\\w+)\\n(.*?)\\n```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern REGION = Pattern.compile(
            "^[ \\t]*(?://|#) guide: \\w+\\n(.*?)\\n[ \\t]*(?://|#) guide: end$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern COMMAND =
            Pattern.compile("\\A(?://|#) [^\\n]*: ((?:npx|node|openapi-generator-cli) .+)");

    @Test
    void showsOfEachProgramWhatItMarks() throws IOException {
        List<String> marked = files().map(ClientsGuideTest::marked)
                .filter(text -> !text.isEmpty())
                .toList();
        List<String> shown = blocks().filter(block -> !block.group(1).equals("sh"))
                .map(block -> block.group(2))
                .toList();

        assertThat(marked).hasSize(8);
        assertThat(shown).containsExactlyInAnyOrderElementsOf(marked);
    }

    @Test
    void namesTheFileAndTheCommandOfEachClient() throws IOException {
        List<String> commands = new ArrayList<>();
        String guide = Files.readString(GUIDE);
        for (Path file : files().toList()) {
            COMMAND.matcher(read(file)).results().forEach(command -> {
                commands.add(command.group(1).split(" DOCUMENT")[0]);
                assertThat(guide).contains("| `" + file.getFileName() + "` |");
            });
        }
        List<String> shown = blocks().filter(block -> block.group(1).equals("sh"))
                .map(block -> block.group(2).split(" \\.\\./target")[0])
                .toList();

        assertThat(commands).hasSize(10);
        assertThat(shown).containsExactlyInAnyOrderElementsOf(commands);
    }

    private static Stream<MatchResult> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(GUIDE)).results();
    }

    /** What stands between the marks of a program, without what it is indented by. */
    private static String marked(Path file) {
        return REGION.matcher(read(file))
                .results()
                .map(region -> region.group(1).stripIndent())
                .collect(Collectors.joining("\n\n"));
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(CLIENTS)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
