package io.platformapi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.domain.ContactType;
import io.platformapi.server.data.Import;
import io.platformapi.server.kill.ServerProcess;
import io.platformapi.server.mail.Letterbox;
import io.platformapi.server.store.ApiKeys;
import io.platformapi.server.store.Database;
import io.platformapi.server.store.Outbox;
import io.platformapi.server.store.Postgres;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers on one PostgreSQL, and clients of both who invite, remind, withdraw and remove between the same contacts:
 * some hundred requests, or for as long as {@code -Ptwo-servers} wants.
 */
final class TwoServersTest {

    @TempDir
    private Path folder;

    private static final int CONTACTS = 8;
    private static final int CLIENTS = Integer.getInteger("two.servers.clients", 8);
    private static final int SECONDS = Integer.getInteger("two.servers.seconds", 0);
    private static final int REQUESTS = 40;
    private static final String ROLE = id("5e", 1);

    private final long seed = Long.getLong("two.servers.seed", System.nanoTime());
    private final Letterbox mail = new Letterbox();
    private final Database.Address address = Postgres.running().newDatabase();
    private final Queue<HttpResponse<String>> answers = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        mail.close();
    }

    private record Link(String id, String requestor, String state) {}

    private static String id(String kind, int number) {
        return kind + "000000-0000-4000-8000-%012d".formatted(number);
    }

    /** Everybody is connected with everybody else, or has asked them. */
    private static String world() {
        List<String> lines = new ArrayList<>();
        lines.add("{\"role\":{\"id\":\"" + ROLE + "\",\"name\":\"Player\",\"isLicensee\":false}}");
        for (int one = 1; one <= CONTACTS; one++) {
            lines.add("{\"contact\":{\"id\":\"" + id("c0", one) + "\",\"type\":\"REAL_PERSON\",\"fullName\":\"Mia\","
                    + "\"emailAddress\":\"" + one + "@example.org\"}}");
            lines.add("{\"contactRole\":{\"id\":\"" + id("c5", one) + "\",\"contact\":\"" + id("c0", one)
                    + "\",\"role\":\"" + ROLE + "\",\"start\":\"2026-01-01T00:00:00Z\"}}");
            for (int other = 1; other < one; other++) {
                boolean isRequest = (one + other) % 2 == 0;
                lines.add("{\"" + (isRequest ? "request" : "connection") + "\":{\"id\":\""
                        + id("cc", one * CONTACTS + other) + "\",\"requestor\":\"" + id("c5", one)
                        + "\",\"receiver\":\"" + id("c5", other) + "\",\"state\":\""
                        + (isRequest ? "PENDING" : "ACTIVE")
                        + "\",\"since\":\"2026-01-01T00:00:00Z\",\"lastSent\":\"2026-01-01T00:00:00Z\"}}");
            }
        }
        return String.join("\n", lines);
    }

    /** A server of this process, or where there is time for it, one of its own. */
    private record Listening(URI uri, Runnable end) implements AutoCloseable {

        @Override
        public void close() {
            end.run();
        }
    }

    private Listening server() throws Exception {
        Map<String, String> settings = Map.of(
                "port",
                "0",
                "requests.per.minute",
                "0",
                "database.url",
                address.url(),
                "database.user",
                address.user(),
                "mail.host",
                "localhost",
                "mail.port",
                "" + mail.port());
        if (SECONDS == 0) {
            PlatformServer server = PlatformServer.start(Settings.of(settings));
            return new Listening(server.uri(), server::close);
        }
        Path config = Files.write(
                folder.resolve("server.properties"),
                settings.entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue())
                        .toList());
        ServerProcess server = ServerProcess.start(config, Files.createTempFile(folder, "errors", ".txt"))
                .orElseThrow();
        return new Listening(server.address(), server::close);
    }

    private void awaitEmptyOutbox() throws Exception {
        try (Database database = Database.open(address)) {
            var outbox = new Outbox(database);
            for (int waits = 0; outbox.stock().waiting() > 0; waits++) {
                assertThat(waits).as("%s", outbox.stock()).isLessThan(3000);
                Thread.sleep(20);
            }
            assertThat(outbox.stock().dead()).isZero();
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), "");
    }

    private void ask(ServerClient client, Random random) {
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        try (Connection looking = connection()) {
            for (int asked = 0; asked < REQUESTS || System.nanoTime() < end; asked++) {
                answers.add(random.nextInt(3) == 0 ? invite(client, random) : change(client, looking, random));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> invite(ServerClient client, Random random) {
        String whom = random.nextBoolean() ? "" + (1 + random.nextInt(CONTACTS)) : "new" + random.nextInt(60);
        return client.post(
                "/api/contacts/" + id("c0", 1 + random.nextInt(CONTACTS)) + "/invite/contact",
                "{\"EmailAddress\":\"" + whom + "@example.org\",\"Roles\":[\"" + ROLE + "\"]}");
    }

    private static HttpResponse<String> change(ServerClient client, Connection looking, Random random)
            throws SQLException {
        Link link = link(looking);
        if (link.state().equals("PENDING") && random.nextBoolean()) {
            return client.post(
                    "/api/connectionrequests/" + link.id() + "/resend", "{\"ContactId\":\"" + link.requestor() + "\"}");
        }
        ContactType type = link.state().equals("ACTIVE") ? ContactType.REAL_PERSON : ContactType.VIRTUAL_PERSON;
        return client.post(
                "/api/connections/" + link.id() + (link.state().equals("ACTIVE") ? "/remove" : "/cancel"),
                "{\"ContactId\":\"" + link.requestor() + "\",\"ContactTypeId\":\"" + type.id() + "\",\"RoleId\":\""
                        + ROLE + "\"}");
    }

    private static Link link(Connection looking) throws SQLException {
        try (var statement = looking.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id, requestor_contact_id, state from connections" + " order by random() limit 1")) {
            row.next();
            return new Link(row.getString(1), row.getString(2), row.getString(3));
        }
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = connection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    @Test
    void keepTheirClientsFromMakingAnythingTwiceOrByHalves() throws Exception {
        try (Database database = Database.open(address)) {
            Import.of(world(), database);
            List<UUID> everybody = new ArrayList<>();
            for (int one = 1; one <= CONTACTS; one++) {
                everybody.add(UUID.fromString(id("c0", one)));
            }
            new ApiKeys(database).enter("key", "app", everybody);
        }
        try (Listening one = server();
                Listening other = server()) {
            List<Thread> threads = new ArrayList<>();
            for (int number = 0; number < CLIENTS; number++) {
                var client = new ServerClient((number % 2 == 0 ? one : other).uri(), "key");
                var random = new Random(seed + number);
                threads.add(new Thread(() -> ask(client, random)));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            awaitEmptyOutbox();
        }
        System.out.println(answers.size() + " answers, " + mail.copies() + " mails");

        assertThat(answers).as("seed %s", seed).hasSizeGreaterThanOrEqualTo(CLIENTS * REQUESTS);
        assertThat(answers)
                .as("seed %s", seed)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isLessThan(500))
                .anySatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(rows("select count(*) from connections where state in ('PENDING', 'IGNORED', 'ACTIVE')"
                        + " group by least(requestor_contact_id, receiver_contact_id),"
                        + " greatest(requestor_contact_id, receiver_contact_id), receiver_role_id having count(*) > 1"))
                .as("pairs that are connected twice")
                .isEmpty();
        assertThat(rows("select count(*) from contact_roles where end_date is null group by contact_id, role_id"
                        + " having count(*) > 1"))
                .as("roles that are had twice")
                .isEmpty();
        assertThat(rows("select id from contacts where type = 'VIRTUAL_PERSON' and id not in"
                        + " (select receiver_contact_id from connections)"))
                .as("newcomers whom nobody asked")
                .isEmpty();
        assertThat(mail.mails()).as("mails, of which there is one copy each").isEqualTo(mail.copies());
        assertThat(mail.addresses())
                .as("whom there is mail for")
                .containsExactlyInAnyOrderElementsOf(
                        rows("select email_address from contacts where type = 'VIRTUAL_PERSON'"));
    }

    @Test
    void haveOneLimitForEachClient() throws Exception {
        Settings settings = Settings.of(Map.of(
                "port",
                "0",
                "requests.per.minute",
                "40",
                "database.url",
                address.url(),
                "database.user",
                address.user(),
                "mail.folder",
                folder.toString()));
        try (Database database = Database.open(address)) {
            Import.of(world(), database);
            new ApiKeys(database).enter("key", "app", List.of(UUID.fromString(id("c0", 1))));
        }
        String links = "/api/contacts/" + id("c0", 1) + "/links";
        try (PlatformServer one = PlatformServer.start(settings);
                PlatformServer other = PlatformServer.start(settings)) {
            var there = new ServerClient(one.uri(), "key");
            for (int sent = 0; sent < 40; sent++) {
                assertThat(there.send("GET", links).statusCode()).isEqualTo(200);
            }

            var here = new ServerClient(other.uri(), "key");
            HttpResponse<String> answer = here.send("GET", links);
            for (int sent = 1; answer.statusCode() == 200; sent++) {
                assertThat(sent).as("requests that the other server lets in").isLessThan(40);
                Thread.sleep(200);
                answer = here.send("GET", links);
            }
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"client\";r=0;");
        }
    }
}
