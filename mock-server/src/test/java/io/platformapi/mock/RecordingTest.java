package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Loader;
import io.platformapi.mock.Forwarding.Breaches;
import io.platformapi.mock.Forwarding.Gaps;
import io.platformapi.mock.recording.ConsumerRecorder;
import io.platformapi.mock.recording.ExampleRecorder;
import io.platformapi.mock.recording.RecordedExamples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mock records while it answers, by itself or for an API. */
final class RecordingTest {

    private static final Contract PETS =
            new ContractReader(Access.SAME_ORIGIN).read("""
                    openapi: 3.1.1
                    info: {title: Pets, version: '1'}
                    paths:
                      /pets/{id}:
                        get:
                          parameters:
                          - {name: id, in: path, required: true, schema: {type: integer}}
                          - {name: fields, in: query, schema: {type: string}}
                          responses:
                            '200':
                              description: A pet.
                              content: {application/json: {schema: {type: object, properties: {name: {type: string}, age: {type: integer}}}, example: {name: Rex}}}
                            default:
                              description: None.
                              content: {application/json: {schema: {type: object, properties: {code: {type: string}}}}}
                    """, URI.create("file:///pets.yaml"), "pets.yaml");

    @TempDir
    private Path folder;

    private final List<String> log = new ArrayList<>();

    private static HttpRequest get(String target) {
        return HttpRequest.of("GET", target, Headers.none());
    }

    /** An API that answers a path with an age where it is 7, and knows no pet 9. */
    private static HttpServer api() throws IOException {
        HttpServer api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", exchange -> {
            boolean known = !exchange.getRequestURI().getPath().endsWith("9");
            byte[] body = (known ? "{\"age\": 7}" : "{\"code\": \"none\"}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(known ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        api.start();
        return api;
    }

    private static Forwarding to(HttpServer api) {
        URI address = URI.create("http://127.0.0.1:" + api.getAddress().getPort());
        return Forwarding.to(address, Duration.ofSeconds(10), Breaches.TOLD, Gaps.PASSED);
    }

    @Test
    void sessionsRecordIntoOneFile() {
        Path file = folder.resolve("web.yaml");
        try (ConsumerRecorder recorder = new ConsumerRecorder(file, log::add)) {
            MockedApi mock = MockedApi.of(PETS, MockOptions.usual().withRecorder(recorder));
            mock.apply(get("/~one/pets/1?fields=a"));
            mock.apply(get("/pets/1").with("X-Mock-Session", "two"));
            mock.apply(get("/"));
            mock.apply(get("/__mock/journal"));
        }
        assertThat(file).content().contains("name: fields", "'200'", "name:").doesNotContain("~one", "__mock", "age");
        assertThat(log).first().isEqualTo("recorded: 1 operation, in " + file);
    }

    @Test
    void beforeAnApiWhatItAnsweredIsRecorded() throws IOException {
        HttpServer api = api();
        Path file = folder.resolve("web.yaml");
        try (ConsumerRecorder recorder = new ConsumerRecorder(file, log::add)) {
            MockedApi mock = MockedApi.of(
                    PETS, MockOptions.usual().withRecorder(recorder).withForwarding(to(api)));
            mock.apply(get("/pets/1"));
            mock.apply(get("/pets/9"));
            mock.apply(get("/pets/none"));
        } finally {
            api.stop(0);
        }
        assertThat(file)
                .content()
                .contains("'200'", "age:", "default:", "code:")
                .doesNotContain("fields", "Rex");
        assertThat(log)
                .containsExactly(
                        "recorded: 1 operation, in " + file,
                        "not recorded, requests that break the document: 1",
                        "  1 × path id: expected an integer");
    }

    @Test
    void aMockAnswersAsTheApiDidThatItHasRecorded() throws IOException {
        HttpServer api = api();
        try (ExampleRecorder recorder = new ExampleRecorder(folder, log::add)) {
            recorder.check(PETS);
            MockedApi mock = MockedApi.of(PETS, MockOptions.usual().withForwarding(to(api).keeping(recorder)));
            mock.apply(get("/pets/1"));
            mock.apply(get("/pets/9"));
            mock.apply(get("/pets/2"));
        } finally {
            api.stop(0);
        }
        assertThat(log).containsExactly("recorded: 2 examples more in " + folder);
        MockEngine mock = new MockEngine(new RecordedExamples(folder).in(PETS, Loader.USUAL), MockOptions.usual());
        assertThat(mock.answer(get("/pets/1")).text()).isEqualTo("{\"age\":7}");
        assertThat(mock.answer(get("/pets/5")).text()).isEqualTo("{\"age\":7}");
        assertThat(mock.answer(get("/pets/9")).status()).isEqualTo(404);
        assertThat(mock.answer(get("/pets/9")).text()).isEqualTo("{\"code\":\"none\"}");
    }
}
