package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.report.Report;
import io.platformapi.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What clients were promised by each release of the same major version, held against the edition of today. */
class ReleasedEditionTest {

    private static final Path RELEASED = Path.of("../spec/released");
    private static final String TODAY = "../spec/target/published/platform-api.yaml";

    static List<Path> releases() throws IOException {
        try (Stream<Path> files = Files.list(RELEASED)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void clientsOfAReleaseCanLiveWithTheEditionOfToday(Path release) {
        ContractReader reader = new ContractReader(Access.SAME_ORIGIN);
        Report report = new Compatibility(SchemaReading.Profile.COMMON, LocalDate.now())
                .compare(reader.read(release.toString()), reader.read(TODAY), release + " → " + TODAY);
        assertThat(report.passes())
                .as("""
                        %s
                        Change spec/openapi.yaml so that nothing above breaks ("instead" says how). If the edition was not
                        handed to clients yet, copy it: cp spec/target/published/platform-api.yaml spec/released/%s
                        """, ReportFormat.TERMINAL.render(report), release.getFileName())
                .isTrue();
    }
}
