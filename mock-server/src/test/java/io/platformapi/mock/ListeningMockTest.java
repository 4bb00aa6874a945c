package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mock inside a process of one's own does what the command does, told by what it sends. */
@Timeout(30)
final class ListeningMockTest {

    private static final Contract STATUSES =
            new ContractReader(Access.SAME_ORIGIN).read("""
            openapi: 3.1.1
            info: {title: Statuses, version: '1'}
            paths:
              /a:
                get:
                  responses:
                    '200': {description: Fine., content: {application/json: {example: [1]}}}
                    default: {description: Any., content: {application/json: {example: {b: 2}}}}
            """, URI.create("file:///a.yaml"), "a.yaml");

    private static final InetSocketAddress ANYWHERE = InetSocketAddress.createUnresolved("127.0.0.1", 0);

    /** All that comes over a connection until it is closed, which each request asks for. */
    private static String sent(ListeningMock mock, String method, String... fields) throws IOException {
        try (Socket socket = new Socket(mock.address().getHost(), mock.address().getPort())) {
            String head = method + " /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
            String request = head
                    + String.join(
                            "", List.of(fields).stream().map(f -> f + "\r\n").toList()) + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void letsPagesInHoldsAnswersBackAndTellsWhatItDoes() throws IOException {
        List<String> log = new CopyOnWriteArrayList<>();
        MockOptions options = MockOptions.usual().withLog(log::add);
        try (ListeningMock mock = ListeningMock.start(STATUSES, options, ANYWHERE)) {
            assertThat(sent(mock, "GET", "Origin: http://localhost:3000", "Prefer: delay=1"))
                    .contains("\r\nAccess-Control-Allow-Origin: http://localhost:3000\r\n")
                    .endsWith("\r\n\r\n[1]");
            assertThat(sent(mock, "OPTIONS", "Origin: http://localhost:3000", "Access-Control-Request-Method: GET"))
                    .startsWith("HTTP/1.1 204 No Content\r\n");
        }
        assertThat(log).containsExactly("GET /a 200 the example after 1 ms", "OPTIONS /a 204 preflight");
    }

    @Test
    void keepsPagesOfOtherOriginsOutWhenToldTo() throws IOException {
        MockOptions options = MockOptions.usual().withOrigins(MockOptions.Origins.OWN);
        try (ListeningMock mock = ListeningMock.start(STATUSES, options, ANYWHERE)) {
            assertThat(sent(mock, "GET", "Origin: http://localhost:3000")).doesNotContain("Access-Control");
        }
    }

    @Test
    void letsPagesInToAnEngineOfOnesOwn() throws IOException {
        MockEngine engine = new MockEngine(STATUSES, MockOptions.usual());
        try (ListeningMock mock = ListeningMock.start(STATUSES, () -> engine, ANYWHERE)) {
            assertThat(sent(mock, "GET", "Origin: http://localhost:3000", "Prefer: delay=1"))
                    .contains("\r\nAccess-Control-Allow-Origin: http://localhost:3000\r\n")
                    .endsWith("\r\n\r\n[1]");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "207, Multi-Status",
        "226, IM Used",
        "299, ''",
        "308, Permanent Redirect",
        "413, Content Too Large",
        "422, Unprocessable Content",
        "429, Too Many Requests",
        "451, Unavailable For Legal Reasons",
        "499, ''",
        "511, Network Authentication Required",
        "599, ''"
    })
    void saysTheWordsOfEachStatus(int status, String words) throws IOException {
        try (ListeningMock mock = ListeningMock.start(STATUSES, MockOptions.usual(), ANYWHERE)) {
            assertThat(sent(mock, "GET", "Prefer: code=" + status))
                    .startsWith("HTTP/1.1 " + status + " " + words + "\r\n");
        }
    }

    @Test
    void saysWhereARedirectLeads() throws IOException {
        try (ListeningMock mock = ListeningMock.start(STATUSES, MockOptions.usual(), ANYWHERE)) {
            assertThat(sent(mock, "GET", "Prefer: code=308")).contains("\r\nLocation: /\r\n");
        }
    }

    @Test
    void saysTheWordsOfAStatusThatGrizzlyAnswersWith() throws IOException {
        try (ListeningMock mock = ListeningMock.start(STATUSES, MockOptions.usual(), ANYWHERE)) {
            assertThat(sent(mock, "GET", "X: " + "x".repeat(100_000)))
                    .startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"205, Content-Length: 0", "204, ''", "304, ''"})
    void saysWhereAnAnswerWithoutABodyEnds(int status, String length) throws IOException {
        try (ListeningMock mock = ListeningMock.start(STATUSES, MockOptions.usual(), ANYWHERE)) {
            String answer = sent(mock, "GET", "Prefer: code=" + status);

            assertThat(answer).endsWith("\r\n\r\n").doesNotContain("Transfer-Encoding", "Content-Type");
            assertThat(answer.lines()
                            .filter(line -> line.startsWith("Content-Length"))
                            .toList())
                    .isEqualTo(length.isEmpty() ? List.of() : List.of(length));
        }
    }
}
