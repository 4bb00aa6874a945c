package io.platformapi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.domain.ExampleWorld;
import io.platformapi.domain.MemoryStore;
import io.platformapi.domain.Platform;
import io.platformapi.server.http.Authentication.Client;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server over HTTP, asked by the JDK's client, which offers HTTP/2. */
final class PlatformServerTest {

    private static final String AMELIA = "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";
    private static final String LINKS = "/api/contacts/" + AMELIA + "/links";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static PlatformServer server;

    @BeforeAll
    static void start() throws IOException {
        var store = new MemoryStore();
        ExampleWorld.enter(store);
        var amelia = new Client("amelia", ExampleWorld.CALLER_ACTS_FOR::contains);
        server = PlatformServer.start(
                Settings.of(Map.of("port", "0")),
                Platform.over(store, mail -> {}),
                key -> key.equals("secret") ? Optional.of(amelia) : Optional.empty());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(server.uri() + target)).header("Authorization", "Bearer secret");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void answersAReadByAnyVerb() throws Exception {
        var byPost = send(request(LINKS).POST(BodyPublishers.noBody()));

        assertThat(byPost.statusCode()).isEqualTo(200);
        assertThat(byPost.headers().map())
                .containsEntry("content-type", List.of("application/json"))
                .containsEntry("vary", List.of("Accept"));
        assertThat(byPost.body()).startsWith("{\"Roles\":[{\"ContactRoleId\":");
        assertThat(send(request(LINKS).GET()).body()).isEqualTo(byPost.body());
    }
}
