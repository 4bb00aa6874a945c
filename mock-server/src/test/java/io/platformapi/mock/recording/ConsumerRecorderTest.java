package io.platformapi.mock.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.UnreadableDocument;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client uses is written down, joined over runs, and without anything that it said. */
class ConsumerRecorderTest {

    private static final String CONTRACT = """
            openapi: 3.1.1
            info: {title: Shop, version: 1.2.0}
            paths:
              /pets/{id}:
                put:
                  operationId: putPet
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                    - {name: sort, in: query, schema: {type: string, enum: [age, name]}}
                    - {name: X-Trace, in: header, schema: {type: string, format: uuid}}
                    - {name: theme, in: cookie, schema: {type: string}}
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          properties:
                            name: {type: string, maxLength: 40, description: What it is called., example: Rex}
                            age: {type: integer}
                            tags: {type: object, additionalProperties: {type: string}}
                            owner: {type: object, properties: {name: {type: string}}}
                            list: {type: array, items: {type: string}}
                      multipart/form-data:
                        schema: {type: object, properties: {photo: {type: string, format: binary}}}
                  responses:
                    '200':
                      description: Done.
                      headers: {X-Left: {schema: {type: integer}}}
                      content:
                        application/json:
                          schema: {type: object, required: [name], properties: {name: {type: string}, note: {type: string}}}
                    '404': {description: None.}
              /pets: {get: {security: [{key: []}, {user: [], key: []}, {}], responses: {'200': {description: All.}}}}
            components: {securitySchemes: {key: {type: apiKey, in: query, name: k}, user: {type: http, scheme: basic, description: People.}}}
            """;

    @TempDir
    private Path folder;

    private final List<String> log = new ArrayList<>();

    private static Contract contract(String text) {
        return new ContractReader(Access.SAME_ORIGIN).read(text, URI.create("file:///shop.yaml"), "shop.yaml");
    }

    private static HttpRequest put(String target, String body, String... headers) {
        return HttpRequest.of(
                "PUT",
                target,
                Headers.of("Content-Type", "application/json").and(Headers.of(headers)),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse ok(String body) {
        return HttpResponse.of(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private String recorded(String document, HttpRequest... requests) throws IOException {
        Path file = folder.resolve("web-app.yaml");
        try (ConsumerRecorder recorder = new ConsumerRecorder(file, log::add)) {
            BiConsumer<HttpRequest, HttpResponse> recording = recorder.of(contract(document));
            for (HttpRequest request : requests) {
                recording.accept(request, ok("{\"name\": \"Rex\"}"));
            }
        }
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private String recorded(HttpRequest... requests) throws IOException {
        return recorded(CONTRACT, requests);
    }

    @Test
    void writesASmallDocumentOfWhatWasUsedAndNoMore() throws IOException {
        assertThat(recorded(put("/pets/7?sort=age", "{\"name\": \"Rex\", \"list\": [\"a\"]}")))
                .isEqualTo("""
                openapi: 3.1.1
                info:
                  title: What a client uses of Shop
                  version: 1.2.0
                paths:
                  /pets/{id}:
                    put:
                      operationId: putPet
                      parameters:
                      - name: id
                        in: path
                        required: true
                        schema:
                          type: string
                      - name: sort
                        in: query
                        required: true
                        schema:
                          type: string
                          enum:
                          - age
                      requestBody:
                        required: true
                        content:
                          application/json:
                            schema:
                              type: object
                              properties:
                                list:
                                  type: array
                                  items:
                                    type: string
                                name:
                                  type: string
                                  maxLength: 40
                              required:
                              - list
                              - name
                              additionalProperties: false
                      responses:
                        '200':
                          description: Done.
                          content:
                            application/json:
                              schema:
                                type: object
                                properties:
                                  name:
                                    type: string
                                required:
                                - name
                x-consumer: web-app
                """);
        assertThat(log).containsExactly("recorded: 1 operation, in " + folder.resolve("web-app.yaml"));
    }

    @Test
    void holdsNothingThatTheClientSaid() throws IOException {
        String parts =
                "--B0undary-secret\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"file-secret.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\nbytes-secret\r\n--B0undary-secret--\r\n";
        HttpRequest photo = HttpRequest.of(
                "PUT",
                "/pets/path-secret",
                Headers.of("Content-Type", "multipart/form-data; boundary=B0undary-secret"),
                parts.getBytes(StandardCharsets.UTF_8));
        String body = """
                {"name": "name-secret", "age": 4711, "list": ["item-secret"], "owner": {"name": "owner-secret", "inner-secret": 1},
                 "tags": {"tag-secret": "value-secret"}, "member-secret": {"deep-secret": "text-secret"}}
                """;
        HttpRequest all = put(
                "/pets/path-secret?sort=age&query-secret=more-secret",
                body,
                "X-Trace",
                "11111111-2222-4333-8444-555555555555",
                "Cookie",
                "theme=cookie-secret; session=session-secret",
                "Authorization",
                "Bearer token-secret",
                "X-Field-Secret",
                "field-secret");
        String text = recorded(
                all,
                photo,
                HttpRequest.of("GET", "/unknown-secret", Headers.none()),
                put("/pets/7?sort=sort-secret", "{}"),
                put("/pets/7", "{\"name\": 5, \"tags\": {\"key-secret\": 6}}"));
        assertThat(text).contains("X-Trace", "theme", "multipart/form-data", "photo", "owner", "tags");
        assertThat(text.toLowerCase()).doesNotContain("secret", "4711", "11111111", "rex");
        assertThat(log).anyMatch(line -> line.equals("not recorded, requests that break the document: 3"));
    }

    @Test
    void joinsRunsAndAsksOnlyForWhatWasAlwaysSent() throws IOException {
        recorded(put("/pets/7?sort=age", "{\"name\": \"Rex\", \"age\": 3}"));
        String text = recorded(put("/pets/7?sort=name", "{\"name\": \"Tom\"}"), put("/pets/8", "{\"name\": \"Tom\"}"));
        assertThat(text).contains("""
                      - name: sort
                        in: query
                        schema:
                          type: string
                          enum:
                          - age
                          - name
                """, """
                              properties:
                                age:
                                  type: integer
                                name:
                                  type: string
                                  maxLength: 40
                              required:
                              - name
                              additionalProperties: false
                """);
    }

    @Test
    void saysInWhichWaysTheClientIdentifiesItself() throws IOException {
        String text = recorded(HttpRequest.of("GET", "/pets?k=secret", Headers.none()), put("/pets/7", "{}"));
        assertThat(text).contains("""
                    get:
                      security:
                      - key: [
                          ]
                """, """
                components:
                  securitySchemes:
                    key:
                      type: apiKey
                      in: query
                      name: k
                """).doesNotContain("secret\n", "user");
        assertThat(recorded(HttpRequest.of("GET", "/pets", Headers.none())))
                .contains("security:\n      - {\n        }\n      - key:");
    }

    @Test
    void isTheSameInWhateverOrderRequestsCome() throws IOException {
        HttpRequest[] requests = {
            put("/pets/7?sort=age", "{\"name\": \"Rex\"}"),
            put("/pets/7?sort=name", "{\"owner\": {}}"),
            HttpRequest.of("GET", "/pets", Headers.none())
        };
        String text = recorded(requests);
        Files.delete(folder.resolve("web-app.yaml"));
        assertThat(recorded(requests[2], requests[1], requests[0])).isEqualTo(text);
    }

    @Test
    void leavesAFileAloneThatSaysItAll() throws IOException {
        recorded(put("/pets/7", "{\"name\": \"Rex\"}"), put("/pets/7", "{}"));
        Path file = folder.resolve("web-app.yaml");
        Files.writeString(file, "# ours\n" + Files.readString(file));
        String text = Files.readString(file);
        assertThat(recorded(put("/pets/9", "{\"name\": \"Tom\"}"))).isEqualTo(text);
        assertThat(log).last().isEqualTo("recorded: 1 operation, nothing new for " + file);
    }

    @Test
    void keepsWhatPeopleHaveWritten() throws IOException {
        Files.writeString(
                folder.resolve("web-app.yaml"),
                """
                openapi: 3.1.0
                info: {title: The web app, version: 7.0.0, contact: {name: Ann}}
                x-team: web
                servers: [{url: 'https://example.com/'}]
                security: [{key: []}]
                components: {securitySchemes: {key: {type: apiKey, in: header, name: K}}}
                paths:
                  /gone/{key}:
                    parameters: [{$ref: '#/components/parameters/Key'}]
                    get: {x-page: old, responses: {'200': {description: Ok., content: {application/json: {schema: {$ref: '#/components/schemas/Old'}}}}}}
                  /pets/{pet}:
                    x-screen: form
                    put:
                      description: When somebody saves.
                      x-page: edit
                      parameters:
                        - {name: pet, in: path, required: true, description: Of the link., schema: {type: string}}
                      requestBody:
                        content: {application/json: {schema: {type: object, properties: {name: {type: string, description: As typed.}}, additionalProperties: false}}}
                      responses: {'404': {description: It is shown.}}
                """.replace(
                                "name: K}}}",
                                "name: K}}, schemas: {Old: {type: object}, Unused: {type: string}}, parameters: {Key: {name: key, in: path, required: true, schema: {type: string}}}}"));
        assertThat(recorded(put("/pets/7", "{\"age\": 3}")))
                .contains(
                        "title: The web app",
                        "version: 7.0.0",
                        "name: Ann",
                        "x-team: web",
                        "url: https://example.com/",
                        "security:",
                        "securitySchemes:",
                        "x-page: old",
                        "name: key",
                        "$ref: '#/components/schemas/Old'",
                        "    Old:",
                        "x-screen: form",
                        "description: When somebody saves.",
                        "x-page: edit",
                        "description: Of the link.",
                        "description: As typed.",
                        "description: It is shown.",
                        "age:",
                        "/pets/{id}:")
                .doesNotContain("{pet}", "Unused");
    }

    @Test
    void takesTheWordsOfTodayAndKeepsWhatTheContractNoLongerHas() throws IOException {
        recorded(put("/pets/7?sort=age", "{\"name\": \"Rex\", \"age\": 3}"));
        String next = CONTRACT.replace("maxLength: 40", "maxLength: 20")
                .replace("                            age: {type: integer}\n", "")
                .replace("        - {name: sort, in: query, schema: {type: string, enum: [age, name]}}\n", "")
                .replace("              /pets: {get:", "              /cats: {get:");
        assertThat(recorded(next, put("/pets/7", "{\"name\": \"Rex\", \"list\": []}")))
                .contains(
                        "      - name: sort\n        in: query\n        schema:",
                        "                age:\n                  type: integer",
                        "                list:\n                  type: array\n                  maxItems: 0",
                        "maxLength: 20")
                .doesNotContain("maxLength: 40");
    }

    @Test
    void tellsWhichRequestsItCouldNotUse() throws IOException {
        String text = recorded(
                put("/pets/7?sort=up", "{}"),
                put("/pets/7?sort=down", "{}"),
                HttpRequest.of("GET", "/nowhere", Headers.none()),
                HttpRequest.of("POST", "/pets", Headers.none()),
                HttpRequest.of("PUT", "/pets/1", Headers.of("Content-Type", "text/csv"), new byte[1]));
        assertThat(text).isEmpty();
        assertThat(log)
                .containsExactly(
                        "recorded: 0 operations, nothing new for " + folder.resolve("web-app.yaml"),
                        "not recorded, requests that break the document: 5",
                        "  2 × query sort: expected one of \"age\", \"name\"",
                        "  1 × no operation has the path",
                        "  1 × the path does not answer POST",
                        "  1 × the body is of a type that is not read");
    }

    @Test
    void recordsTheRequestAndTellsOfAnAnswerThatBreaksTheDocument() throws IOException {
        Path file = folder.resolve("web-app.yaml");
        try (ConsumerRecorder recorder = new ConsumerRecorder(file, log::add)) {
            recorder.of(contract(CONTRACT)).accept(put("/pets/7", "{}"), ok("{\"name\": 5}"));
        }
        assertThat(file).content().contains("responses: {").doesNotContain("'200'");
        assertThat(log)
                .containsExactly(
                        "recorded: 1 operation, in " + file,
                        "not recorded, answers that break it: 1",
                        "  1 × PUT /pets/{id}: body /name: expected a string");
    }

    @Test
    void makesTheFolderOfItsFile() {
        new ConsumerRecorder(folder.resolve("new/folder/web.yaml"), log::add).check(contract(CONTRACT));

        assertThat(folder.resolve("new/folder")).isEmptyDirectory();
    }

    @Test
    void tellsBeforeItBeginsOfAFileThatCannotBeWidened() throws IOException {
        Contract contract = contract(CONTRACT);
        assertThat(problem(folder, contract)).isEqualTo(folder + ":1: this is a folder; name a file to record into");
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "openapi: 3.1.0\npaths: [\n");
        assertThat(problem(broken, contract)).startsWith(broken + ":");
        Path other = Files.writeString(
                folder.resolve("other.yaml"), "info: {title: A, version: '1'}\nopenapi: 3.0.3\npaths: {}\n");
        assertThat(problem(other, contract))
                .isEqualTo(other + ":2 /openapi: this is OpenAPI 3.0, and the document that is mocked is 3.1; record"
                        + " into another file");
        Path empty = Files.createFile(folder.resolve("empty.yaml"));
        Path nowhere = empty.resolve("web.yaml");
        assertThat(problem(nowhere, contract))
                .isEqualTo(
                        nowhere + ":1: nothing can be written there: " + empty + " is there already, and is no folder");
        new ConsumerRecorder(empty, log::add).check(contract);
        new ConsumerRecorder(folder.resolve("new.yaml"), log::add).check(contract);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("broken.yaml", "other.yaml", "empty.yaml");
    }

    private String problem(Path file, Contract contract) {
        List<String> problem = new ArrayList<>();
        assertThatThrownBy(() -> new ConsumerRecorder(file, log::add).check(contract))
                .isInstanceOfSatisfying(UnreadableDocument.class, fault -> problem.add(fault.getMessage()));
        return problem.get(0);
    }

    @Test
    void lastsBehindALinkAndForThoseWhoMayReadIt() throws IOException {
        Path real = Files.createFile(folder.resolve("real.yaml"));
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(folder.resolve("web-app.yaml"), real);
        recorded(put("/pets/7", "{}"));
        assertThat(folder.resolve("web-app.yaml")).isSymbolicLink();
        assertThat(real).content().startsWith("openapi: 3.1.1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-r-----");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("real.yaml", "web-app.yaml");
    }

    @Test
    void tellsInTheEndThatTheFileCouldNotBeWritten() throws IOException {
        Path file = folder.resolve("away/web-app.yaml");
        Path away = Files.createDirectory(folder.resolve("away"));
        try (ConsumerRecorder recorder = new ConsumerRecorder(file, log::add)) {
            BiConsumer<HttpRequest, HttpResponse> recording = recorder.of(contract(CONTRACT));
            Files.delete(away);
            recording.accept(put("/pets/7", "{}"), ok("{\"name\": \"Rex\"}"));
            recording.accept(put("/pets/7", "[]"), ok("{\"name\": \"Rex\"}"));
        }
        assertThat(log).doesNotContain("recorded: 1 operation, nothing new for " + file);
        assertThat(log).last().isEqualTo("  1 × body: expected an object");
        assertThat(log)
                .first()
                .asString()
                .startsWith("not recorded: " + file + " cannot be written: there is no such file or folder");
    }

    @Test
    void writesWhileRequestsGoOn() throws Exception {
        Path file = folder.resolve("web-app.json");
        try (ConsumerRecorder recorder = new ConsumerRecorder(file, log::add)) {
            recorder.of(contract(CONTRACT)).accept(put("/pets/7", "{}"), ok("{\"name\": \"Rex\"}"));
            while (Files.notExists(file)) {
                Thread.onSpinWait();
            }
            assertThat(file).content().startsWith("{\n  \"openapi\" : \"3.1.1\"");
        }
    }
}
