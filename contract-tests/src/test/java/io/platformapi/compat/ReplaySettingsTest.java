package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.LocalServer;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a team says of the requests that try breaks, and of the breaks. */
class ReplaySettingsTest {

    private static final String SEARCH = """
            /pets/{id}:
              get:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: integer, example: 7}}
                  - {name: Tenant, in: header, required: true, schema: {type: string, example: acme}}
                  - {name: limit, in: query, schema: {type: integer, maximum: %d}}
                responses: {'200': {description: Ok.}}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<HttpRequest> received = new ArrayList<>();

    private int replayed(String... more) throws IOException {
        try (LocalServer server = LocalServer.start(request -> {
            received.add(request);
            return HttpResponse.of(200, Headers.none());
        })) {
            String old = file("old.yaml", ComparedText.document(SEARCH.formatted(100)));
            String fresh = file("new.yaml", ComparedText.document(SEARCH.formatted(50)));
            return new CommandLine(new CompatCommand())
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .execute(Stream.concat(
                                    Stream.of(
                                            old,
                                            fresh,
                                            "--replay",
                                            server.address().toString()),
                                    Stream.of(more))
                            .toArray(String[]::new));
        }
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** Identifiers that a document makes up lead to nothing; a team knows some that do. */
    @Test
    void sendsTheParametersAndHeadersThatTheSettingsName() throws IOException {
        replayed(
                "--config",
                file(
                        "compat.yaml",
                        "rules: {response-status-added: compatible}\nparameters: {id: 42}\n"
                                + "operations: {'GET /pets/{id}': {header: {Tenant: demo}}}\n"));

        assertThat(received).extracting(HttpRequest::target).containsExactly("/pets/42?limit=51");
        assertThat(received.get(0).headers().first("Tenant")).contains("demo");
    }

    @Test
    void refusesParametersThatTheOldDocumentDoesNotHave() throws IOException {
        assertThat(replayed("--config", file("compat.yaml", "parameters: {idd: 42}\n")))
                .isEqualTo(2);
        assertThat(err.toString().replace(folder.toString(), "."))
                .isEqualTo("./compat.yaml:1 /parameters/idd: no operation has a parameter idd; did you mean \"id\"?\n");
    }

    @Test
    void refusesWhatIsNoMatterOfARequest() throws IOException {
        assertThat(replayed("--config", file("compat.yaml", "operations: {'GET /pets/{id}': {skip: No.}}\n")))
                .isEqualTo(2);
        assertThat(err.toString().replace(folder.toString(), "."))
                .isEqualTo("./compat.yaml:1 /operations/GET ~1pets~1{id}/skip: \"skip\" is no setting here; these are:"
                        + " header, parameters\n");
    }

    /** Nobody asks whether what is accepted is real, and its waiver is used, whatever the server says. */
    @Test
    void triesNothingThatIsWaived() throws IOException {
        String waivers = file(
                "waivers.yaml",
                "- {finding: request-maximum-narrowed, subject: 'GET /pets/{id}', place: query parameter limit,"
                        + " values: [50], reason: Nobody asks for more., until: '2999-01-01'}\n");

        assertThat(replayed("--gate", "replay", "--waivers", waivers)).isZero();
        assertThat(received).isEmpty();
        assertThat(out.toString()).contains("\n1 waived\n");
    }
}
