package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platformapi.LocalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a document was reached is counted, shown, and may be asked for. */
class CoverageTest {

    private static final String PETS = "src/test/resources/io/platformapi/verify/pets.yaml";

    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = LocalServer.start(new PetServer());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private VerifyRun run(String... options) {
        return VerifyRun.of(Stream.concat(
                        Stream.of(
                                "--spec",
                                PETS,
                                "--url",
                                server.address().toString(),
                                "--header",
                                "Authorization: Bearer key",
                                "--random",
                                "2"),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    @Test
    void showsWhatOfEachOperationWasReached() {
        String page = run("--format", "html").out();

        assertThat(page)
                .contains("<h2>Coverage</h2>")
                .contains("<tr><td>GET /pets</td><td>yes</td><td><span class=\"warning\">4 of 5</span></td>"
                        + "<td>2 of 2</td>")
                .contains("<li>status 400</li>");
    }

    @Test
    void countsEachRuleAsKeptAndAsBroken() {
        assertThat(run("--format", "json").out())
                .contains("\"/query/limit maximum kept\" : 1", "\"/body/name required kept\" : 1")
                .containsPattern("\"/query/limit maximum broken\" : [1-9]")
                .containsPattern("\"query limit left out\" : [1-9]");
    }

    @Test
    void makesATestOfEachOperationByANameThatStays() {
        assertThat(run("--format", "junit").out())
                .containsPattern("<testcase classname=\"verify\" name=\"GET /pets\" time=\"\\d+\\.\\d{3}\"/>")
                .containsPattern("<testcase classname=\"verify\" name=\"POST /pets\" time=\"\\d+\\.\\d{3}\"/>")
                .contains("tests=\"2\" failures=\"0\"");
    }

    @Test
    void failsWhereTooLittleWasReached() {
        VerifyRun run = run("--min-coverage", "statuses=95", "--min-coverage", "operations=100");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .containsPattern(
                        "coverage of statuses\n  untested  \\d+ % of the statuses were reached \\(\\d+ of 11\\),"
                                + " and it has to be 95 %\\. Not reached: GET /pets 400.*  \\[coverage]")
                .doesNotContain("coverage of operations");
        assertThat(run("--min-coverage", "statuses=40").status()).isZero();
    }

    @Test
    void writesEveryExchangeWithoutItsCredential(@TempDir Path folder) throws IOException {
        Path har = folder.resolve("run.har");
        run("--derived", "5", "--har", har.toString());

        JsonNode log = new ObjectMapper().readTree(har.toFile()).path("log");
        assertThat(log.path("version").asText()).isEqualTo("1.2");
        assertThat(log.path("entries").size()).isGreaterThan(20);
        JsonNode first = log.path("entries").path(0);
        assertThat(first.at("/request/url").asText()).isEqualTo(server.address() + "/pets?limit=2");
        assertThat(first.at("/request/queryString/0/name").asText()).isEqualTo("limit");
        assertThat(first.at("/response/status").asInt()).isEqualTo(200);
        assertThat(first.at("/response/content/text").asText()).contains("Rex");
        assertThat(Files.readString(har)).contains("(hidden)").doesNotContain("Bearer key");
    }

    @Test
    void refusesAnArchiveThatCannotBeWritten(@TempDir Path folder) {
        assertThat(run("--har", folder.toString()).err()).contains("--har " + folder + ": it is a folder.");
        assertThat(run("--record", "/proc/none.json").err())
                .contains("--record /proc/none.json: it cannot be written: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status=80   | expected one of operations, statuses, types, parameters, rules and a percentage from 0 to 100, as in"
                        + " statuses=80; received 'status=80'",
                "rules=101   | expected one of operations, statuses, types, parameters, rules and a percentage from 0 to 100, as in"
                        + " statuses=80; received 'rules=101'"
            })
    void refusesWhatIsNoThreshold(String value, String message) {
        assertThat(run("--min-coverage", value).err()).contains(message);
    }
}
