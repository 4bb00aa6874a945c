package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.report.Coverage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which media types were used, in lines that people read. */
class MediaTypeSummaryTest {

    private static List<Coverage> coverage(int operations) {
        return IntStream.rangeClosed(1, operations)
                .mapToObj(each -> new Coverage(
                        "PUT /photos/" + each,
                        Map.of("application/json", 2),
                        Map.of(),
                        Map.of(),
                        List.of("image/png"),
                        List.of()))
                .toList();
    }

    @Test
    void namesTheFewOperationsThatATypeWasNotTriedAt() {
        assertThat(MediaTypeSummary.lines(coverage(2)))
                .containsExactly(
                        "Bodies sent: application/json 4.",
                        "Types of requests not tried, for lack of an example to send: image/png (PUT /photos/1, PUT"
                                + " /photos/2).");
    }

    /** The table of the report names each. */
    @Test
    void countsTheManyThatATypeWasNotTriedAt() {
        assertThat(MediaTypeSummary.lines(coverage(40)))
                .contains("Types of requests not tried, for lack of an example to send: image/png (40 operations).");
    }
}
