package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The samples of the services' pages, each twice: as printed, where its ids of zeros are refused, and with ids of the
 * world of the examples. And refusals, worded as the platform words them.
 *
 * <p>{@code mvn verify -Dgolden=rewrite} writes the answers of today into the files and shows what changed.
 */
final class GoldenExchangesTest extends ImplementationTest {

    private static final Path FOLDER = Path.of("src/test/resources/io/platformapi/conformance/exchanges");
    private static final boolean REWRITES = "rewrite".equals(System.getProperty("golden"));

    static List<GoldenExchange> samples() throws IOException {
        return exchanges(FOLDER);
    }

    static List<GoldenExchange> refusals() throws IOException {
        return exchanges(FOLDER.resolve("refusals"));
    }

    private static List<GoldenExchange> exchanges(Path folder) throws IOException {
        List<GoldenExchange> exchanges = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder).filter(Files::isRegularFile)) {
            for (Path file : files.sorted().toList()) {
                exchanges.add(GoldenExchange.read(file));
            }
        }
        return exchanges;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void answersTheSamplesOfThePages(GoldenExchange exchange) throws IOException {
        expectTheAnswerOf(exchange);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusesInTheWordsOfThePlatform(GoldenExchange exchange) throws IOException {
        expectTheAnswerOf(exchange);
    }

    private void expectTheAnswerOf(GoldenExchange exchange) throws IOException {
        List<String> answer = exchange.shown(running.answer(exchange.request()));

        if (REWRITES && !answer.equals(exchange.answered())) {
            System.out.print(exchange.rewritten(answer));
        } else {
            assertThat(answer).isEqualTo(exchange.answered());
        }
    }
}
