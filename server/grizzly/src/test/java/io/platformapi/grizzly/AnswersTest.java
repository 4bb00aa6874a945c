package io.platformapi.grizzly;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as they go over the wire, whatever a handler puts into them. */
final class AnswersTest {

    private static final String DATE =
            "Date: (Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT\r\n";

    private GrizzlyServer server;

    private String answer(String method, HttpResponse response) throws IOException {
        FailurePages pages = (status, head) -> HttpResponse.of(status, "text/plain", new byte[0]);
        server = GrizzlyServer.start(
                new GrizzlyServer.Setup("127.0.0.1", 0, Threads.SELECTORS, Limits.USUAL, pages), (head, answer) -> {
                    answer.accept(response);
                    return Optional.empty();
                });
        try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((method + " / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(all).containsPattern(DATE);
            return all.replaceFirst(DATE, "");
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, 200, 'OK', 'Content-Length: 4|', data",
        "HEAD, 200, 'OK', 'Content-Length: 4|', ''",
        "GET, 422, 'Unprocessable Content', 'Content-Length: 4|', data",
        "GET, 599, '', 'Content-Length: 4|', data",
        "GET, 204, 'No Content', '', ''",
        "GET, 205, 'Reset Content', 'Content-Length: 0|', ''",
        "GET, 304, 'Not Modified', '', ''"
    })
    void endWhereTheirStatusSays(String method, int status, String reason, String length, String body)
            throws IOException {
        HttpResponse response = new HttpResponse(status, Headers.none(), "data".getBytes(StandardCharsets.US_ASCII));

        assertThat(answer(method, response))
                .isEqualTo("HTTP/1.1 " + status + " " + reason + "\r\n" + length.replace("|", "\r\n")
                        + "Connection: close\r\n\r\n" + body);
    }

    /** Nobody knows how long GET's would be (RFC 9110, section 8.6); a length that is told to HEAD is passed on. */
    @Test
    void tellHeadNoLengthThatIsNotKnown() throws IOException {
        assertThat(answer("HEAD", HttpResponse.of(200, Headers.none())))
                .isEqualTo("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        assertThat(answer("HEAD", HttpResponse.of(200, Headers.of("Content-Length", "7"))))
                .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 7\r\nConnection: close\r\n\r\n");
        assertThat(answer("HEAD", HttpResponse.of(200, Headers.of("Content-Length", "many"))))
                .isEqualTo("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        assertThat(answer("GET", HttpResponse.of(200, Headers.of("Content-Length", "7"))))
                .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    @Test
    void keepEachFieldInItsLineAndLeaveTheConnectionToTheServer() throws IOException {
        Headers headers = Headers.of(
                "A",
                "b\r\nSet-Cookie: c",
                "D E",
                "f",
                "Date",
                "never",
                "Content-Length",
                "7",
                "Transfer-Encoding",
                "chunked",
                "Connection",
                "keep-alive",
                "Trailer",
                "A",
                "Upgrade",
                "h2c");

        assertThat(answer("GET", new HttpResponse(200, headers, new byte[0])))
                .isEqualTo("HTTP/1.1 200 OK\r\nA: b Set-Cookie: c\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }
}
