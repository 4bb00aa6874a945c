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
 * world of the examples.
 *
 * <p>{@code mvn verify -Dgolden=rewrite} writes the answers of today into the files and shows what changed.
 */
final class GoldenExchangesTest extends ImplementationTest {

    private static final Path FOLDER = Path.of("src/test/resources/io/platformapi/conformance/exchanges");
    private static final boolean REWRITES = "rewrite".equals(System.getProperty("golden"));

    static List<GoldenExchange> exchanges() throws IOException {
        List<GoldenExchange> exchanges = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                exchanges.add(GoldenExchange.read(file));
            }
        }
        return exchanges;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exchanges")
    void answersTheSamplesOfThePages(GoldenExchange exchange) throws IOException {
        List<String> answer = exchange.shown(running.answer(exchange.request()));

        if (REWRITES && !answer.equals(exchange.answered())) {
            System.out.print(exchange.rewritten(answer));
        } else {
            assertThat(answer).isEqualTo(exchange.answered());
        }
    }
}
