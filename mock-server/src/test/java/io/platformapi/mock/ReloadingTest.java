package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.ContractReader;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.source.Access;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A mock that follows its document, told by its answers and its lines. */
@Timeout(60)
class ReloadingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String PETS = """
            openapi: 3.1.1
            info: {title: Pets, version: '%s'}
            paths:
              /pets:
                get:
                  responses: {'200': {$ref: 'answers/pets.yaml#/all'}}
            """;

    private static final String ANSWER =
            "all: {description: The pets., content: {application/json: {example: [%s]}}}\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter warnings = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path pets;
    private Path answers;
    private Served mock;
    private Thread watch;

    @BeforeEach
    void start() throws IOException {
        pets = Files.writeString(folder.resolve("pets.yaml"), PETS.formatted("1"));
        Files.createDirectory(folder.resolve("answers"));
        answers = Files.writeString(folder.resolve("answers/pets.yaml"), ANSWER.formatted("Rex"));
        ContractReader reader = new ContractReader(Access.SAME_ORIGIN);
        WatchedDocument document = new WatchedDocument(loader -> reader.read(pets.toString(), loader));
        mock = new Served(document.read(), contract -> new MockEngine(contract, MockOptions.usual())::answer);
        Notices notices = new Notices(lines(out), lines(warnings), lines(err));
        watch = new Thread(() -> {
            try {
                new Reloading(document, mock, notices).goOn();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        watch.start();
    }

    private static PrintWriter lines(StringWriter text) {
        return new PrintWriter(text, true);
    }

    @AfterEach
    void stop() throws InterruptedException {
        watch.interrupt();
        watch.join();
    }

    private String answer() {
        HttpResponse response = mock.apply(HttpRequest.of("GET", "/pets", Headers.none()));
        return response.text();
    }

    private static String awaited(StringWriter lines, String last) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!lines.toString().endsWith(last + System.lineSeparator())
                && Instant.now().isBefore(end)) {
            Thread.sleep(10);
        }
        return lines.toString();
    }

    private String told(StringWriter lines, String last) throws InterruptedException {
        return awaited(lines, last).replace(folder.toString(), "FOLDER").strip();
    }

    @Test
    void answersAsTheDocumentSaysNow() throws Exception {
        assertThat(answer()).isEqualTo("[\"Rex\"]");

        Files.writeString(answers, ANSWER.formatted("Tom"));
        assertThat(told(out, "reloaded: Pets 1")).isEqualTo("reloaded: Pets 1");
        assertThat(answer()).isEqualTo("[\"Tom\"]");

        Files.writeString(pets, PETS.formatted("2"));
        assertThat(told(out, "reloaded: Pets 2")).isEqualTo("reloaded: Pets 1\nreloaded: Pets 2");
        assertThat(err).hasToString("");
    }
}
