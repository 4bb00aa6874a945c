package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
        mock = new Served(document.read(), contract -> new MockEngine(contract, MockOptions.usual())::answered);
        Notices notices = new Notices("mock-server", lines(out), lines(warnings), lines(err));
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
        HttpResponse response =
                mock.apply(HttpRequest.of("GET", "/pets", Headers.none())).response();
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

    @Test
    void goesOnWithTheLastGoodEditionWhileTheNewOneCannotBeRead() throws Exception {
        Files.writeString(answers, "all: {description: [");
        String problem =
                "mock-server: FOLDER/answers/pets.yaml:1: this is not YAML: expected the node content, but found"
                        + " '<stream end>'; Pets 1 is still served as it was read last";
        assertThat(told(err, "read last")).isEqualTo(problem);
        assertThat(answer()).isEqualTo("[\"Rex\"]");

        Files.delete(answers);
        assertThat(told(err, "no file " + answers + "; Pets 1 is still served as it was read last"))
                .isEqualTo(problem + "\nmock-server: FOLDER/pets.yaml:6 /paths/~1pets/get/responses/200/$ref: there is"
                        + " no file FOLDER/answers/pets.yaml; Pets 1 is still served as it was read last");

        Files.writeString(answers, ANSWER.formatted("Tom"));
        assertThat(told(out, "Pets 1")).isEqualTo("reloaded: Pets 1");
        assertThat(answer()).isEqualTo("[\"Tom\"]");
    }

    @Test
    void noticesAFileThatComesAfterItsReference() throws Exception {
        Files.writeString(pets, PETS.formatted("2").replace("answers/pets", "answers/more"));
        assertThat(told(err, "read last"))
                .isEqualTo("mock-server: FOLDER/pets.yaml:6 /paths/~1pets/get/responses/200/$ref: there is no file"
                        + " FOLDER/answers/more.yaml; Pets 1 is still served as it was read last");

        Files.writeString(folder.resolve("answers/more.yaml"), ANSWER.formatted("Tom"));
        assertThat(told(out, "Pets 2")).isEqualTo("reloaded: Pets 2");
        assertThat(answer()).isEqualTo("[\"Tom\"]");
    }

    @Test
    void losesNoRequestWhenAnotherEditionTakesItsPlace() throws Exception {
        Set<String> answered = ConcurrentHashMap.newKeySet();
        Thread client = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                answered.add(answer());
            }
        });
        client.start();
        for (String name : new String[] {"Tom", "Mia", "Leo"}) {
            Files.writeString(answers, ANSWER.formatted(name));
            for (String last = ""; !last.contains(name); last = answer()) {
                Thread.sleep(10);
            }
        }
        client.interrupt();
        client.join();

        assertThat(answered)
                .isSubsetOf("[\"Rex\"]", "[\"Tom\"]", "[\"Mia\"]", "[\"Leo\"]")
                .contains("[\"Mia\"]");
        assertThat(told(out, "Pets 1").lines()).hasSize(3);
    }

    @Test
    void warnsOnlyOfWhatWasNotWrongBefore() throws Exception {
        String wrong = "  /pets/{id}: {get: {responses: {'200': {description: ok}}}}\n";
        Files.writeString(pets, PETS.formatted("2") + wrong);
        String first = "warning: FOLDER/pets.yaml:7 /paths/~1pets~1{id}/get: {id} of GET /pets/{id} is not declared;"
                + " add a parameter in: path";
        assertThat(told(warnings, "in: path")).isEqualTo(first);

        Files.writeString(
                pets, "# moved by a line\n" + PETS.formatted("3") + wrong + wrong.replace("pets/{id}", "dogs/{name}"));
        assertThat(told(warnings, "{name} of GET /dogs/{name} is not declared; add a parameter in: path"))
                .isEqualTo(first + "\nwarning: FOLDER/pets.yaml:9 /paths/~1dogs~1{name}/get: {name} of GET"
                        + " /dogs/{name} is not declared; add a parameter in: path");
    }
}
