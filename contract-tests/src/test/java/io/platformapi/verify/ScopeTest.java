package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.LocalServer;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the user leaves out is never asked, and told as not tested with the reason. */
class ScopeTest {

    private static final String DOCUMENT = """
            openapi: 3.1.1
            info: {title: Shop, version: '1'}
            paths:
              /pets:
                get: {operationId: listPets, tags: [pets], responses: {'200': {description: ok}}}
                post: {operationId: addPet, tags: [pets], responses: {'201': {description: made}}}
              /pets/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}, example: 1}]
                get: {operationId: showPet, tags: [pets], responses: {'200': {description: ok}}}
              /old/pets/list:
                get: {operationId: oldList, deprecated: true, tags: [old, pets], responses: {'200': {description: ok}}}
              /users:
                get: {operationId: listUsers, tags: [users], responses: {'200': {description: ok}}}
            """;

    private final Set<String> asked = new TreeSet<>();

    @TempDir
    private Path folder;

    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        Target kind = request -> {
            asked.add(request.method() + " " + request.path());
            return HttpResponse.of(request.method().equals("POST") ? 201 : 200, Headers.none());
        };
        server = LocalServer.start(kind);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private VerifyRun run(String... options) throws IOException {
        return VerifyRun.of(folder, DOCUMENT, server.address(), options);
    }

    /** The operations that are told as left out, by a report in JSON. */
    private String leftOut(VerifyRun run) {
        StringBuilder subjects = new StringBuilder();
        String[] findings = run.out().split("\"id\" : ");
        Stream.of(findings)
                .filter(finding -> finding.startsWith("\"left-out\""))
                .map(finding -> finding.replaceAll("(?s).*?\"subject\" : \"([^\"]*)\".*", "$1"))
                .forEach(subject ->
                        subjects.append(subjects.isEmpty() ? "" : ", ").append(subject));
        return subjects.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--include path=/pets/**   | GET /pets, POST /pets, GET /old/pets/list, GET /users",
                "--include path=/*         | GET /pets/{id}, GET /old/pets/list",
                "--include tag=pets        | GET /users",
                "--include id=*Pet         | GET /pets, GET /old/pets/list, GET /users",
                "--include method=get      | POST /pets",
                "--exclude deprecated      | GET /old/pets/list",
                "--exclude path=/pets**    | GET /pets, POST /pets, GET /pets/{id}",
                "--exclude method=POST     | POST /pets",
                "--operation listUsers     | GET /pets, POST /pets, GET /pets/{id}, GET /old/pets/list",
                "--read-only               | POST /pets"
            })
    void leavesOutByEachOfItsProperties(String options, String expected) throws IOException {
        String[] words = (options.strip() + " --format json").split(" ");

        assertThat(leftOut(run(words))).isEqualTo(expected);
    }

    @Test
    void tellsWhatIsLeftOutAsNotTestedWithTheReason() throws IOException {
        VerifyRun run = run("--include", "tag=users", "--include", "tag=old", "--exclude", "deprecated");

        assertThat(run.out())
                .contains("GET /pets\n  untested (allowed)  Not tested: left out by --include tag=users, tag=old."
                        + "  [left-out]")
                .contains("GET /old/pets/list\n  untested (allowed)  Not tested: left out by --exclude deprecated."
                        + "  [left-out]")
                .contains("\nLeft out by --include tag=users, tag=old: GET /pets, POST /pets, GET /pets/{id}.\n"
                        + "Left out by --exclude deprecated: GET /old/pets/list.\n");
        assertThat(asked).noneMatch(request -> request.contains("pets"));
    }

    @Test
    void makesASkippedTestOfWhatIsLeftOut() throws IOException {
        assertThat(run("--include", "id=listUsers", "--format", "junit").out())
                .contains("name=\"POST /pets\"")
                .contains(
                        "<skipped message=\"untested (allowed): Not tested: left out by --include id=listUsers. [left-out]\"/>");
    }

    @Test
    void sendsNothingThatMayChangeSomethingToASystemInUse() throws IOException {
        VerifyRun run = run("--read-only");

        assertThat(asked).isNotEmpty().allMatch(request -> request.matches("(GET|HEAD|OPTIONS|TRACE|QUERY) .*"));
        assertThat(run.out())
                .containsPattern("Left out by --read-only: \\d+ requests to these operations by methods that may")
                .contains("Left out by --read-only: POST /pets.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--include tags=pets | Invalid value for option '--include' (WHICH): expected path=, tag=, id= or"
                        + " method= with a pattern, or deprecated; received 'tags=pets'; did you mean \"tag\"?",
                "--exclude tag=pests | --exclude tag=pests: it means no operation of the document.",
                "--operation listPet | The document has no operation listPet; did you mean \"listPets\"?",
                "--exclude path=/**  | Every operation of the document is left out: nothing is tested."
            })
    void refusesWhatMeansNothing(String options, String message) throws IOException {
        VerifyRun run = run(options.strip().split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "contract-tests verify: " + message + " (--help lists the options)" + System.lineSeparator());
    }

    @Test
    void refusesBeforeAnythingIsSent() throws IOException {
        run("--exclude", "tag=none");

        assertThat(asked).isEmpty();
    }
}
