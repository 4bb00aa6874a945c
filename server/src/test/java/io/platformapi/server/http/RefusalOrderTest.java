package io.platformapi.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.domain.Authentication;
import io.platformapi.domain.ExampleWorld;
import io.platformapi.domain.MemoryStore;
import io.platformapi.domain.Platform;
import io.platformapi.server.PlatformServer;
import io.platformapi.server.ServerClient;
import io.platformapi.server.Settings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests in which everything is wrong from some stage on: each is refused for the first thing. */
final class RefusalOrderTest {

    private static final String AMELIA = "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";
    private static final String LIAM = "c0000003-1f4b-4d8a-a37e-5b9c2e6d0f84";
    private static final String CLIENT_ROLE = "5e000003-2b7f-4e19-8c64-0f9d7a3b5e18";
    private static final String NO_ROLE = "5effffff-2b7f-4e19-8c64-0f9d7a3b5e18";
    private static final String NOBODY = "c0ffffff-1f4b-4d8a-a37e-5b9c2e6d0f84";
    private static final String TOO_LARGE = "x".repeat(1500);

    private static PlatformServer server;

    @BeforeAll
    static void start() throws IOException {
        var store = new MemoryStore();
        ExampleWorld.enter(store);
        Authentication authentication = key -> key.startsWith("key-")
                ? Optional.of(new Authentication.Client(key, ExampleWorld.CALLER_ACTS_FOR::contains))
                : Optional.empty();
        server = PlatformServer.start(
                Settings.of(Map.of("port", "0", "body.bytes", "1000", "requests.per.minute", "2")),
                Platform.over(store),
                authentication);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> send(
            String credential, String method, String target, String type, String body) {
        return new ServerClient(server.uri(), credential)
                .send(
                        method,
                        target,
                        body.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        type,
                        "Accept",
                        "image/png");
    }

    private static HttpResponse<String> invite(String credential, String from, String to, String role) {
        String body = "{\"EmailAddress\":\"matilda.singh@example.com\",\"Roles\":[\"" + role + "\"]}";
        return new ServerClient(server.uri(), credential).post("/api/contacts/" + from + "/invite/" + to, body);
    }

    @Test
    void firstComesTheRoute() {
        assertThat(send("", "LINK", "/api/nothing", "image/png", TOO_LARGE).statusCode())
                .isEqualTo(404);
        HttpResponse<String> answer = send("", "LINK", "/api/contacts/x/links", "image/png", TOO_LARGE);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().map().get("Allow")).containsExactly("DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
    }

    @Test
    void thenTheCredential() {
        HttpResponse<String> none = send("", "POST", "/api/contacts/x/links", "image/png", TOO_LARGE);
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().map().get("WWW-Authenticate")).containsExactly("Bearer");
        assertThat(none.body()).contains("Authentication is required. Send 'Authorization: Bearer <API key or JWT>'.");

        HttpResponse<String> unknown = send("another", "POST", "/api/contacts/x/links", "image/png", TOO_LARGE);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.headers().map().get("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
    }

    @Test
    void thenHowOftenAndHowMuchIsAsked() {
        assertThat(send("key-1", "POST", "/api/contacts/x/links", "image/png", TOO_LARGE)
                        .statusCode())
                .isEqualTo(413);
        send("key-1", "POST", "/api/contacts/x/links", "image/png", TOO_LARGE);
        HttpResponse<String> third = send("key-1", "POST", "/api/contacts/x/links", "image/png", TOO_LARGE);
        // at the turn of a minute counting begins again
        HttpResponse<String> answer = third.statusCode() == 429 ? third : repeat("key-1", "/api/contacts/x/links");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        assertThat(answer.body()).contains("\"ErrorCode\":\"TooManyRequests\"");
    }

    private static HttpResponse<String> repeat(String credential, String target) {
        send(credential, "POST", target, "image/png", TOO_LARGE);
        return send(credential, "POST", target, "image/png", TOO_LARGE);
    }

    @Test
    void thenTheFormats() {
        assertThat(send("key-2", "POST", "/api/contacts/x/links", "image/png", "{")
                        .statusCode())
                .isEqualTo(415);
        assertThat(send("key-2", "POST", "/api/contacts/x/links", "application/json", "{")
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void thenTheContractAndAfterItWhoMay() {
        assertThat(invite("key-3", LIAM, "x", NO_ROLE).statusCode()).isEqualTo(400);
        HttpResponse<String> forbidden = invite("key-3", LIAM, NOBODY, NO_ROLE);
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(forbidden.body()).contains("You may not act for this contact.");
    }

    @Test
    void thenTheRulesAndLastTheStateOfThings() {
        HttpResponse<String> rule = invite("key-4", AMELIA, NOBODY, NO_ROLE);
        assertThat(rule.statusCode()).isEqualTo(400);
        assertThat(rule.body()).contains("\"ErrorCode\":\"InvalidRole\"");
        assertThat(invite("key-4", AMELIA, NOBODY, CLIENT_ROLE).statusCode()).isEqualTo(404);
        assertThat(invite("key-5", AMELIA, LIAM, CLIENT_ROLE).statusCode()).isEqualTo(409);
    }
}
