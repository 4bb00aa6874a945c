package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.LocalServer;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the tester is let in: by name and password, by the token of a command, by OAuth; and by way of a proxy. */
class AccessTest {

    private final List<HttpRequest> asked = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = LocalServer.start(request -> {
            asked.add(request);
            return request.path().equals("/token") ? token(request) : HttpResponse.of(200, Headers.none());
        });
    }

    private static HttpResponse token(HttpRequest request) {
        String form = new String(request.body(), StandardCharsets.UTF_8);
        boolean known = request.headers().text("Authorization").equals("Basic bWU6cGElM0Fzcw==");
        return known && form.startsWith("grant_type=client_credentials")
                ? HttpResponse.of(200, "application/json", "{\"access_token\":\"t-1\"}".getBytes())
                : HttpResponse.of(401, "application/json", "{\"error\":\"invalid_client\"}".getBytes());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private VerifyRun run(String... options) throws IOException {
        String document =
                VerifyRun.reads("application/json", "/pets").replace("paths:", """
                components: {securitySchemes: {Any: {type: oauth2, flows: {clientCredentials: {tokenUrl: '%s/token', scopes: {}}}}}}
                security: [{Any: []}]
                paths:""".formatted(server.address()));
        return VerifyRun.of(folder, document, server.address(), options);
    }

    private List<String> credentials() {
        return asked.stream()
                .filter(request -> request.path().equals("/pets"))
                .map(request -> request.headers().text("Authorization"))
                .toList();
    }

    @Test
    void isLetInByNameAndPasswordWhichNoReportShows() throws IOException {
        VerifyRun run = run("--basic", "me:pa:ss");

        assertThat(credentials()).contains("Basic bWU6cGE6c3M=");
        assertThat(run.out()).contains("$AUTHORIZATION").doesNotContain("bWU6cGE6c3M");
    }

    @Test
    void isLetInByTheTokenOfACommand() throws IOException {
        run("--token-command", "echo secret-token");

        assertThat(credentials()).contains("Bearer secret-token");
    }

    @Test
    void isLetInByATokenFromWhereTheDocumentSays() throws IOException {
        run("--oauth-client", "me:pa:ss", "--oauth-scope", "read", "--oauth-scope", "write");

        assertThat(credentials()).contains("Bearer t-1");
        assertThat(new String(asked.get(0).body())).isEqualTo("grant_type=client_credentials&scope=read+write");
    }

    @Test
    void goesByWayOfAProxy() throws IOException {
        VerifyRun run = VerifyRun.of(
                folder,
                VerifyRun.reads("application/json", "/pets"),
                java.net.URI.create("http://pets.example"),
                "--proxy",
                "127.0.0.1:" + server.port());

        assertThat(run.err()).isEmpty();
        assertThat(asked).anyMatch(request -> request.path().contains("/pets"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--basic=me                            | --basic takes 'name:password'; this one has no colon behind a name. (--help lists the options)",
                "--oauth-client=me                     | --oauth-client takes 'id:secret'; this one has no colon behind an id. (--help lists the options)",
                "--oauth-scope=a                       | --oauth-url and --oauth-scope need --oauth-client. (--help lists the options)",
                "--proxy=nowhere                       | --proxy nowhere: it takes host and port, as in proxy.example.com:3128. (--help lists the options)",
                "--oauth-client=a:b --oauth-url=token  | --oauth-url token: it has to begin with http:// or https:// and a host. (--help lists the options)",
                "--basic=a:b --token-command=true      | There is one Authorization in a request: give one of --basic, --token-command, --oauth-client and --header 'Authorization: …'. (--help lists the options)",
                "--token-command=true                  | --token-command printed nothing.",
                "--token-command=date                  | --token-command printed more than a token: it has to be one word of ASCII.",
                "--token-command=false                 | --token-command ended with 1.",
                "--oauth-client=you:wrong              | No token from SERVER/token: it answers 401 (invalid_client).",
            })
    void saysWhyItIsNotLetIn(String options, String problem) throws IOException {
        VerifyRun run = run(options.strip().split(" +"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().replace(server.address().toString(), "SERVER"))
                .isEqualTo("contract-tests verify: " + problem + System.lineSeparator());
        assertThat(credentials()).isEmpty();
    }
}
