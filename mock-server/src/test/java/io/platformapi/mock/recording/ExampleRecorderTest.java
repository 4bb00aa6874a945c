package io.platformapi.mock.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Loader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an API answers is kept once for each shape, by names that stay, and without credentials. */
class ExampleRecorderTest {

    private static final Contract SHOP =
            new ContractReader(Access.SAME_ORIGIN).read("""
                    openapi: 3.1.1
                    info: {title: Shop, version: '1'}
                    components:
                      securitySchemes: {key: {type: apiKey, in: query, name: key}, token: {type: apiKey, in: header, name: X-Token}}
                    paths:
                      "/it's/{id}":
                        put:
                          parameters:
                          - {name: id, in: path, required: true, schema: {type: integer}}
                          - {name: key, in: query, schema: {type: string}}
                          - {name: X-Token, in: header, schema: {type: string}}
                          - {name: X-Page, in: header, schema: {type: integer}}
                          - {name: sid, in: cookie, schema: {type: string}}
                          requestBody:
                            content: {application/json: {schema: {type: object, properties: {name: {type: string}, pin: {type: string, format: password}}}}}
                          responses:
                            '200':
                              description: Done.
                              headers: {X-Left: {schema: {type: integer}}, Set-Cookie: {schema: {type: string}}}
                              content:
                                application/json:
                                  schema: {type: object, properties: {name: {type: string}, n: {type: integer}, secret: {type: string, format: password}, kind: {type: string, enum: [a, b]}}}
                            '204': {description: Nothing.}
                    """, URI.create("file:///shop.yaml"), "shop.yaml");

    @TempDir
    private Path folder;

    private final List<String> log = new ArrayList<>();

    private static HttpRequest put(String target, String body, String... headers) {
        return HttpRequest.of(
                "PUT",
                target,
                Headers.of("Content-Type", "application/json").and(Headers.of(headers)),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse ok(String body) {
        return HttpResponse.of(200, "application/json", body.getBytes(StandardCharsets.UTF_8))
                .with(Headers.of("X-Left", "3", "Set-Cookie", "sid=secret"));
    }

    private record Exchange(HttpRequest request, HttpResponse response) {}

    private String kept(Exchange... exchanges) throws IOException {
        try (ExampleRecorder recorder = new ExampleRecorder(folder, log::add)) {
            recorder.check(SHOP);
            for (Exchange each : exchanges) {
                recorder.take(SHOP, each.request(), each.response());
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.findFirst().orElse(null);
            return file == null ? "" : Files.readString(file);
        }
    }

    @Test
    void keepsRequestAndAnswerByOneNameAndNoCredential() throws IOException {
        HttpRequest request = put(
                "/it's/7?key=secret-key",
                "{\"name\": \"Rex\"}",
                "X-Token",
                "secret-token",
                "X-Page",
                "2",
                "Cookie",
                "sid=secret-cookie");
        assertThat(kept(new Exchange(request, ok("{\"name\": \"Rex\"}")))).isEqualTo("""
                overlay: 1.0.0
                info:
                  title: What PUT /it's/{id} was answered
                  version: '1'
                actions:
                - target: $.paths['/it\\'s/{id}'].put.parameters[?@.in=='header' && @.name=='X-Page']
                  update:
                    examples:
                      recorded-200:
                        value: 2
                - target: $.paths['/it\\'s/{id}'].put.parameters[?@.in=='path' && @.name=='id']
                  update:
                    examples:
                      recorded-200:
                        value: 7
                - target: $.paths['/it\\'s/{id}'].put.requestBody.content['application/json']
                  update:
                    examples:
                      recorded-200:
                        value:
                          name: Rex
                - target: $.paths['/it\\'s/{id}'].put.responses['200'].content['application/json']
                  update:
                    examples:
                      recorded-200:
                        value:
                          name: Rex
                - target: $.paths['/it\\'s/{id}'].put.responses['200'].headers['X-Left']
                  update:
                    examples:
                      recorded-200:
                        value: 3
                """);
        assertThat(new RecordedExamples(folder)
                        .in(SHOP, Loader.USUAL)
                        .operations()
                        .get(0)
                        .responses()
                        .get("200"))
                .satisfies(response ->
                        assertThat(response.contents().get(0).examples()).containsOnlyKeys("recorded-200"));
    }

    @Test
    void keepsOneOfEachShapeOverRuns() throws IOException {
        Exchange first = new Exchange(put("/it's/1", "{}"), ok("{\"name\": \"Rex\"}"));
        Exchange alike = new Exchange(put("/it's/2", "{}"), ok("{\"name\": \"Tom\"}"));
        Exchange other = new Exchange(put("/it's/3", "{}"), ok("{\"name\": \"Tom\", \"n\": 1}"));
        String text = kept(first, alike);
        assertThat(text).contains("Rex").doesNotContain("Tom", "recorded-200-2");
        assertThat(kept(alike, first)).isEqualTo(text);
        assertThat(kept(alike, other)).contains("Rex", "recorded-200-2", "n: 1");
        assertThat(log)
                .containsExactly(
                        "recorded: 1 example more in " + folder,
                        "recorded: 0 examples more in " + folder,
                        "recorded: 1 example more in " + folder);
    }

    @Test
    void tellsWhatItDidNotKeep() throws IOException {
        assertThat(kept(
                        new Exchange(put("/it's/x", "{}"), ok("{}")),
                        new Exchange(put("/it's/1", "{}"), ok("{\"n\": \"private\"}")),
                        new Exchange(put("/it's/1", "{}"), ok("{\"secret\": \"private\"}")),
                        new Exchange(put("/it's/1", "{}"), HttpResponse.of(204, Headers.none()))))
                .isEmpty();
        assertThat(log)
                .containsExactly(
                        "recorded: 0 examples more in " + folder,
                        "not recorded, exchanges that make no example: 4",
                        "  1 × the request breaks the document",
                        "  1 × PUT /it's/{id}: the answer breaks the document, body /n: expected an integer",
                        "  1 × PUT /it's/{id}: there is a password in the answer",
                        "  1 × PUT /it's/{id}: an answer 204 without a body has no example");
    }

    @Test
    void leavesOutABodyThatHasAPassword() throws IOException {
        assertThat(kept(new Exchange(put("/it's/1", "{\"pin\": \"1234\"}"), ok("{\"n\": 1}"))))
                .contains("n: 1")
                .doesNotContain("1234", "requestBody");
    }

    @Test
    void refusesWhatTheDocumentHasNoPlaceFor() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), """
                overlay: 1.0.0
                actions:
                - target: $.paths['/it\\'s/{id}'].put.summary
                  update: {examples: {}}
                """);
        assertThatThrownBy(() -> new RecordedExamples(folder).in(SHOP, Loader.USUAL))
                .hasMessage(folder.resolve("a.yaml")
                        + ":3 /actions/0/target: this leads to no examples of an operation, as --record-examples"
                        + " writes them");
        Files.writeString(folder.resolve("a.yaml"), """
                overlay: 1.0.0
                actions:
                - target: $.paths['/gone'].get.responses['200'].content['application/json']
                  update: {examples: {one: {value: 1}}}
                """);
        assertThatThrownBy(() -> new RecordedExamples(folder).in(SHOP, Loader.USUAL))
                .hasMessage(folder + ":1: there are examples of GET /gone, which the document does not have");
    }
}
