package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every value of an option is tried before the run: one line and the status 2 for what will not do. */
class VerifyOptionsTest {

    private static final String SPEC = "src/test/resources/io/platformapi/verify/pets.yaml";
    private static final String NOWHERE = "http://127.0.0.1:1";

    private static VerifyRun with(String option, String value) {
        List<String> url = option.equals("--url") ? List.of() : List.of("--url", NOWHERE);
        return VerifyRun.of(Stream.of(List.of("--spec", SPEC), url, List.of(option, value))
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--url     | localhost:8080            | --url localhost:8080: it has to begin with http:// or https://, as in http://127.0.0.1:8080.",
                "--url     | ftp://example.com         | --url ftp://example.com: it has to begin with http:// or https://, as in http://127.0.0.1:8080.",
                "--url     | example.com               | --url example.com: it has to begin with http:// or https://, as in http://127.0.0.1:8080.",
                "--url     | http:///pets              | --url http:///pets: there is no host and port in it that can be called, as in http://127.0.0.1:8080.",
                "--url     | http://a:99999            | --url http://a:99999: there is no host and port in it that can be called, as in http://127.0.0.1:8080.",
                "--url     | http://a b                | --url http://a b: this is no address; one is http://127.0.0.1:8080.",
                "--url     | http://u:p@127.0.0.1      | --url: give the credential by --header 'Authorization: Basic …', not in the address.",
                "--url     | http://127.0.0.1/?a=b     | --url http://127.0.0.1/?a=b: paths are appended to it, so it ends before a ? or #; see --query, as in http://127.0.0.1:8080.",
                "--header  | nonsense                  | --header takes 'Name: value'; this one has no colon behind a name.",
                "--header  | Content-Length: 5         | --header Content-Length: the client sets this field itself.",
                "--header  | Na me: x                  | --header Na me: no header field can have this name.",
                "--header  | X-Key: a\u0001b          | --header X-Key: no header field can have the value that is given.",
                "--query   | nonsense                  | --query takes 'name=value'; this one has no equals sign behind a name.",
                "--derived | -1                        | --derived -1: it takes a number from 0 to 1000000.",
                "--random  | -1                        | --random -1: it takes a number from 0 to 100000.",
                "--random  | 2000000000                | --random 2000000000: it takes a number from 0 to 100000.",
                "--phases  | examples,fuzz             | Invalid value for option '--phases' (PHASE): 'fuzz' is none of examples, coverage, random, stateful",
                "--rate    | 0                         | --rate 0: it takes a number from 0.001 to 100000.",
                "--other-header | nonsense             | --other-header takes 'Name: value'; this one has no colon behind a name.",
                "--seed    | x                         | Invalid value for option '--seed': 'x' is no whole number",
                "--max-time | 0                        | --max-time 0: it takes a number from 0.001 to 86400.",
                "--max-time | NaN                      | --max-time NaN: it takes a number from 0.001 to 86400.",
                "--answer-time | -3                    | --answer-time -3: it takes a number from 0.001 to 86400.",
                "--answer-size | 0                     | --answer-size 0: it takes a number from 1 to 1024.",
                "--cacert  | no-such.pem               | --cacert no-such.pem: there is no such file.",
                "--cacert  | pom.xml                   | --cacert pom.xml: it holds no certificates in PEM.",
                "--operation | noSuch                  | The document has no operation noSuch."
            })
    void refuses(String option, String value, String message) {
        VerifyRun run = with(option, value);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "contract-tests verify: " + message + " (--help lists the options)" + System.lineSeparator());
    }

    @Test
    void showsNoStackTraceWhateverTheValuesAre(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        List<String> options = List.of(
                "--url",
                "--header",
                "--query",
                "--derived",
                "--random",
                "--seed",
                "--max-time",
                "--answer-time",
                "--answer-size",
                "--format",
                "--report",
                "--waivers",
                "--cacert",
                "--operation",
                "--spec");
        List<String> values = List.of(
                "",
                " ",
                "x",
                "-1",
                "0",
                "1e999",
                "NaN",
                "=",
                ":",
                "a=b",
                "a:b",
                "json=",
                "=x",
                "junit=/",
                "http://",
                "https://[",
                "http://[::1",
                "//x",
                "http://127.0.0.1:1/%zz",
                "file:///etc/passwd",
                "Host: x",
                "Connection: close",
                "Expect: 100-continue",
                "A:\r\nB: c",
                "\u2028",
                "{}",
                "[",
                "${x}",
                "@x",
                folder.toString(),
                empty.toString(),
                "9".repeat(400),
                "ä".repeat(5000));
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            String option = options.get(random.nextInt(options.size()));
            String value = values.get(random.nextInt(values.size()));
            VerifyRun run = with(option, value);

            assertThat(run.status()).as("%s '%s'", option, value).isEqualTo(2);
            assertThat(run.err().lines().filter(line -> !line.isBlank()))
                    .as("%s '%s': %s", option, value, run.err())
                    .hasSize(1);
            assertThat(run.err() + run.out())
                    .as("%s '%s'", option, value)
                    .doesNotContain("\tat ", "Exception", "io.platformapi.");
        }
    }
}
