package io.platformapi.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.platformapi.server.store.ApiKeys;
import io.platformapi.server.store.Database;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Caller by operation by object: nothing of somebody else can be read, changed, or told from what does not exist. */
final class AccessTableTest {

    private static final String SECRET = "a secret of more than thirty-two bytes";
    private static final String MISSING = "cfffffff-0000-4000-8000-000000000000";
    private static final UUID LIAM = UUID.fromString(contact(3));
    private static final UUID NOAH = UUID.fromString(contact(6));

    private static Database database;
    private static String url;
    private static PlatformServer server;

    /**
     * Somebody who asks.
     *
     * @param contact whom they may act for; empty for nobody
     * @param others connections and requests of the example world that are none of theirs
     */
    private record Asking(String name, String credential, String contact, List<String> others) {}

    /** An operation as it is asked, with {@code {contact}} and {@code {connection}} for its objects. */
    private record Asked(String operation, String path, String body) {}

    private static final List<Asked> OPERATIONS = List.of(
            new Asked("links", "/api/contacts/{contact}/links", "{}"),
            new Asked("received", "/api/contacts/{contact}/connectionrequests/received", lists()),
            new Asked("sent", "/api/contacts/{contact}/connectionrequests/sent", lists()),
            new Asked("invite by address", "/api/contacts/{contact}/invite/contact", invitation()),
            new Asked("invite by id", "/api/contacts/{contact}/invite/{connection}", invitation()),
            new Asked("resend", "/api/connectionrequests/{connection}/resend", "{\"ContactId\":\"{contact}\"}"),
            new Asked("cancel", "/api/connections/{connection}/cancel", end()),
            new Asked("remove", "/api/connections/{connection}/remove", end()));

    private static String lists() {
        return "{\"ContactTypes\":[\"7e000001-4c1d-4f6a-9b2e-6d5c3a8f1e70\"],\"IncludeIgnoredRequests\":true}";
    }

    private static String invitation() {
        return "{\"EmailAddress\":\"somebody@example.org\",\"Roles\":[\"5e000003-2b7f-4e19-8c64-0f9d7a3b5e18\"]}";
    }

    private static String end() {
        return "{\"ContactId\":\"{contact}\",\"ContactTypeId\":\"7e000001-4c1d-4f6a-9b2e-6d5c3a8f1e70\","
                + "\"RoleId\":\"5e000003-2b7f-4e19-8c64-0f9d7a3b5e18\"}";
    }

    private static String contact(int number) {
        return "c0%06d-1f4b-4d8a-a37e-5b9c2e6d0f84".formatted(number);
    }

    private static String connection(int number) {
        return "cc%06d-6e2d-4b58-9f13-a4d7c0e8b219".formatted(number);
    }

    @BeforeAll
    static void start() throws Exception {
        Database.Address address = Database.Address.inMemory();
        url = address.url();
        database = Database.open(address);
        Demo.enter(database);
        var keys = new ApiKeys(database);
        keys.enter("key-of-liam", "liam", Set.of(LIAM));
        keys.enter("key-of-noah", "noah", Set.of(NOAH));
        keys.enter("key-of-nobody", "nobody", Set.of());
        server = PlatformServer.start(Settings.of(Map.of(
                "port",
                "0",
                "database.url",
                url,
                "requests.per.minute",
                "0",
                "jwt.secret",
                SECRET,
                "jwt.issuer",
                "https://id.example",
                "jwt.audience",
                "platform")));
    }

    @AfterAll
    static void stop() {
        server.close();
        database.close();
    }

    private static String token(UUID... contacts) throws Exception {
        var token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .issuer("https://id.example")
                        .audience("platform")
                        .subject("somebody")
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .claim(
                                "contacts",
                                Stream.of(contacts).map(UUID::toString).toList())
                        .build());
        token.sign(new MACSigner(SECRET));
        return token.serialize();
    }

    private static List<Asking> callers() throws Exception {
        List<String> notLiams = List.of(connection(1), connection(3), connection(5), connection(7), connection(9));
        List<String> notNoahs = List.of(connection(1), connection(6), connection(8), connection(10));
        return List.of(
                new Asking("Amelia by key", Demo.KEY, contact(1), List.of(connection(10))),
                new Asking("Liam by key", "key-of-liam", LIAM.toString(), notLiams),
                new Asking("Liam by token", token(LIAM), LIAM.toString(), notLiams),
                new Asking("Noah by key", "key-of-noah", NOAH.toString(), notNoahs),
                new Asking("nobody by key", "key-of-nobody", "", List.of()),
                new Asking("nobody by token", token(), "", List.of()));
    }

    @TestFactory
    Stream<DynamicTest> nobodyActsForSomebodyElseOrLearnsThatTheyExist() throws Exception {
        return callers().stream()
                .flatMap(caller -> OPERATIONS.stream()
                        .map(asked -> DynamicTest.dynamicTest(caller.name() + ", " + asked.operation(), () -> {
                            String before = state();
                            Seen missing = ask(caller, asked, MISSING, MISSING);
                            assertThat(missing.status()).isEqualTo(403);
                            for (int number : List.of(1, 3, 4, 6, 10)) {
                                String contact = contact(number);
                                if (!contact.equals(caller.contact())) {
                                    for (int connection = 1; connection <= 10; connection += 3) {
                                        assertThat(ask(caller, asked, contact, connection(connection)))
                                                .isEqualTo(missing);
                                    }
                                }
                            }
                            assertThat(state()).isEqualTo(before);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> nobodyTouchesConnectionsOfOthersOrLearnsThatTheyExist() throws Exception {
        return callers().stream()
                .filter(caller -> !caller.contact().isEmpty())
                .flatMap(caller -> OPERATIONS.stream()
                        .filter(asked -> asked.path().contains("{connection}"))
                        .map(asked -> DynamicTest.dynamicTest(caller.name() + ", " + asked.operation(), () -> {
                            String before = state();
                            Seen missing = ask(caller, asked, caller.contact(), MISSING);
                            assertThat(missing.status()).isIn(400, 404); // Noah has no role to invite in
                            for (String other : objects(caller, asked)) {
                                assertThat(ask(caller, asked, caller.contact(), other))
                                        .as(other)
                                        .isEqualTo(missing);
                            }
                            assertThat(state()).isEqualTo(before);
                        })));
    }

    /** Who invites by id names a contact: one that nobody has shown them is none to them. */
    private static List<String> objects(Asking caller, Asked asked) {
        return asked.operation().equals("invite by id")
                ? List.of(contact(5), contact(7)).stream()
                        .filter(contact -> !caller.name().startsWith("Amelia"))
                        .toList()
                : caller.others();
    }

    /** An answer, as far as it may tell anything. */
    private record Seen(int status, String body, Map<String, List<String>> headers) {}

    private static Seen ask(Asking caller, Asked asked, String contact, String connection) {
        HttpResponse<String> answer = new ServerClient(server.uri(), caller.credential())
                .post(filled(asked.path(), contact, connection), filled(asked.body(), contact, connection));
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(Set.of("date", "x-request-id"));
        return new Seen(
                answer.statusCode(),
                answer.body().replace(contact, "{contact}").replace(connection, "{connection}"),
                headers);
    }

    private static String filled(String text, String contact, String connection) {
        return text.replace("{contact}", contact).replace("{connection}", connection);
    }

    /** How often anything was changed: each change has a row. */
    private static String state() throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var query = connection.createStatement()) {
            var rows = query.executeQuery("select count(*), max(happened) from audit");
            rows.next();
            return rows.getString(1) + " " + rows.getString(2);
        }
    }
}
