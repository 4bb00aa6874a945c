package io.platformapi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.verify.cases.CheckId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of what the tools find, held to what they can find. */
class KindsTest {

    private static final Path SOURCES = Path.of("src/main/java/io/platformapi");
    private static final Path READER = Path.of("../spec/contract/src/main/java/io/platformapi/contract");
    private static final Pattern WAIVERS = Pattern.compile("\"(waiver-[a-z-]+)\"");
    private static final Pattern RULES = Pattern.compile("(?:new Rule|finding)\\(\\s*\"([a-z-]+)\"");
    private static final Pattern SLIPS = Pattern.compile("(?:new Slip|slip)\\([^;\"]*\"([a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern WARNINGS =
            Pattern.compile("(?:warn|tell|checkInfo)\\([^;{\"]*(?:\"(?:title|version)\", )?\"([a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern NAMES_OF_MEMBERS = Pattern.compile("\\.member\\(\"[^\"]*\"\\)");
    private static final Pattern BESIDE_THE_TABLE = Pattern.compile(
            "(?:Finding\\.of|new Failure|new Untested|Expected\\.(?:betterR|r)efused)\\(\\s*(\"[^\"]*\")");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"compat", "verify", "lint"})
    void sayOfEachWhatItMeansByAnExampleAndWhatWouldBeRight(String tool) {
        assertThat(FindingKinds.of(tool).all()).allSatisfy(kind -> {
            assertThat(kind.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(kind.means()).endsWith(".");
            assertThat(kind.example()).endsWith(".");
            assertThat(kind.level().equals("compatible") || !kind.instead().isEmpty())
                    .as(kind.id())
                    .isTrue();
        });
    }

    @Test
    void ofVerifyAreItsChecks() {
        Set<String> checks = new TreeSet<>();
        Stream.of(CheckId.values()).map(CheckId::id).forEach(checks::add);
        assertThat(ids("verify")).isEqualTo(checks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compat", "verify"})
    void areNamedByTheListOfTheirToolOnly(String tool) throws IOException {
        assertThat(written(SOURCES.resolve(tool), BESIDE_THE_TABLE)).isEmpty();
    }

    @Test
    void ofVerifyAreAllNeeded() throws IOException {
        Set<String> used = written(SOURCES.resolve("verify"), Pattern.compile("CheckId\\.([A-Z_]+)"));
        assertThat(used).containsAll(Stream.of(CheckId.values()).map(Enum::name).toList());
    }

    @Test
    void ofLintAreItsRulesAndWhatTheReaderWarnsOf() throws IOException {
        Set<String> known = written(SOURCES.resolve("lint"), RULES);
        known.addAll(written(READER.resolve("reader/Warnings.java"), WARNINGS));
        known.addAll(written(READER.resolve("keyword/PlainSchemas.java"), WARNINGS));
        known.addAll(written(READER.resolve("layout"), SLIPS));
        assertThat(ids("lint")).isEqualTo(known);
    }

    @Test
    void aboutWaiversAreTheOnesTheyTell() throws IOException {
        Set<String> known = written(SOURCES.resolve("report"), WAIVERS);
        assertThat(known).hasSize(4);
        assertThat(FindingKinds.of("lint").all()).extracting(FindingKind::id).containsAll(known);
    }

    @Test
    void refuseAWaiverOfWhatNoToolFinds() throws IOException {
        Path file = Files.writeString(
                folder.resolve("waivers.yaml"),
                "- {finding: operation-vanished, reason: nobody calls it, until: 2026-12-31}\n");
        assertThatThrownBy(() -> Waivers.read(file.toString()))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessage(file
                        + ":1 /0/finding: no tool finds operation-vanished; explain --list of compat, verify and lint"
                        + " lists what they do");
    }

    private static Set<String> ids(String tool) {
        Set<String> ids = new TreeSet<>();
        FindingKinds.of(tool).all().stream()
                .map(FindingKind::id)
                .filter(id -> !id.startsWith("waiver-") && !id.startsWith("baseline-"))
                .forEach(ids::add);
        return ids;
    }

    private static Set<String> written(Path path, Pattern id) throws IOException {
        Set<String> ids = new TreeSet<>();
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher found = id.matcher(
                        NAMES_OF_MEMBERS.matcher(Files.readString(file)).replaceAll(""));
                while (found.find()) {
                    ids.add(found.group(1));
                }
            }
        }
        return ids;
    }
}
