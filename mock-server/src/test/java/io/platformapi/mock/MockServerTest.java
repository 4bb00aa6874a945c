package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.servicestack.ShippedContract;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as a user calls it, told by its exit status, its lines and its answers over HTTP. */
@Timeout(30)
class MockServerTest {

    private static final String PETS = """
            openapi: 3.1.1
            info: {title: Pets, version: '2'}
            components: {securitySchemes: {key: {type: apiKey, in: query, name: key}}}
            paths:
              /pets:
                get:
                  operationId: listPets
                  responses:
                    '200':
                      description: The pets.
                      content: {application/json: {examples: {rex-and-tom: {value: [Rex, Tom]}, nobody: {value: []}}}}
                    '503': {description: Come back.}
                post:
                  requestBody: {content: {application/json: {schema: {type: object, required: [name]}}}}
                  responses: {'201': {description: Added.}}
            """;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private Thread server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.interrupt();
        }
    }

    private String failure(String... arguments) {
        err.getBuffer().setLength(0);
        int status = MockServer.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
        assertThat(status).isEqualTo(2);
        return err.toString().replace(folder.toString(), "FOLDER").strip();
    }

    @Test
    void saysItsVersion() {
        StringWriter out = new StringWriter();

        assertThat(MockServer.commandLine().setOut(new PrintWriter(out, true)).execute("--version"))
                .isZero();
        assertThat(out.toString()).matches("mock-server \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    private String document(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** Starts a mock on a free port and gives its lines. */
    private BufferedReader start(String... arguments) throws IOException {
        PipedWriter out = new PipedWriter();
        BufferedReader lines = new BufferedReader(new PipedReader(out, 1 << 16));
        var command =
                MockServer.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        server = new Thread(() -> command.execute(arguments));
        server.start();
        return lines;
    }

    private static URI address(String ready) {
        return URI.create(ready.substring(ready.indexOf("http://")));
    }

    @Test
    void saysThatItIsReadyOnceItAnswersAndWhyItAnswersSo() throws Exception {
        BufferedReader lines = start("--spec", document("pets.yaml", PETS), "--port", "0");
        String ready = lines.readLine();
        assertThat(ready).matches("ready: Pets 2 at http://127\\.0\\.0\\.1:\\d+");

        HttpClient client = HttpClient.newHttpClient(); // offers HTTP/2
        URI pets = address(ready).resolve("/pets?key=secret&page=1");
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(pets).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).isEqualTo("[\"Rex\",\"Tom\"]");
        assertThat(lines.readLine()).isEqualTo("GET /pets?key=…&page=1 200 example rex-and-tom");

        HttpRequest wrong = HttpRequest.newBuilder(pets.resolve("/pets"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer hidden")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(client.send(wrong, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(422);
        assertThat(lines.readLine()).isEqualTo("POST /pets 422 body /name: expected a value: it is required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--world --remember | --world and --remember (--data, --memory) are two memories; leave one out",
                "--upstream http://127.0.0.1:1 --world | With --upstream the API answers; what is to be remembered goes with"
                        + " --mock-missing, too",
                "--upstream http://127.0.0.1:1 --remember | With --upstream the API answers; what is to be remembered goes with"
                        + " --mock-missing, too",
            })
    void refusesWhatItWouldPassOver(String options, String problem) {
        assertThat(failure(options.split(" "))).isEqualTo("mock-server: " + problem + " (--help lists the options)");
    }

    @Test
    void tellsBeforeItStartsOfWhatCannotBeRecorded() throws IOException {
        String pets = document("pets.yaml", PETS);
        assertThat(failure("--record-examples", "examples"))
                .isEqualTo("mock-server: --record-examples goes with --upstream URL (--help lists the options)");
        assertThat(failure("--spec", pets, "--record-consumer", folder.toString()))
                .isEqualTo("mock-server: FOLDER:1: this is a folder; name a file to record into");
        assertThat(failure("--spec", pets, "--examples", folder.resolve("none").toString()))
                .isEqualTo("mock-server: FOLDER/none:1: there is no such folder; --record-examples makes one");
        assertThat(failure("--spec", pets, "--examples", pets))
                .endsWith("pets.yaml:1: this is a file, and examples are a folder that --record-examples makes");
        document("notes.yaml", "hello: world");
        assertThat(failure("--spec", pets, "--upstream", "http://127.0.0.1:1", "--record-examples", folder.toString()))
                .isEqualTo("mock-server: FOLDER/notes.yaml:1: this is no overlay: write overlay: 1.0.0");
        assertThat(failure("--upstream", "http://127.0.0.1:1", "--record-examples", folder.toString()))
                .endsWith("examples are recorded of plain OpenAPI, and not of a document with x-dialect");
    }

    @Test
    void answersWhatIsNoHttpWithoutGrizzlysPages() throws Exception {
        URI address = address(start("--spec", document("pets.yaml", PETS), "--port", "0", "--quiet")
                .readLine());
        for (String head : new String[] {
            "GET /pets HTTP/9.9\r\nHost: x\r\n\r\n",
            "GET /pets HTTP/1.1\r\n\r\n",
            "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "TRACE /pets HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "GET /pets HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n",
            "POST /pets HTTP/1.1\r\nHost: x\r\nContent-Length: none\r\n\r\n"
        }) {
            assertThat(exchange(address, head))
                    .startsWith("HTTP/1.1 ")
                    .contains("application/problem+json")
                    .doesNotContainIgnoringCase("<html");
        }
    }

    private static String answer(URI address, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String exchange(URI address, String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            StringBuilder answer = new StringBuilder();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null && !line.endsWith("}"); line = in.readLine()) {
                answer.append(line).append('\n');
            }
            return answer.toString();
        }
    }

    @Test
    void listsOperationsWithTheNamesOfTheirExamples() throws IOException {
        StringWriter out = new StringWriter();
        MockServer.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute("--list", "--spec", document("pets.yaml", PETS));

        assertThat(out).hasToString("""
                GET /pets  listPets
                    200  rex-and-tom, nobody
                    503
                POST /pets
                    201
                """);
    }

    @Test
    void saysWhatIsWrongWithADocumentInOneLine() throws IOException {
        assertThat(failure("--spec", folder.resolve("none.yaml").toString()))
                .isEqualTo("mock-server: FOLDER/none.yaml:1: there is no file FOLDER/none.yaml");
        document("nine.yaml", PETS);
        assertThat(failure("--spec", folder.resolve("nien.yaml").toString()))
                .isEqualTo(
                        "mock-server: FOLDER/nien.yaml:1: there is no file FOLDER/nien.yaml; did you mean \"nine.yaml\"?");
        assertThat(failureOf("text.yaml", "just text"))
                .isEqualTo("mock-server: FOLDER/text.yaml:1: this is no OpenAPI document: it has no \"openapi\" member;"
                        + " write openapi: 3.1.1");
        assertThat(failureOf("cut.yaml", "openapi: 3.0.0\npaths: ["))
                .isEqualTo("mock-server: FOLDER/cut.yaml:2: this is not YAML: expected the node content, but found"
                        + " '<stream end>'");
        assertThat(failureOf("lost.yaml", "openapi: 3.0.0\npaths: {/a: {$ref: '#/b'}}"))
                .isEqualTo(
                        "mock-server: FOLDER/lost.yaml:2 /paths/~1a/$ref: \"#/b\" leads nowhere: there is no \"b\" in"
                                + " the document");
        assertThat(failure("--spec", "http://127.0.0.1:1/pets.yaml"))
                .isEqualTo(
                        "mock-server: http://127.0.0.1:1/pets.yaml:1: the file cannot be read: nobody listens there");
    }

    private String failureOf(String name, String text) throws IOException {
        return failure("--spec", document(name, text));
    }

    @Test
    void saysWhatIsWrongWithAnOptionInOneLine() throws IOException {
        assertThat(failure("--prot=1"))
                .isEqualTo(
                        "mock-server: Unknown option: '--prot=1'; did you mean \"--port\"? (--help lists the options)");
        assertThat(failure("--port", "70000"))
                .isEqualTo("mock-server: There is no port 70000: ports go from 0 to 65535 (--help lists the options)");
        assertThat(failure("--delay", "soon"))
                .isEqualTo("mock-server: There is no delay 'soon': write 300 or 100-800, in milliseconds up to 300000"
                        + " (--help lists the options)");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(failure("--port", String.valueOf(taken.getLocalPort())))
                    .isEqualTo("mock-server: cannot listen on 127.0.0.1:" + taken.getLocalPort()
                            + ": Address already in use; choose another with --port, 0 for any that is free");
        }
    }

    /** Whether its size is announced, and where the document has words for it. */
    @Test
    void refusesALargeBodyAsTheDocumentSays() throws Exception {
        String body = "{\"name\":\"" + "x".repeat(70_000) + "\"}";
        String head = "POST /pets HTTP/1.1\r\nHost: x\r\nOrigin: http://web\r\nContent-Type: application/json\r\n";
        String chunked =
                head + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body;
        String documented = PETS.replace(
                "responses: {'201': {description: Added.}}",
                "responses: {'201': {description: Added.}, '413': {description: Too long., content: {application/json: "
                        + "{example: {reason: too long}}}}}");

        URI mock = address(start("--spec", document("long.yaml", documented), "--port", "0", "--quiet")
                .readLine());
        for (String request : List.of(chunked, head + "Content-Length: " + body.length() + "\r\n\r\n" + body)) {
            assertThat(answer(mock, request))
                    .startsWith("HTTP/1.1 413 Content Too Large\r\n")
                    .contains("Access-Control-Allow-Origin: ")
                    .contains("Content-Type: application/json\r\n")
                    .endsWith("{\"reason\":\"too long\"}");
        }
    }

    @Test
    void servesTheDocumentThatStandsAloneAsPeopleTypeIt() throws Exception {
        assertThat(start(document("pets.yaml", PETS), "--port", "0", "--quiet").readLine())
                .startsWith("ready: Pets 2 at ");
        assertThat(failure("a.yaml", "--spec", "b.yaml"))
                .isEqualTo("mock-server: There is one document to a mock, and this names a.yaml and b.yaml"
                        + " (--help lists the options)");
    }

    @Test
    void readsBodiesAsLargeAsItIsToldTo() throws Exception {
        String body = "{\"name\":\"" + "x".repeat(70_000) + "\"}";
        String request = "POST /pets HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        String pets = document("pets.yaml", PETS);

        URI usual = address(start("--spec", pets, "--port", "0", "--quiet").readLine());
        assertThat(answer(usual, request)).contains("HTTP/1.1 413 ", "The body is larger than 65536 bytes.");
        stop();
        URI large = address(start("--spec", pets, "--port", "0", "--quiet", "--max-body", "100000")
                .readLine());
        assertThat(answer(large, request)).startsWith("HTTP/1.1 201 Created\r\n");
        assertThat(failure("--max-body", "0"))
                .isEqualTo("mock-server: There is no body of 0 bytes: write 1 to 536870912 (--help lists the options)");
    }

    @Test
    void warnsOfWhatIsWrongAndServesTheRest() throws Exception {
        String paths = "  /pets/{id}: {get: {responses: {'200': {description: ok}}}}\n";
        String many = "  /%d/{id}: {get: {responses: {'200': {description: ok}}}}\n";
        StringBuilder text = new StringBuilder("openapi: 3.1.1\ninfo: {title: Pets, version: '1'}\npaths:\n" + paths);
        for (int i = 0; i < 30; i++) {
            text.append(many.formatted(i));
        }
        start("--spec", document("pets.yaml", text.toString()), "--port", "0").readLine();

        assertThat(err.toString().replace(folder.toString(), "FOLDER").lines())
                .startsWith(
                        "warning: FOLDER/pets.yaml:4 /paths/~1pets~1{id}/get: {id} of GET /pets/{id} is not declared;"
                                + " add a parameter in: path")
                .hasSize(21)
                .endsWith("warning: 11 more like these");
    }

    @Test
    void warnsOfWhatIsWrittenOtherwiseThanOpenApiHasIt() throws Exception {
        start("--spec", document("pets.yaml", """
                                openapi: 3.1.1
                                info: {title: Pets, version: '1'}
                                paths:
                                  pets:
                                    get:
                                      parameters: [{name: q, in: quary, schema: {type: string}}]
                                      requestbody: {}
                                      responses: {'200': {description: Ok.}}
                                """), "--port", "0").readLine();

        assertThat(err.toString().replace(folder.toString(), "FOLDER").lines())
                .containsExactly(
                        "warning: FOLDER/pets.yaml:7 /paths/pets/get/requestbody: \"requestbody\" is no field of an"
                                + " operation; did you mean \"requestBody\"?",
                        "warning: FOLDER/pets.yaml:6 /paths/pets/get/parameters/0/in: \"in\" of a parameter takes query,"
                                + " header, path or cookie, not \"quary\"; did you mean \"query\"?",
                        "warning: FOLDER/pets.yaml:4 /paths/pets: the path \"pets\" does not begin with a slash; write"
                                + " \"/pets\"");
    }

    @Test
    void remembersWhatRequestsChangedWhenTheDocumentChanges() throws Exception {
        String text = ShippedContract.text();
        BufferedReader lines = start("--world", "--spec", document("platform.yaml", text), "--port", "0");
        URI resend = address(lines.readLine())
                .resolve("/api/connectionrequests/cc000005-6e2d-4b58-9f13-a4d7c0e8b219/resend");
        assertThat(posted(resend)).isEqualTo(200);
        assertThat(lines.readLine()).endsWith(" 200 stub");

        document("platform.yaml", text.replace("title: Platform API", "title: Platform"));
        assertThat(lines.readLine()).isEqualTo("reloaded: Platform 1.0.0");
        assertThat(posted(resend)).isEqualTo(429);
    }

    @Test
    void remembersOnlyWhatThePlatformsDocumentSpeaksOf() throws Exception {
        assertThat(failure("--world", "--spec", document("pets.yaml", PETS)))
                .matches("mock-server: FOLDER/pets.yaml:4 /paths: --world goes with the Platform API's own document;"
                        + " this one has no operation [a-zA-Z]+");
    }

    @Test
    void answersLateWhenToldTo() throws Exception {
        BufferedReader lines = start("--spec", document("pets.yaml", PETS), "--port", "0", "--delay", "200-200");
        URI pets = address(lines.readLine()).resolve("/pets?key=secret");
        long begin = System.nanoTime();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(pets).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(answer.body()).isEqualTo("[\"Rex\",\"Tom\"]");
        assertThat(lines.readLine()).isEqualTo("GET /pets?key=… 200 example rex-and-tom after 200 ms");
    }

    private static int posted(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .headers("Authorization", "Bearer any", "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"ContactId\":\"c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84\"}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
