package io.platformapi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.format.Json;
import io.platformapi.domain.ExampleWorld;
import io.platformapi.domain.MemoryStore;
import io.platformapi.domain.Platform;
import io.platformapi.model.ContactConnectedLinks;
import io.platformapi.model.WireMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every operation has in common over HTTP: verbs, formats, and what browsers may do. */
final class PlatformServerTest {

    private static final String AMELIA = "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";
    private static final String LINKS = "/api/contacts/" + AMELIA + "/links";
    private static final String INVITE = "/api/contacts/" + AMELIA + "/invite/contact";
    private static final String CLIENT_ROLE = "5e000003-2b7f-4e19-8c64-0f9d7a3b5e18";
    private static final String APP = "https://app.example.com";

    private static PlatformServer server;
    private static ServerClient client;

    @BeforeAll
    static void start() throws IOException {
        server = PlatformServer.startDemo(Settings.of(Map.of("port", "0", "cors.origins", APP)));
        client = new ServerClient(server.uri(), Demo.KEY);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static HttpResponse<String> inviteByGet(String address, String... headers) {
        return client.send("GET", INVITE + "?EmailAddress=" + address + "&Roles=" + CLIENT_ROLE, headers);
    }

    @Test
    void writesJsonAsEveryOtherToolDoes() {
        var store = new MemoryStore();
        ExampleWorld.enter(store);
        UUID licensee = UUID.fromString("c0000002-1f4b-4d8a-a37e-5b9c2e6d0f84");
        var links = Platform.over(store).listContactLinks(contact -> true, new ContactConnectedLinks(licensee));

        assertThat(client.send("POST", "/api/contacts/" + licensee + "/links").body())
                .isEqualTo(
                        new String(new Json().write(WireMapper.create().valueToTree(links)), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void answersEveryVerbAlike(String verb) {
        HttpResponse<String> answer = client.send(verb, LINKS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(header(answer, "Vary")).isEqualTo("Accept, Origin");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).startsWith("{\"Roles\":[{\"ContactRoleId\":");
    }

    @Test
    void answersHeadOfAReadAsGetWithoutTheBody() {
        HttpResponse<String> answer = client.send("HEAD", LINKS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Length")).isEqualTo(header(client.send("GET", LINKS), "Content-Length"));
        assertThat(answer.body()).isEmpty();
        assertThat(client.send("HEAD", INVITE).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({
        "/links.jsv, '', text/jsv",
        "/links?format=csv, text/jsv, text/csv",
        "/links, 'text/jsonl;q=0.5, text/jsv', text/jsv",
        "/links, application/x-ndjson, application/x-ndjson",
        "/links, text/json, text/json"
    })
    void answersInTheFormatAskedFor(String target, String accept, String type) {
        HttpResponse<String> answer = accept.isEmpty()
                ? client.send("GET", "/api/contacts/" + AMELIA + target)
                : client.send("GET", "/api/contacts/" + AMELIA + target, "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo(type);
        assertThat(answer.body()).contains("Liam Nguyen");
    }

    @Test
    void readsAFormAndRefusesInTheFormatAskedFor() {
        byte[] form = ("EmailAddress=nobody&Roles=" + CLIENT_ROLE).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = client.send(
                "POST", INVITE, form, "Content-Type", "application/x-www-form-urlencoded", "Accept", "text/jsv");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .startsWith("{ResponseStatus:{ErrorCode:Email,Message:'Email Address' is not a valid email address.");
    }

    @Test
    void tellsWhichVerbsAnOperationAnswers() {
        HttpResponse<String> answer = client.send("OPTIONS", INVITE);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "Allow")).isEqualTo("DELETE, GET, OPTIONS, PATCH, POST, PUT");
    }

    @Test
    void leavesNoMailWhereNothingElseIsKept() {
        assertThat(inviteByGet("left.nowhere@example.org").statusCode()).isEqualTo(200);

        assertThat(Path.of("mail")).doesNotExist();
    }

    @Test
    void carriesOutACommandByGetAndKeepsItOutOfCaches() {
        HttpResponse<String> answer = inviteByGet("by.get@example.org");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void saysWhenSomebodyMayBeAskedAgain() {
        assertThat(inviteByGet("asked.once@example.org").statusCode()).isEqualTo(200);
        HttpResponse<String> inAnotherRole = client.send(
                "GET", INVITE + "?EmailAddress=asked.once@example.org&Roles=5e000004-2b7f-4e19-8c64-0f9d7a3b5e18");

        assertThat(inAnotherRole.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(header(inAnotherRole, "Retry-After"))).isBetween(3500, 3600);
    }

    @Test
    void takesNoCommandFromAnotherSiteNorAheadOfAClick() {
        assertThat(inviteByGet("link@example.org", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(inviteByGet("link@example.org", "Sec-Purpose", "prefetch;prerender")
                        .statusCode())
                .isEqualTo(403);
        assertThat(inviteByGet("link@example.org").statusCode()).isEqualTo(200);
        assertThat(inviteByGet("app@example.org", "Sec-Fetch-Site", "cross-site", "Origin", APP)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsPagesOfConfiguredOriginsIn() {
        HttpResponse<String> preflight = new ServerClient(server.uri(), "")
                .send("OPTIONS", INVITE, "Origin", APP, "Access-Control-Request-Method", "POST");
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo(APP);
        assertThat(header(preflight, "Access-Control-Allow-Methods")).isEqualTo("POST");
        assertThat(header(preflight, "Access-Control-Allow-Headers")).contains("Authorization");

        HttpResponse<String> stranger = client.send("GET", LINKS, "Origin", "https://evil.example");
        assertThat(stranger.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void passesOverAnotherMethodInAHeader() {
        assertThat(client.send("GET", LINKS, "X-Http-Method-Override", "TRACE").statusCode())
                .isEqualTo(200);
    }

    @Test
    void changesNothingByARequestThatFails() {
        String sent = "/api/contacts/" + AMELIA + "/connectionrequests/sent?IncludeIgnoredRequests=true&ContactTypes="
                + "7e000002-4c1d-4f6a-9b2e-6d5c3a8f1e70";
        String before = client.send("GET", sent).body();
        HttpResponse<String> refused = client.post(
                "/api/contacts/" + AMELIA + "/invite/c0000008-1f4b-4d8a-a37e-5b9c2e6d0f84",
                "{\"EmailAddress\":\"new.address@example.org\",\"Roles\":[\"" + CLIENT_ROLE + "\"]}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(before).contains("jack.obrien@example.org");
        assertThat(client.send("GET", sent).body()).isEqualTo(before);
    }
}
