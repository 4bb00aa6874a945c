package io.platformapi.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.platformapi.domain.Authentication;
import io.platformapi.domain.Platform;
import io.platformapi.domain.Store;
import io.platformapi.domain.Transaction;
import io.platformapi.domain.Unavailable;
import io.platformapi.server.HeardLog;
import io.platformapi.server.PlatformServer;
import io.platformapi.server.ServerClient;
import io.platformapi.server.Settings;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Failures of the server's own: what clients learn of them, and what they do not. */
final class FailureTest {

    private static final String LINKS = "/api/contacts/c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84/links";

    private static volatile RuntimeException failure = new IllegalStateException("the password is 'secret'");
    private static PlatformServer server;
    private static ServerClient client;

    /** A store in which nothing works. */
    private static final class BrokenStore implements Store {
        @Override
        public <T> T read(Function<? super Transaction, T> work) {
            throw failure;
        }

        @Override
        public <T> T write(Function<? super Transaction, T> work) {
            throw failure;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        var anybody = new Authentication.Client("anybody", contact -> true);
        server = PlatformServer.start(
                Settings.of(Map.of("port", "0")), Platform.over(new BrokenStore()), credential -> Optional.of(anybody));
        client = new ServerClient(server.uri(), "any");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aClientLearnsNothingButANumberOfAnUnforeseenFailure() {
        failure = new IllegalStateException("the password is 'secret'");
        HttpResponse<String> answer;
        List<ILoggingEvent> written;
        try (HeardLog log = HeardLog.of(Failures.class.getName(), Level.ERROR)) {
            answer = client.send("GET", LINKS + ".jsv");
            written = log.lines().toList();
        }

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .matches("\\{ResponseStatus:\\{ErrorCode:InternalError,Message:Something failed on our side\\."
                        + " Quote failure ([0-9a-f]{8}) when you ask about it\\.,Errors:\\[],Meta:\\{FailureId:\\1}}}");
        assertThat(written)
                .filteredOn(line -> answer.body().contains(failureIn(line)))
                .singleElement()
                .extracting(line -> line.getThrowableProxy().getMessage())
                .isEqualTo("the password is 'secret'");
    }

    private static String failureIn(ILoggingEvent line) {
        return line.getFormattedMessage().replaceAll("failure (\\w+): InternalError", "$1");
    }

    @Test
    void aClientIsToldWhenToComeBackIfTheStoreIsAway() {
        failure = new Unavailable("no connection", Duration.ofMillis(4200), new IOException("down"));

        HttpResponse<String> answer;
        List<ILoggingEvent> written;
        try (HeardLog log = HeardLog.of(Failures.class.getName(), Level.INFO)) {
            answer = client.send("GET", LINKS);
            written = log.lines().toList();
        }

        assertThat(written)
                .filteredOn(line -> line.getFormattedMessage().endsWith("no connection, for java.io.IOException: down"))
                .singleElement()
                .satisfies(line -> assertThat(line.getThrowableProxy()).isNull());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).contains("\"ErrorCode\":\"Unavailable\"", "\"FailureId\":\"");
    }

    @Test
    void aPathThatIsNoneIsAnsweredInTheSameForm() {
        HttpResponse<String> answer = client.send("GET", "/api/contacts/%C3%28/links");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"ErrorCode\":\"SerializationException\"");
    }

    @Test
    void aHostThatIsNoneIsTheClientsFault() throws IOException {
        try (var socket = new Socket("127.0.0.1", server.uri().getPort())) {
            String request = "GET " + LINKS + " HTTP/1.1\r\nHost: a b/:zz\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"ErrorCode\":\"SerializationException\"");
        }
    }
}
