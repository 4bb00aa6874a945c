package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exchanges for people to read. {@code pages}: the samples of the services' pages, each twice: as printed, where its
 * ids of zeros are refused, and with ids of the world of the examples. {@code formats}: a success and a failure of each
 * operation, asked for and answered in every format. {@code refusals}: failures, worded as the platform words them.
 *
 * <p>{@code mvn verify -Dgolden=rewrite} writes the answers that the mock gives today into the files and shows what
 * changed; the others still have to agree.
 */
final class GoldenExchangesTest extends ImplementationTest {

    private static final Path FOLDER = Path.of("src/test/resources/io/platformapi/conformance/exchanges");
    private static final Pattern ANSWER = Pattern.compile("HTTP/1.1 (.)..\nContent-Type: (.*)");
    private static final boolean REWRITES = "rewrite".equals(System.getProperty("golden"));

    static final List<Operation> WRITTEN = Requests.canonical();

    static List<GoldenFile> files() throws IOException {
        List<GoldenFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                files.add(GoldenFile.read(FOLDER, path));
            }
        }
        return files;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void answersAsWritten(GoldenFile file) throws IOException {
        String played = file.playedAgainst(running);
        String difference = Difference.between(file.name(), file.text(), played);

        if (REWRITES && implementation == Implementation.MOCK) {
            file.rewrite(played);
            System.out.print(difference);
        } else {
            assertThat(played)
                    .withFailMessage(() -> difference + "If this is right: mvn verify -Dgolden=rewrite")
                    .isEqualTo(file.text());
        }
    }

    @ParameterizedTest
    @FieldSource("WRITTEN")
    void everyOperationShowsASuccessAndAFailureInEveryFormat(Operation operation) throws IOException {
        Set<String> shown = new TreeSet<>();
        for (GoldenFile file : files()) {
            if (file.name().startsWith("formats/" + operation.id() + "-")) {
                ANSWER.matcher(file.text()).results().forEach(answer -> shown.add(answer.group(1) + answer.group(2)));
            }
        }

        Set<String> expected = new TreeSet<>();
        for (Content content : operation.response(200).orElseThrow().contents()) {
            expected.add("2" + content.type().essence());
            expected.add("4" + content.type().essence());
        }
        assertThat(shown).isEqualTo(expected);
    }
}
