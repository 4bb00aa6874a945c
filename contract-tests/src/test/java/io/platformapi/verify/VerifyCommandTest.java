package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private HttpServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
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
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, target));
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, Target target) throws IOException {
        try (exchange) {
            HttpRequest request = HttpRequest.of(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Headers.of(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes());
            HttpResponse answer = target.answer(request);
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    @Test
    void endsWith0WhereTheContractIsKept() throws IOException {
        assertThat(verify(new PetServer(), "--header", "Authorization: Bearer key"))
                .isZero();
        assertThat(out.toString()).isEqualTo("""
                        Pets at http://127.0.0.1:%d

                        nothing found
                        37 requests, 2 operations tested.
                        """.formatted(server.getAddress().getPort()));
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
        assertThat(out.toString().replace(String.valueOf(server.getAddress().getPort()), "PORT"))
                .isEqualTo("""
                        Pets at http://127.0.0.1:PORT

                        POST /pets
                          violation  The answer is not as documented: body /name (required). (4 times)  [documented-body]
                              documented: src/test/resources/io/platformapi/verify/pets.yaml:69 /components/schemas/Pet/properties/name
                              expected: a value: it is required
                              received: nothing, in 201 application/json {"id":3,"kind":"cat"}
                              case: addPet/example/a-cat (seed 1)
                              curl -i -X POST -H "Authorization: $AUTHORIZATION" -H 'Content-Type: application/json' --data-binary '{"id":3,"name":"Tom","kind":"cat"}' 'http://127.0.0.1:PORT/pets'

                        1 violation
                        37 requests, 2 operations tested.
                        """);
    }

    @Test
    void showsCredentialsOnlyWhereAsked() throws IOException {
        Target broken = request -> HttpResponse.of(500, Headers.none());

        verify(broken, "--header", "Authorization: Bearer key");
        assertThat(out + err.toString()).contains("$AUTHORIZATION").doesNotContain("Bearer key");
        server.stop(0);

        verify(broken, "--header", "Authorization: Bearer key", "--show-secrets");
        assertThat(out.toString()).contains("-H 'Authorization: Bearer key'");
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
}
