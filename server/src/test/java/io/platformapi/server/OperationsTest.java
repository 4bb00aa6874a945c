package io.platformapi.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.platformapi.server.store.Database;
import io.platformapi.server.store.DeadLetters;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** What operators see of a server: health, numbers, lines of the log, and who did what. */
final class OperationsTest {

    private static final String AMELIA = "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";
    private static final String LINKS = "/api/contacts/" + AMELIA + "/links";
    private static final String INVITE = "/api/contacts/" + AMELIA + "/invite/contact";
    private static final String CLIENT_ROLE = "5e000003-2b7f-4e19-8c64-0f9d7a3b5e18";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static Database database;
    private static String url;
    private static PlatformServer server;
    private static ServerClient client;

    private HeardLog log;

    @BeforeAll
    static void start() throws Exception {
        Database.Address address = Database.Address.inMemory();
        url = address.url();
        database = Database.open(address);
        Demo.enter(database);
        server = PlatformServer.start(Settings.of(Map.of("port", "0", "admin.port", "0", "database.url", url)));
        client = new ServerClient(server.uri(), Demo.KEY);
    }

    @AfterAll
    static void stop() {
        server.close();
        database.close();
    }

    @BeforeEach
    void listen() {
        log = HeardLog.of(Logger.ROOT_LOGGER_NAME, Level.INFO);
    }

    @AfterEach
    void listenNoMore() {
        log.close();
    }

    private static HttpResponse<String> admin(String path) {
        URI address = server.admin().orElseThrow();
        return new ServerClient(address, "").send("GET", path);
    }

    private Map<String, Object> accessOf(String requestId) throws InterruptedException {
        ILoggingEvent access = log.await(line -> line.getLoggerName().equals("access")
                && requestId.equals(facts(line).get("request_id")));
        return facts(access);
    }

    private static Map<String, Object> facts(ILoggingEvent line) {
        return line.getKeyValuePairs().stream().collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
    }

    @Test
    void saysThatItLivesAndIsReady() {
        assertThat(admin("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(admin("/health/ready").statusCode()).isEqualTo(200);
        assertThat(admin("/health").statusCode()).isEqualTo(404);
        assertThat(new ServerClient(server.admin().orElseThrow(), "")
                        .send("POST", "/metrics")
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void showsItsDocumentToWhoeverAsks() {
        var anybody = new ServerClient(server.uri(), "");
        HttpResponse<String> yaml = anybody.send("GET", "/openapi.yaml");
        assertThat(anybody.send("GET", "/api/docs").body()).contains("Try it out", "docs/swagger-ui-bundle.js");
        assertThat(anybody.send("GET", "/api/docs/swagger-ui-bundle.js").statusCode())
                .isEqualTo(200);
        HttpResponse<String> json = anybody.send("GET", "/openapi.json");

        assertThat(yaml.statusCode()).isEqualTo(200);
        assertThat(yaml.headers().firstValue("Content-Type")).contains("application/yaml");
        assertThat(yaml.body()).startsWith("openapi: ").contains("operationId: listContactLinksByGet");
        assertThat(json.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(json.body()).contains("\"listContactLinksByGet\"");
        assertThat(anybody.send("POST", "/openapi.json").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsAClientHowMuchIsLeftOfItsMinute() {
        HttpResponse<String> answer = client.send("GET", LINKS);

        assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"client\";q=600;w=60");
        assertThat(answer.headers().firstValue("RateLimit").orElseThrow()).matches("\"client\";r=5\\d\\d;t=0");
        assertThat(new ServerClient(server.uri(), "")
                        .send("GET", LINKS)
                        .headers()
                        .map())
                .doesNotContainKey("ratelimit");
    }

    @Test
    void saysWhyItIsNotReady() throws Exception {
        Database away = Database.open(Database.Address.inMemory());
        away.close();
        try (var health = io.platformapi.server.admin.AdminServer.start(
                "127.0.0.1",
                0,
                new io.platformapi.server.admin.Health(List.of(away::problem), List.of()),
                new io.platformapi.server.admin.Metrics())) {
            HttpResponse<String> ready = new ServerClient(health.uri(), "").send("GET", "/health/ready");

            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body())
                    .isEqualTo("{\"problems\":[\"the database does not answer\"],\"status\":\"down\"}")
                    .doesNotContain("h2");
            assertThat(new ServerClient(health.uri(), "")
                            .send("GET", "/health/live")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void staysReadyWhileThereIsMailThatWasGivenUpAndSaysHowToSeeIt() throws Exception {
        try (Database database = Database.open(Database.Address.inMemory())) {
            var notice = new io.platformapi.server.admin.MailNotice(new DeadLetters(database));
            DeadMail.enter(database, "jack@example.org", "the address does not exist");
            try (var health = io.platformapi.server.admin.AdminServer.start(
                    "127.0.0.1",
                    0,
                    new io.platformapi.server.admin.Health(List.of(), List.of(notice)),
                    new io.platformapi.server.admin.Metrics())) {
                HttpResponse<String> ready = new ServerClient(health.uri(), "").send("GET", "/health/ready");

                assertThat(ready.statusCode()).isEqualTo(200);
                assertThat(ready.body())
                        .isEqualTo("{\"notices\":[\"1 mail was given up; the command mail list says which and why\"],"
                                + "\"status\":\"up\"}");
            }
        }
    }

    @Test
    void countsAnswersByOperationAndStatusAndWhatItsPartsDo() {
        client.send("GET", LINKS);
        client.send("GET", "/nothing");

        assertThat(admin("/metrics").body())
                .containsPattern(
                        "platform_requests_seconds_count\\{operation=\"listContactLinks\",status=\"200\"} [1-9]")
                .containsPattern("platform_requests_seconds_count\\{operation=\"none\",status=\"404\"} [1-9]")
                .contains(
                        "platform_database_connections_active ",
                        "platform_database_waiting 0.0",
                        "platform_mail_waiting ",
                        "platform_mail_dead 0.0",
                        "platform_mail_sent_total ",
                        "platform_connections ",
                        "platform_logins_failed_total ",
                        "jvm_memory_used_bytes",
                        "process_uptime_seconds");
    }

    @Test
    void answersUnderTheNameThatARequestBringsAndLogsIt() throws InterruptedException {
        HttpResponse<String> answer = client.send(
                "GET",
                LINKS + "?format=json&secret=x",
                "X-Request-Id",
                "order-66",
                "traceparent",
                "00-" + TRACE + "-00f067aa0ba902b7-01");

        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("order-66");
        assertThat(accessOf("order-66"))
                .containsEntry("trace_id", TRACE)
                .containsEntry("parent_id", "00f067aa0ba902b7")
                .containsEntry("client", "demo")
                .containsEntry("peer", "127.0.0.1")
                .containsEntry("method", "GET")
                .containsEntry("path", LINKS)
                .containsEntry("operation", "listContactLinks")
                .containsEntry("status", 200);
        assertThat(log.lines())
                .noneMatch(line -> line.getFormattedMessage().contains("secret"))
                .filteredOn(line -> line.getLoggerName().equals("access"))
                .allMatch(line -> line.getMDCPropertyMap().isEmpty());
    }

    @Test
    void givesANameToWhateverBringsNoneOrOneThatCannotBeLogged() throws InterruptedException {
        for (String given : List.of("", "a b", "x".repeat(200), "<script>")) {
            HttpResponse<String> answer = client.send("GET", LINKS, "X-Request-Id", given, "traceparent", "00-0-0-0");

            String name = String.join("|", answer.headers().allValues("X-Request-Id"));
            assertThat(name).matches("[0-9a-f-]{36}");
            assertThat(accessOf(name)).containsEntry("parent_id", "");
        }
    }

    @Test
    void namesAndLogsWhatNobodyCouldRead() throws InterruptedException {
        HttpResponse<String> answer = client.send("GET", "/x".repeat(20_000));

        assertThat(answer.statusCode()).isEqualTo(414);
        assertThat(accessOf(answer.headers().firstValue("X-Request-Id").orElseThrow()))
                .containsEntry("status", 414)
                .containsEntry("operation", "");
    }

    @Test
    void writesDownWhoChangedWhat() throws SQLException {
        HttpResponse<String> answer = client.send(
                "GET", INVITE + "?EmailAddress=audited@example.org&Roles=" + CLIENT_ROLE, "X-Request-Id", "audited");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(audit("audited"))
                .singleElement()
                .asString()
                .startsWith("demo inviteContact contact ")
                .contains("\ncontact role ", "\nconnection ", " PENDING", "\nmail ");
        client.send(
                "GET", INVITE + "?EmailAddress=audited@example.org&Roles=" + CLIENT_ROLE, "X-Request-Id", "refused");
        assertThat(audit("refused")).isEmpty();
    }

    private static List<String> audit(String requestId) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url);
                var query = connection.prepareStatement("select * from audit where request_id = ?")) {
            query.setString(1, requestId);
            ResultSet found = query.executeQuery();
            while (found.next()) {
                rows.add(found.getString("client") + " " + found.getString("operation") + " "
                        + found.getString("changes"));
            }
        }
        return rows;
    }

    @Test
    void saysSometimesThatCredentialsAreNoneAndListensNoMoreIfTheyAreMany() throws Exception {
        List<Integer> answers = new ArrayList<>();
        HttpResponse<String> refused;
        try (PlatformServer guessed =
                PlatformServer.startDemo(Settings.of(Map.of("port", "0", "failed.logins.per.minute", "12")))) {
            var guessing = new ServerClient(guessed.uri(), "guessed");
            for (int guess = 0; guess < 14; guess++) {
                answers.add(guessing.send("GET", LINKS).statusCode());
            }
            refused = guessing.send("GET", LINKS);
        }

        assertThat(answers).startsWith(401, 401).endsWith(401, 429, 429);
        assertThat(answers).filteredOn(status -> status == 401).hasSize(12);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        assertThat(refused.body()).contains("Too many credentials from this address were none.");
        assertThat(log.lines())
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(line -> line.contains(" shows a credential "))
                .as("other tests log to the same place, and none shows as many")
                .contains(
                        "127.0.0.1 shows a credential that is none, for the 1. time within a minute",
                        "127.0.0.1 shows a credential that is none, for the 10. time within a minute")
                .allMatch(line -> line.matches(".* for the (1|10)\\. time within a minute"));
    }
}
