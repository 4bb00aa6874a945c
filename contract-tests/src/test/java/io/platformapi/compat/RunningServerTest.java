package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.LocalServer;
import io.platformapi.contract.admission.Admission;
import io.platformapi.contract.admission.Gates;
import io.platformapi.contract.admission.Passage;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.report.ReportFormat;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Breaks tried at a running server, which may keep to either contract, or to none. */
class RunningServerTest {

    /** A search with a limit, by a header that must be there; pets are made with a name, and a tag that may be. */
    private static final String CONTRACT = """
            /pets/{id}:
              get:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: integer, example: 7}}
                  - {name: Tenant, in: header, required: true, schema: {type: string, example: acme}}
                  - {name: limit, in: query, schema: {type: integer, maximum: %s}}
                responses: {'200': {description: Ok.}}
              put:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: integer, example: 7}}
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [name%s]
                        properties: {name: {type: string, example: Rex}, tag: {type: string}}
                responses: {'200': {description: Ok.}}
            """;

    private static final HttpResponse OK = HttpResponse.of(200, Headers.none());

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<HttpRequest> received = new ArrayList<>();

    private int run(String... arguments) {
        return new CommandLine(new CompatCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    private int replayed(String old, String fresh, String url, String... more) throws IOException {
        String before = Files.writeString(folder.resolve("old.yaml"), old).toString();
        String after = Files.writeString(folder.resolve("new.yaml"), fresh).toString();
        return run(Stream.concat(Stream.of(before, after, "--replay", url), Stream.of(more))
                .toArray(String[]::new));
    }

    private static String contract(int maximum, String required) {
        return ComparedText.document(CONTRACT.formatted(maximum, required));
    }

    /** A server that takes what a contract allows. */
    private LocalServer keeping(String document) throws IOException {
        Contract contract = ComparedText.contract(document);
        Admission admission = new Admission(contract);
        return answering(request -> admission.whole(request, Gates.open()) instanceof Passage.Reached
                ? OK
                : HttpResponse.of(400, Headers.none()));
    }

    private LocalServer answering(Target answers) throws IOException {
        return LocalServer.start(request -> {
            received.add(request);
            return answers.answer(request);
        });
    }

    private List<String> targets() {
        return received.stream()
                .map(each -> each.method() + " " + each.target())
                .toList();
    }

    @Test
    void saysOfABreakThatItIsRealWhereTheServerRefusesItAndTakesWhatBothContractsAllow() throws IOException {
        try (LocalServer server = keeping(contract(50, ""))) {
            String url = server.address().toString();
            assertThat(replayed(contract(100, ""), contract(50, ""), url)).isEqualTo(1);
            assertThat(out.toString())
                    .contains(
                            "      witness: 51\n      replay: refused: answered with 400, and one that both documents allow"
                                    + " with 200: the break is real there.\n",
                            "      curl -i -H 'Accept:' -H 'Tenant: acme' '" + url + "/pets/7?limit=51'\n",
                            "\nReplayed at " + url + ": 1 refused.\n");
            assertThat(targets()).containsExactly("GET /pets/7?limit=51", "GET /pets/7");
        }
    }

    @Test
    void letsABreakPassAtItsGateWhereTheServerAcceptsItAnyway() throws IOException {
        try (LocalServer server = keeping(contract(100, ""))) {
            String url = server.address().toString();
            assertThat(replayed(contract(100, ""), contract(50, ""), url)).isEqualTo(1);
            assertThat(out.toString()).contains("replay: accepted anyway: answered with 200.", "\n1 breaking\n");
            out.getBuffer().setLength(0);

            assertThat(replayed(contract(100, ""), contract(50, ""), url, "--gate", "replay"))
                    .isZero();
            assertThat(out.toString()).contains("accepted anyway  query parameter limit:", "\n1 accepted anyway\n");
        }
    }

    @Test
    void sendsNothingThatMayChangeSomethingUnlessItIsAllowed() throws IOException {
        try (LocalServer server = keeping(contract(100, ", tag"))) {
            String url = server.address().toString();
            assertThat(replayed(contract(100, ""), contract(100, ", tag"), url, "--gate", "replay"))
                    .isEqualTo(1);
            assertThat(out.toString())
                    .contains("replay: not sent: PUT may change something, and --allow-writes is not given.")
                    .doesNotContain("curl");
            assertThat(received).isEmpty();

            replayed(contract(100, ""), contract(100, ", tag"), url, "--allow-writes");
            assertThat(out.toString()).contains("replay: refused: answered with 400, and one that both");
            assertThat(new String(received.get(0).body(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"name\":\"a\"}");
        }
    }

    @Test
    void knowsNothingWhereTheServerRefusesWhatBothContractsAllow() throws IOException {
        try (LocalServer server = answering(request -> HttpResponse.of(400, Headers.none()))) {
            assertThat(replayed(
                            contract(100, ""),
                            contract(50, ""),
                            server.address().toString(),
                            "--gate",
                            "replay"))
                    .isEqualTo(1);
            assertThat(out.toString())
                    .contains("replay: answered otherwise: answered with 400, but so is one that both documents allow,"
                            + " with 400: nothing is known of the break.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | , so give a credential by --header that is let in",
                "403 | , so give a credential by --header that is let in",
                "404 | , which is about what is there, not about the request",
                "500 | , which neither takes nor refuses it",
                "302 | , which neither takes nor refuses it",
                "418 | , which neither takes nor refuses it"
            })
    void knowsNothingOfABreakThatIsAnsweredOtherwise(int status, String why) throws IOException {
        try (LocalServer server = answering(request -> HttpResponse.of(status, Headers.none()))) {
            String url = server.address().toString();
            assertThat(replayed(contract(100, ""), contract(50, ""), url, "--gate", "replay"))
                    .isEqualTo(1);
            assertThat(out.toString())
                    .contains(
                            "replay: answered otherwise: answered with " + status + why + ".",
                            url + ": 1 answered otherwise.");
        }
    }

    @Test
    void asksAgainWhenTheServerSaysSo() throws IOException {
        HttpResponse later = HttpResponse.of(503, Headers.of("Retry-After", "0"));
        try (LocalServer server = answering(request -> received.size() == 1 ? later : OK)) {
            replayed(contract(100, ""), contract(50, ""), server.address().toString());
            assertThat(out.toString()).contains("replay: accepted anyway: answered with 200.");
            assertThat(targets()).containsExactly("GET /pets/7?limit=51", "GET /pets/7?limit=51");
        }
    }

    @Test
    void saysOfAServerThatIsAwayThatNothingIsKnownAndSendsNothingMore() throws IOException {
        String url;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            url = "http://127.0.0.1:" + free.getLocalPort();
        }
        assertThat(replayed(contract(100, ""), contract(50, ", tag"), url, "--gate", "replay", "--allow-writes"))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "replay: answered otherwise: there is no answer, nobody listens.",
                        "replay: not sent: nobody listens there.",
                        "Replayed at " + url + ": 1 answered otherwise, 1 not sent.");
    }

    @Test
    void waitsNoLongerThanItIsTold() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort();
            assertThat(replayed(contract(100, ""), contract(50, ""), url, "--request-timeout", "0.05"))
                    .isEqualTo(1);
            assertThat(out.toString())
                    .contains("replay: answered otherwise: there is no answer, no answer within 0.05 s.");
        }
    }

    @Test
    void sendsTheHeadersThatAreGivenAndShowsNoSecret() throws IOException {
        try (LocalServer server = keeping(contract(50, ""))) {
            replayed(
                    contract(100, ""),
                    contract(50, ""),
                    server.address().toString(),
                    "--header",
                    "Authorization: Bearer s3cret");
            assertThat(received)
                    .allSatisfy(each ->
                            assertThat(each.headers().text("Authorization")).isEqualTo("Bearer s3cret"));
            assertThat(out.toString()).contains("$AUTHORIZATION").doesNotContain("s3cret");
        }
    }

    private static String pets(String operation) {
        return ComparedText.document("/pets:\n" + operation.indent(2));
    }

    private static final String ALL_OK = "responses: {'200': {description: Ok.}}";

    /** What is sent for each kind of break, and what a server makes of it that keeps to the new contract. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "get: {RESPONSES} | get: {parameters: [{name: q, in: query, required: true, schema: {type: string}}],"
                        + " RESPONSES} | GET /pets | refused",
                "get: {parameters: [{name: q, in: query, schema: {type: string, example: a}}], RESPONSES} | get: {RESPONSES} |"
                        + " GET /pets?q=a | answered otherwise",
                "query: {requestBody: {content: {application/json: {schema: {type: string}}}}, RESPONSES} | query:"
                        + " {requestBody: {required: true, content: {application/json: {schema: {type: string}}}},"
                        + " RESPONSES} | QUERY /pets | refused",
                "query: {requestBody: {content: {application/json: {}, text/plain: {}}}, RESPONSES} | query:"
                        + " {requestBody: {content: {application/json: {}}}, RESPONSES} | QUERY /pets | refused",
                "get: {RESPONSES} | put: {RESPONSES} | GET /pets | refused",
                "get: {parameters: [{name: q, in: query, schema: {type: integer}}], RESPONSES} | get: {parameters:"
                        + " [{name: q, in: query, schema: {type: integer, default: 3}}], RESPONSES} | - | not sent",
                "get: {responses: {'200': {description: Ok., content: {application/json: {schema: {type: integer}}}}}} |"
                        + " get: {responses: {'200': {description: Ok., content: {application/json: {schema: {type:"
                        + " [integer, string]}}}}}} | - | not sent"
            })
    void triesEachKindOfBreakByARequestOfItsOwn(String before, String after, String sent, String outcome)
            throws IOException {
        String old = pets(before.replace("RESPONSES", ALL_OK)).replace("3.1.1", "3.2.0");
        String fresh = pets(after.replace("RESPONSES", ALL_OK)).replace("3.1.1", "3.2.0");
        try (LocalServer server = keepingWith405(fresh)) {
            replayed(old, fresh, server.address().toString());
            assertThat(out.toString()).contains("replay: " + outcome + ": ", ": 1 " + outcome + ".");
            assertThat(targets().stream().findFirst()).isEqualTo(Optional.ofNullable(sent));
        }
    }

    private LocalServer keepingWith405(String document) throws IOException {
        Contract contract = ComparedText.contract(document);
        Admission admission = new Admission(contract);
        return answering(request -> admission.whole(request, Gates.open()) instanceof Passage.Reached
                ? OK
                : HttpResponse.of(
                        contract.operations().get(0).method().equals(request.method()) ? 400 : 405, Headers.none()));
    }

    @Test
    void asksAsAStrangerWhereCredentialsAreNew() throws IOException {
        String scheme = "components: {securitySchemes: {key: {type: apiKey, in: header, name: Key}}}\n";
        String old = pets("get: {" + ALL_OK + "}") + scheme;
        String fresh = pets("get: {security: [{key: []}], " + ALL_OK + "}") + scheme;
        Target locked = request -> request.headers().has("Key") ? OK : HttpResponse.of(401, Headers.none());
        try (LocalServer server = answering(locked)) {
            replayed(old, fresh, server.address().toString(), "--header", "Key: 1");
            assertThat(out.toString()).contains("replay: refused: answered with 401.");
            out.getBuffer().setLength(0);

            String other = fresh.replace("Key}", "Other}");
            replayed(fresh, other, server.address().toString(), "--header", "Key: 1");
            assertThat(out.toString())
                    .contains("replay: not sent: nobody knows here which credentials were enough before.");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportFormat.class,
            names = {"WAIVERS"},
            mode = EnumSource.Mode.EXCLUDE)
    void saysItInEveryFormat(ReportFormat format) throws IOException {
        try (LocalServer server = keeping(contract(50, ""))) {
            replayed(contract(100, ""), contract(50, ""), server.address().toString(), "--format", format.toString());
            assertThat(out.toString())
                    .contains("refused: answered with 400, and one that both documents allow", "1 refused.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--allow-writes", "--request-timeout=3", "--header=A: b", "--insecure", "--gate=replay"})
    void refusesOptionsOfAServerThatIsNotNamed(String option) throws IOException {
        String old =
                Files.writeString(folder.resolve("old.yaml"), contract(1, "")).toString();
        assertThat(run(old, old, option)).isEqualTo(2);
        assertThat(err.toString())
                .containsAnyOf(
                        " is for a running server; name it by --replay URL.", "--gate replay needs --replay URL.");
    }

    @Test
    void refusesAnAddressThatIsNone() throws IOException {
        assertThat(replayed(contract(1, ""), contract(1, ""), "pets.example")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("--replay pets.example: it has to begin with http:// or https://, as in"
                        + " http://127.0.0.1:8080.");
    }

    @Test
    void saysThatNothingWasSentWhereNothingBreaks() throws IOException {
        try (LocalServer server = keeping(contract(100, ""))) {
            String url = server.address().toString();
            assertThat(replayed(contract(100, ""), contract(100, ""), url)).isZero();
            assertThat(out.toString()).contains("Replayed at " + url + ": nothing, for nothing breaks.");
            assertThat(received).isEmpty();
        }
    }
}
