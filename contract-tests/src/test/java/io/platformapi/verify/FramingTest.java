package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes behind the end of an answer. */
class FramingTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 200 OK~Content-Length: 4~~finest | finest | There is more behind the end of an answer. | st",
                "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~4~fine~0~~HTTP/1.1 200 OK | fine"
                        + " | There is more behind the end of an answer. | HTTP/1.1 200 OK",
                "HTTP/1.1 200 OK~Content-Length: 4~~fine | fine | An answer to HEAD has a body. | fine",
            })
    void isTold(String answer, String head, String cause, String received) throws IOException {
        VerifyRun run = run(answer.strip(), head.equals(received) ? "HTTP/1.1 200 OK~Content-Length: 4~~" + head : "");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("  violation  " + cause)
                .contains("[framing]")
                .contains("expected: nothing (RFC 9112, section 6.3)")
                .contains("received: " + received + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 200 OK~Content-Length: 4~~fine~",
        "HTTP/1.1 200 OK~Content-Length: 4~~fineHTTP/1.1 408 Request Timeout~Connection: close~~",
        "HTTP/1.1 200 OK~Connection: close~~fine",
    })
    void isNotToldOfWhatEveryClientTakes(String answer) throws IOException {
        assertThat(run(answer, "").out()).doesNotContain("[framing]");
    }

    private VerifyRun run(String answer, String toHead) throws IOException {
        try (RawServer server = RawServer.start((request, out) -> {
            String plain = answer.replace("\r\n", "").replace("~", "\r\n");
            boolean isHead = request.startsWith("HEAD");
            String bodiless = plain.substring(0, plain.indexOf("\r\n\r\n") + 4);
            String headed = toHead.isEmpty() ? bodiless : toHead.replace("~", "\r\n");
            String typed = (isHead ? headed : plain).replaceFirst("\r\n", "\r\nContent-Type: text/plain\r\n");
            RawServer.send(
                    out, request.contains(" /fine ") ? typed : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        })) {
            return VerifyRun.of(folder, VerifyRun.reads("text/plain", "/fine"), server.address(), "--allow-untested");
        }
    }
}
