package io.platformapi.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Small documents of all versions: the broken ones, each with what has to be found in it and where, and unusual ones in
 * which nothing is wrong.
 */
class DocumentsTest {

    private static final Path DOCUMENTS = Path.of("src/test/resources/io/platformapi/lint/documents.txt");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    /** A document below {@code === good}, or below {@code ===} and what is found: rule, line and message. */
    private record Case(String expected, String document) {

        static Case of(String written) {
            int end = written.indexOf('\n');
            return new Case(written.substring(0, end), written.substring(end + 1));
        }

        boolean isGood() {
            return expected.equals("good");
        }

        @Override
        public String toString() {
            return expected + ": " + document.replace("\n", " | ");
        }
    }

    private static Stream<Case> cases() {
        try {
            return Stream.of(Files.readString(DOCUMENTS)
                            .substring("=== ".length())
                            .split("\n=== "))
                    .map(written -> Case.of(written + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Case> good() {
        return cases().filter(Case::isGood);
    }

    static Stream<Case> bad() {
        return cases().filter(each -> !each.isGood());
    }

    private List<String> findings(Case each, String level) throws IOException {
        Path file = Files.writeString(folder.resolve("document.yaml"), each.document());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        new CommandLine(new LintCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(file.toString(), "--format", "json");
        assertThat(err.toString()).isEmpty();
        List<String> found = new ArrayList<>();
        for (JsonNode finding : JSON.readTree(out.toString()).path("findings")) {
            if (finding.path("level").asText().matches(level)) {
                found.add(finding.path("id").asText() + " "
                        + finding.path("locations").path(0).path("line").asText() + " "
                        + finding.path("message").asText().replace(folder + "/", ""));
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("good")
    void findsNoFaultInWhatIsMerelyUnusual(Case each) throws IOException {
        assertThat(findings(each, "fault")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void findsWhatIsWrong(Case each) throws IOException {
        assertThat(findings(each, "fault|advice")).contains(each.expected());
    }
}
