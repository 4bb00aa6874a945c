package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.LocalServer;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as CI calls it: against a server on a port, told by exit status and text. */
class VerifyCommandTest {

    private static final String PETS = "src/test/resources/io/platformapi/verify/pets.yaml";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private LocalServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private int verify(String... arguments) {
        return new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private int verify(Target target, String... more) throws IOException {
        String[] usual = {"--spec", PETS, "--url", start(target), "--random", "2"};
        return verify(Stream.of(usual, more).flatMap(Stream::of).toArray(String[]::new));
    }

    private String start(Target target) throws IOException {
        server = LocalServer.start(target);
        return server.address().toString();
    }

    @Test
    void endsWith0WhereTheContractIsKept() throws IOException {
        assertThat(verify(new PetServer(), "--header", "Authorization: Bearer key"))
                .isZero();
        assertThat(out.toString().replaceAll("run [0-9a-f]{12}", "run NAME")).isEqualTo("""
                        Pets at http://127.0.0.1:%d

                        nothing found
                        162 requests, 2 operations tested.
                        Seed 1, run NAME.
                        Bodies sent: application/json 111.
                        Bodies checked: application/json 59, application/problem+json 97.
                        1 of 11 documented statuses never came: GET /pets 400.
                        """.formatted(server.port()));
    }

    @Test
    void endsWith1AndTellsHowToSeeItWhereItIsNot() throws IOException {
        Target forgetful = request -> {
            HttpResponse answer = new PetServer().answer(request);
            return answer.status() == 201
                    ? HttpResponse.of(201, "application/json", PetServer.bytes("{\"id\":3,\"kind\":\"cat\"}"))
                    : answer;
        };

        assertThat(verify(forgetful, "--header", "Authorization: Bearer key")).isEqualTo(1);
        assertThat(out.toString()
                        .replace(String.valueOf(server.port()), "PORT")
                        .replaceAll("run [0-9a-f]{12}", "run NAME"))
                .isEqualTo("""
                        Pets at http://127.0.0.1:PORT

                        POST /pets
                          violation  The answer is not as documented: body /name (required). (45 times)  [documented-body]
                              documented: src/test/resources/io/platformapi/verify/pets.yaml:69 /components/schemas/Pet/properties/name
                              expected: a value: it is required
                              received: nothing, in 201 application/json {"id":3,"kind":"cat"}
                              case: addPet/example/a-cat (seed 1)
                              curl -i -X POST -H 'Accept:' -H "Authorization: $AUTHORIZATION" -H 'Content-Type: application/json' --data-raw '{"id":3,"name":"Tom","kind":"cat"}' 'http://127.0.0.1:PORT/pets'

                        1 violation
                        162 requests, 2 operations tested.
                        Seed 1, run NAME.
                        Bodies sent: application/json 111.
                        Bodies checked: application/json 59, application/problem+json 97.
                        1 of 11 documented statuses never came: GET /pets 400.
                        """);
    }

    @Test
    void asksWhatHasServersOfItsOwnThereAndNowhereElse(@TempDir Path folder) throws IOException {
        Path document = Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.1
                info: {title: Api, version: '1'}
                servers: [{url: 'https://api.example.com/v1'}]
                paths:
                  /a:
                    get: {responses: {'200': {description: ok}}}
                  /b:
                    servers: [{url: 'https://api.example.com/v2'}]
                    get: {responses: {'200': {description: ok}}}
                  /c:
                    get: {servers: [{url: 'https://files.example.com'}], responses: {'200': {description: ok}}}
                """);
        Set<String> paths = new TreeSet<>();
        Target known = request -> {
            paths.add(request.path());
            boolean there = Set.of("/v1/a", "/v2/b").contains(request.path());
            boolean read = request.method().matches("GET|HEAD");
            return HttpResponse.of(there ? read ? 200 : 405 : 404, Headers.of("Allow", "GET"));
        };

        String url = start(known) + "/v1";
        verify("--spec", document.toString(), "--url", url);

        assertThat(out.toString())
                .contains("GET /c\n  untested  Not tested: its own servers (https://files.example.com) are not at "
                        + url + "; where this stands for them, give --ignore-servers.  [operation-tested]")
                .doesNotContain("violation");
        assertThat(paths).contains("/v1/a", "/v2/b").allMatch(path -> path.matches("/v1/(a|no-such-path/.*)|/v2/b"));

        verify("--spec", document.toString(), "--url", url, "--ignore-servers");
        assertThat(paths).contains("/v1/b", "/v1/c");
    }

    @Test
    void showsCredentialsOnlyWhereAsked() throws IOException {
        Target broken = request -> HttpResponse.of(500, Headers.none());

        verify(broken, "--header", "Authorization: Bearer key");
        assertThat(out + err.toString()).contains("$AUTHORIZATION").doesNotContain("Bearer key");
        server.close();

        verify(broken, "--header", "Authorization: Bearer key", "--show-secrets");
        assertThat(out.toString()).contains("-H 'Authorization: Bearer key'");
    }

    /** Path parameters stand beside the operation, answers in it, and in a component. */
    @Test
    void takesWhatCannotBeReadForUntested(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("codes.yaml"), """
                openapi: 3.1.0
                info: {title: Codes, version: '1'}
                paths:
                  /codes/{code}:
                    parameters:
                      - {name: code, in: path, required: true, schema: {type: string, pattern: '((('}}
                    get:
                      responses:
                        '200':
                          description: It.
                          content: {application/json: {schema: {$ref: '#/components/schemas/Code'}}}
                components:
                  schemas:
                    Code: {type: string, pattern: '(?i)[a-z]+', minLength: 1}
                """);
        Target target = request -> HttpResponse.of(200, "application/json", PetServer.bytes("\"abc\""));
        String[] arguments = {"--spec", file.toString(), "--url", start(target), "--random", "2"};

        assertThat(verify(arguments)).isEqualTo(1);
        assertThat(out.toString())
                .contains("not looked at: \"pattern\" takes a regular expression; \"(((\" is passed over, as if the"
                        + " keyword were not there; it has a ( without its )")
                .contains("not looked at: \"pattern\" takes a regular expression; \"(?i)[a-z]+\" is passed over, as if"
                        + " the keyword were not there; it has a group of a kind that ECMA-262 does not have, such as"
                        + " (?i)")
                .contains("codes.yaml:6")
                .contains("codes.yaml:14");
    }

    @Test
    void endsWith2WhereNothingCouldBeTested() throws IOException {
        assertThat(verify("--spec", "no-such.yaml", "--url", "http://127.0.0.1:1"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no-such.yaml:1: there is no file ");

        assertThat(verify("--spec", PETS, "--url", "http://127.0.0.1:1")).isEqualTo(2);
        assertThat(err.toString()).endsWith("Nobody listens at http://127.0.0.1:1." + System.lineSeparator());

        assertThat(verify(new PetServer())).isEqualTo(2);
        assertThat(out.toString())
                .contains(
                        "Not let in (401): GET /pets, POST /pets. Give a credential: --header 'Authorization: Bearer …'.");
        assertThat(err.toString()).endsWith("No operation was tested." + System.lineSeparator());
    }

    @Test
    void writesReports(@TempDir Path folder) throws IOException {
        Path junit = folder.resolve("verify.xml");

        verify(new PetServer(), "--header", "Authorization: Bearer key", "--report", "junit=" + junit);

        assertThat(Files.readString(junit)).contains("<testsuite name=\"verify\"");
        assertThat(verify(new PetServer(), "--report", "pdf=x")).isEqualTo(2);
    }

    @Test
    void passesWhatAWaiverAcceptsUntilItsDay(@TempDir Path folder) throws IOException {
        Target untotalled = request -> {
            HttpResponse answer = new PetServer().answer(request);
            return answer.status() == 200 ? HttpResponse.of(200, "application/json", answer.body()) : answer;
        };
        Path waivers = Files.writeString(folder.resolve("waivers.yaml"), """
                - finding: documented-headers
                  reason: the total comes with the next release
                  until: 9999-12-31
                """);

        assertThat(verify(untotalled, "--header", "Authorization: Bearer key")).isEqualTo(1);
        server.close();
        assertThat(verify(untotalled, "--header", "Authorization: Bearer key", "--waivers", waivers.toString()))
                .isZero();
        assertThat(out.toString()).contains("waived until 9999-12-31: the total comes with the next release");
    }
}
