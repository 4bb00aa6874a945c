package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.LocalServer;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails is told by the smallest request, and by the shortest life, that show it. */
class ShrinkingTest {

    private static final String NOTES = """
            openapi: 3.1.1
            info: {title: Notes, version: '1'}
            paths:
              /notes:
                post:
                  operationId: addNote
                  parameters: [{name: dry, in: query, schema: {type: boolean}}]
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [title]
                          properties:
                            title: {type: string, pattern: '^[a-z]{3,9}$'}
                            color: {type: string, enum: [red, green]}
                            labels: {type: array, minItems: 2, maxItems: 3, items: {type: string, enum: [a, b]}}
                            inner: {type: object, properties: {deep: {type: integer}, other: {type: integer}}}
                        example: {title: abc}
                  responses: {'201': {description: made}, '4XX': {description: refused}}
            """;

    @TempDir
    private Path folder;

    @Test
    void leavesOutOfAMadeUpRequestWhatTheFailureDoesNotNeed() throws IOException {
        try (LocalServer server = LocalServer.start(ShrinkingTest::failingAtDepth)) {
            String out = VerifyRun.of(
                            "--spec",
                            Files.writeString(folder.resolve("a.yaml"), NOTES).toString(),
                            "--url",
                            server.address().toString(),
                            "--derived",
                            "0",
                            "--random",
                            "30")
                    .out();

            assertThat(out)
                    .containsPattern(
                            "case: addNote/random/\\d+ [^\\n]*\\n *curl [^\\n]*--data-raw '\\{\"title\":\"[a-z]+\","
                                    + "\"inner\":\\{\"deep\":-?\\d+}}' 'http://[^?]*/notes'");
        }
    }

    private static HttpResponse failingAtDepth(HttpRequest request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        int status = !request.method().equals("POST") ? 405 : body.contains("\"deep\":") ? 500 : 201;
        return HttpResponse.of(status, Headers.of("Allow", "POST"));
    }

    private static final String PETS = """
            openapi: 3.1.1
            info: {title: Pets, version: '1'}
            paths:
              /pets:
                get:
                  responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}
                post:
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                  responses: {'201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
              /pets/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get:
                  responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}, '404': {description: none}}
                delete:
                  responses: {'204': {description: gone}, '404': {description: none}}
            components:
              schemas:
                Pet:
                  type: object
                  required: [name]
                  properties: {id: {type: integer, readOnly: true}, name: {type: string, minLength: 1}}
            """;

    @Test
    void tellsTheShortestLifeThatFails() throws IOException {
        List<String> pets = new ArrayList<>();
        AtomicInteger made = new AtomicInteger();
        try (LocalServer server = LocalServer.start(request -> kept(pets, made, request))) {
            String out = VerifyRun.of(folder, PETS, server.address()).out();

            Matcher after = Pattern.compile("still there\\..*?; after ([^\\n]*)", Pattern.DOTALL)
                    .matcher(out);
            assertThat(after.find()).isTrue();
            assertThat(after.group(1).replaceAll("\\d+ \\(|/\\d+", "/N ("))
                    .matches("POST /pets .*, GET /pets/.*, GET /pets .*, DELETE /pets/.*, GET /pets/.*")
                    .satisfies(steps -> assertThat(steps.split(", ")).hasSize(5));
        }
    }

    /** Keeps what it is told to remove. */
    private static HttpResponse kept(List<String> pets, AtomicInteger made, HttpRequest request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        if (request.path().equals("/pets")) {
            if (request.method().equals("GET")) {
                return HttpResponse.of(200, "application/json", PetServer.bytes("[" + String.join(",", pets) + "]"));
            }
            Matcher name =
                    Pattern.compile("\"name\":(\"(?:[^\"\\\\]|\\\\.)+\")").matcher(body);
            if (!name.find()) {
                return HttpResponse.of(400, Headers.none());
            }
            String pet = "{\"id\":" + made.incrementAndGet() + ",\"name\":" + name.group(1) + "}";
            pets.add(pet);
            return HttpResponse.of(201, "application/json", PetServer.bytes(pet));
        }
        String start = "{\"id\":" + request.path().replaceFirst("/pets/", "") + ",";
        return pets.stream()
                .filter(pet -> pet.startsWith(start))
                .findFirst()
                .map(pet -> request.method().equals("DELETE")
                        ? HttpResponse.of(204, Headers.none())
                        : HttpResponse.of(200, "application/json", PetServer.bytes(pet)))
                .orElse(HttpResponse.of(404, Headers.none()));
    }

    @Test
    void namesTheRunByWhatWasSent() throws IOException {
        try (LocalServer server = LocalServer.start(ShrinkingTest::failingAtDepth)) {
            String first = VerifyRun.of(folder, NOTES, server.address()).out();
            String second = VerifyRun.of(folder, NOTES, server.address()).out();
            String other =
                    VerifyRun.of(folder, NOTES, server.address(), "--seed", "2").out();

            assertThat(name(first)).isEqualTo(name(second)).isNotEqualTo(name(other));
        }
    }

    private static String name(String out) {
        return out.replaceFirst("(?s).*, run ([0-9a-f]{12})\\..*", "$1");
    }

    @Test
    void saysHowMuchIsLeftOutAndWhy() throws IOException {
        try (LocalServer server = LocalServer.start(ShrinkingTest::failingAtDepth)) {
            String few = VerifyRun.of(
                            "--spec",
                            Files.writeString(folder.resolve("a.yaml"), NOTES).toString(),
                            "--url",
                            server.address().toString(),
                            "--derived",
                            "3",
                            "--random",
                            "0")
                    .out();

            assertThat(few)
                    .containsPattern(
                            "\\d+ ways to break a request were not tried, because --derived lets no more be sent\\.")
                    .contains("documented statuses never came");
        }
    }
}
