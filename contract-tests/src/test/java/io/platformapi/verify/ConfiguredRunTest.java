package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.LocalServer;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file says how a run is done; what is wrong in it is told with its line, before anything is sent. */
class ConfiguredRunTest {

    private static final String DOCUMENT = """
            openapi: 3.1.1
            info: {title: Pets, version: '1'}
            paths:
              /pets:
                post:
                  operationId: addPet
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {type: object, required: [name], properties: {name: {type: string, minLength: 2}}}
                        examples: {one: {value: {name: Tom}}, two: {value: {name: Rex}}}
                  responses: {'201': {description: made}, '4XX': {description: refused}}
              /pets/{petId}:
                parameters:
                  - {name: petId, in: path, required: true, schema: {type: integer, minimum: 1}, example: 1}
                  - {name: X-Lang, in: header, schema: {type: string}}
                get:
                  operationId: showPet
                  responses: {'200': {description: ok}, '4XX': {description: refused}}
                delete:
                  operationId: killPet
                  responses: {'204': {description: gone}, '4XX': {description: refused}}
            """;

    private final List<HttpRequest> asked = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        Target recording = request -> {
            asked.add(request);
            return HttpResponse.of(
                    request.path().matches("/pets/7") ? 200 : request.method().equals("POST") ? 201 : 400,
                    Headers.none());
        };
        server = LocalServer.start(recording);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private VerifyRun run(String settings, String... more) throws IOException {
        Path document = Files.writeString(folder.resolve("api.yaml"), DOCUMENT);
        Path file = Files.writeString(
                folder.resolve("verify.yaml"),
                settings.replace("DOCUMENT", document.toString())
                        .replace("URL", server.address().toString()));
        return VerifyRun.of(Stream.concat(Stream.of("--config", file.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private static final String USUAL = "options: {spec: DOCUMENT, url: URL, random: 2, derived: 20}\n";

    @Test
    void takesOptionsByTheirNames() throws IOException {
        VerifyRun run = run("""
                options:
                  spec: DOCUMENT
                  url: URL
                  random: 2
                  derived: 20
                  read-only: true
                  closed: false
                  exclude: [id=kill*]
                  header: ['X-One: 1']
                """, "--header", "X-Two: 2");

        assertThat(run.out()).contains("Left out by --exclude id=kill*: DELETE /pets/{petId}.");
        assertThat(asked)
                .isNotEmpty()
                .allMatch(request -> request.headers().text("X-One").equals("1"))
                .allMatch(request -> request.headers().text("X-Two").equals("2"))
                .noneMatch(request -> request.method().equals("POST"));
    }

    @Test
    void letsTheCallSayOtherwise() throws IOException {
        VerifyRun run =
                run(USUAL + "operations: {addPet: {skip: no}}\n", "--random", "0", "--seed", "3", "--derived=0");

        assertThat(run.out()).contains("Not tested: left out by").doesNotContain("seed 1)");
    }

    @Test
    void leavesOutWithTheReason() throws IOException {
        VerifyRun run = run(USUAL + """
                operations:
                  killPet: {skip: pets are needed}
                  POST /pets: {skip: the test system is full}
                """);

        assertThat(run.out().replace(folder.toString(), "FOLDER"))
                .contains("DELETE /pets/{petId}\n  untested (allowed)  Not tested: left out by FOLDER/verify.yaml:3:"
                        + " pets are needed.  [left-out]");
        assertThat(asked)
                .noneMatch(request ->
                        request.method().equals("POST") && request.path().equals("/pets"));
    }

    @Test
    void sendsTheIdsThatAreThere() throws IOException {
        VerifyRun run = run(USUAL + "parameters: {petId: 7}\n");

        assertThat(run.out()).doesNotContain("[operation-tested]");
        assertThat(asked)
                .anyMatch(request -> request.path().equals("/pets/7"))
                .noneMatch(request -> request.path().equals("/pets/1"));
    }

    @Test
    void sendsWhatAnOperationIsToGet() throws IOException {
        run(USUAL + """
                parameters: {petId: 9}
                operations:
                  showPet: {parameters: {petId: 7, X-Lang: de}, header: {X-Tenant: demo}}
                  addPet: {body: {name: Bello}}
                """);

        assertThat(asked)
                .filteredOn(request ->
                        request.method().equals("GET") && request.path().equals("/pets/7"))
                .isNotEmpty()
                .allMatch(request -> request.headers().text("X-Tenant").equals("demo"))
                .anyMatch(request -> request.headers().text("X-Lang").equals("de"));
        assertThat(asked)
                .filteredOn(request -> request.method().equals("POST"))
                .anyMatch(request -> new String(request.body()).equals("{\"name\":\"Bello\"}"))
                .noneMatch(request -> new String(request.body()).contains("Rex"));
        assertThat(asked).anyMatch(request -> request.path().equals("/pets/9"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "option: {}                     | 1 /option: \"option\" is no setting here; these are: operations, options, parameters; did you mean \"options\"?",
                "options: {radnom: 3}           | 1 /options/radnom: there is no option radnom for a file; did you mean \"random\"?",
                "options: {config: x}           | 1 /options/config: there is no option config for a file",
                "options: {random: x}           | 1 /options/random: Invalid value for option '--random': 'x' is not an int",
                "options: {closed: 3}           | 1 /options/closed: --closed is true or false",
                "options: {seed: [1, 2]}        | 1 /options/seed: --seed takes one value",
                "options: {header: '${NO_SUCH}'} | 1 /options/header: the environment has no variable NO_SUCH",
                "options: 3                     | 1 /options: \"options\" takes names with their values",
                "parameters: {petID: 3}         | 2 /parameters/petID: no operation has a parameter petID; did you mean \"petId\"?",
                "parameters: {petId: 0}         | 2 /parameters/petId: the document does not allow this value of petId at GET /pets/{petId}: a number not below 1 is expected",
                "operations: {showPat: {}}      | 2 /operations/showPat: the document has no operation showPat; did you mean \"showPet\"?",
                "operations: {showPet: 3}       | 2 /operations/showPet: what is otherwise at an operation is written as {skip: the reason}",
                "operations: {showPet: {skp: a}} | 2 /operations/showPet/skp: \"skp\" is no setting here; these are: body, header, parameters, skip; did you mean \"skip\"?",
                "operations: {showPet: {skip: ''}} | 2 /operations/showPet/skip: \"skip\" takes the reason, as a text",
                "operations: {showPet: {body: {}}} | 2 /operations/showPet/body: GET /pets/{petId} has no body",
                "operations: {addPet: {body: {name: x}}} | 2 /operations/addPet/body: the document does not allow this body at POST /pets: /name: at least 2 characters is expected",
                "operations: {showPet: {parameters: {X: 1}}} | 2 /operations/showPet/parameters/X: GET /pets/{petId} has no parameter X"
            })
    void tellsWhatIsWrongWithItsLine(String settings, String problem) throws IOException {
        boolean whole = settings.startsWith("option");
        VerifyRun run = run(whole ? settings + "\n" : USUAL + settings + "\n");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().strip().replace(folder.toString(), "FOLDER")).isEqualTo("FOLDER/verify.yaml:" + problem);
        assertThat(asked).isEmpty();
    }

    @Test
    void saysWhatIsMissingWhereNeitherCallNorFileNamesIt() throws IOException {
        assertThat(run("options: {random: 3}\n").err())
                .isEqualTo("contract-tests verify: Missing required options: '--spec=FILE|URL', '--url=URL'"
                        + " (--help lists the options)" + System.lineSeparator());
    }
}
