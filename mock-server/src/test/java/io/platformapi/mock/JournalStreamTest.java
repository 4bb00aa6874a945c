package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A journal as somebody hears it who stays. */
@Timeout(30)
final class JournalStreamTest {

    private static final Contract PETS =
            new ContractReader(Access.SAME_ORIGIN).read("""
            openapi: 3.1.1
            info: {title: Pets, version: '1'}
            paths:
              /pets: {get: {operationId: listPets, responses: {'200': {description: Pets.}}}}
            """, URI.create("file:///pets.yaml"), "pets.yaml");

    private final HttpClient client = HttpClient.newHttpClient();
    private ListeningMock mock;

    @BeforeEach
    void start() throws IOException {
        mock = ListeningMock.start(PETS, MockOptions.usual(), InetSocketAddress.createUnresolved("127.0.0.1", 0));
    }

    @AfterEach
    void stop() {
        mock.close();
    }

    private HttpRequest.Builder to(String target) {
        return HttpRequest.newBuilder(mock.address().resolve(target)).timeout(Duration.ofSeconds(10));
    }

    private void send(String method, String target) throws Exception {
        client.send(to(target).method(method, BodyPublishers.noBody()).build(), BodyHandlers.discarding());
    }

    private BufferedReader hearing(String target, String... fields) throws Exception {
        HttpRequest.Builder request = to(target);
        if (fields.length > 0) {
            request.headers(fields);
        }
        HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** The lines of the next event, without what differs from run to run. */
    private static String event(BufferedReader reader) throws IOException {
        StringBuilder event = new StringBuilder();
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            event.append(event.isEmpty() ? "" : "\n").append(line);
        }
        return event.toString()
                .replaceAll("\"at\":\"[^\"]*\"", "\"at\":0")
                .replaceAll("\"milliseconds\":[0-9.E-]*", "\"milliseconds\":0");
    }

    private static String listed(int number, String target) {
        return "id: " + number + "\ndata: {\"number\":" + number + ",\"at\":0,\"method\":\"GET\",\"target\":\"" + target
                + "\",\"operation\":\"listPets\",\"outcome\":\"valid\",\"status\":200,"
                + "\"why\":\"no body\",\"milliseconds\":0,\"violations\":[]}";
    }

    @Test
    void tellsWhatThereIsAndThenWhatComes() throws Exception {
        send("GET", "/pets?a=1");
        try (BufferedReader reader = hearing("/__mock/journal/stream")) {
            assertThat(event(reader)).isEqualTo(listed(1, "/pets?a=1"));
            send("GET", "/pets?a=2");
            assertThat(event(reader)).isEqualTo(listed(2, "/pets?a=2"));
            send("GET", "/~other/pets");
            send("GET", "/pets?a=3");
            assertThat(event(reader)).isEqualTo(listed(3, "/pets?a=3"));
        }
    }

    @ParameterizedTest
    @CsvSource({"/~mine/__mock/journal/stream?after=1, ''", "/~mine/__mock/journal/stream, 1"})
    void beginsWhereSomebodyHasStopped(String target, String last) throws Exception {
        send("GET", "/~mine/pets?a=1");
        send("GET", "/~mine/pets?a=2");
        String[] fields = last.isEmpty() ? new String[0] : new String[] {"Last-Event-ID", last};

        try (BufferedReader reader = hearing(target, fields)) {
            assertThat(event(reader)).isEqualTo(listed(2, "/pets?a=2"));
        }
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /~mine/__mock/journal", "POST, /~mine/__mock/reset", "POST, /__mock/reset?all=true"})
    void saysThatTheJournalBeginsAnewAndGoesOnWithIt(String method, String target) throws Exception {
        send("GET", "/~mine/pets?a=1");
        try (BufferedReader reader = hearing("/~mine/__mock/journal/stream")) {
            assertThat(event(reader)).isEqualTo(listed(1, "/pets?a=1"));
            send(method, target);
            assertThat(event(reader)).isEqualTo("event: cleared\ndata: {}");
            send("GET", "/~mine/pets?a=2");
            assertThat(event(reader)).isEqualTo(listed(1, "/pets?a=2"));
        }
    }

    @Test
    void tellsThousandsOfRequestsInTheirOrder() throws Exception {
        int many = 3 * JournalStream.MOST + 1;
        for (int i = 1; i <= many; i++) {
            send("GET", "/~mine/pets?a=" + i);
        }
        try (BufferedReader reader = hearing("/~mine/__mock/journal/stream")) {
            for (int i = 1; i <= many; i++) {
                assertThat(event(reader)).isEqualTo(listed(i, "/pets?a=" + i));
            }
        }
    }

    @Test
    void endsWithTheMock() throws Exception {
        send("GET", "/pets?a=1");
        try (BufferedReader reader = hearing("/__mock/journal/stream")) {
            event(reader);

            mock.close();

            assertThat(event(reader)).isEmpty();
        }
    }

    @Test
    void tellsNobodyWhoComesFromElsewhere() throws Exception {
        HttpResponse<String> answer = client.send(
                to("/__mock/journal/stream")
                        .header("Origin", "http://evil.example")
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
    }
}
