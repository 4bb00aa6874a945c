package io.platformapi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.domain.ExampleWorld;
import io.platformapi.server.store.ApiKeys;
import io.platformapi.server.store.Database;
import io.platformapi.server.store.JdbcStore;
import io.platformapi.server.store.Postgres;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that is stopped while clients ask, and started again. */
final class OutageTest {

    @TempDir
    private Path folder;

    private static final String AMELIA = "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";
    private static final String LINKS = "/api/contacts/" + AMELIA + "/links";
    private static final String INVITE = "/api/contacts/" + AMELIA + "/invite/contact";
    private static final String CLIENT = "5e000003-2b7f-4e19-8c64-0f9d7a3b5e18";
    private static final int CLIENTS = 4;

    private final Queue<HttpResponse<String>> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private volatile boolean isOver;

    private static Database.Address world(Postgres postgres) {
        Database.Address address = postgres.newDatabase();
        try (Database database = Database.open(address)) {
            ExampleWorld.enter(new JdbcStore(database));
            new ApiKeys(database).enter("key", "app", ExampleWorld.CALLER_ACTS_FOR);
        }
        return address;
    }

    private void ask(ServerClient client) {
        while (!isOver) {
            String address = UUID.randomUUID() + "@example.org";
            HttpResponse<String> answer =
                    client.post(INVITE, "{\"EmailAddress\":\"" + address + "\",\"Roles\":[\"" + CLIENT + "\"]}");
            answers.add(answer);
            if (answer.statusCode() == 200) {
                acknowledged.add(address);
            }
            answers.add(client.send("GET", LINKS));
        }
    }

    private void awaitAnswers(int status, int number) throws InterruptedException {
        long before = count(status);
        for (int tenths = 0; count(status) < before + number; tenths++) {
            assertThat(tenths)
                    .as("tenths of a second without %s answers %s", number, status)
                    .isLessThan(300);
            Thread.sleep(100);
        }
    }

    private long count(int status) {
        return answers.stream().filter(answer -> answer.statusCode() == status).count();
    }

    @Test
    void isToldBy503UntilItIsOverAndTakesNothingThatWasAcknowledged() throws Exception {
        Postgres postgres = Postgres.another();
        Database.Address address = world(postgres);
        Settings settings = Settings.of(Map.of(
                "port",
                "0",
                "requests.per.minute",
                "0",
                "database.url",
                address.url(),
                "database.user",
                address.user(),
                "mail.folder",
                folder.toString()));
        try (PlatformServer server = PlatformServer.start(settings)) {
            var client = new ServerClient(server.uri(), "key");
            List<Thread> threads = IntStream.range(0, CLIENTS)
                    .mapToObj(number -> new Thread(() -> ask(client)))
                    .toList();
            threads.forEach(Thread::start);
            awaitAnswers(200, 20);
            postgres.whileStopped("QUIT", () -> {
                awaitAnswers(503, 20);
                return null;
            });
            awaitAnswers(200, 20);
            isOver = true;
            for (Thread thread : threads) {
                thread.join();
            }
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 503));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 503)
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("Retry-After")).contains("5"));
        try (Database database = Database.open(address)) {
            var store = new JdbcStore(database);
            List<String> lost = new ArrayList<>(acknowledged);
            lost.removeIf(invited -> store.<Boolean>read(
                    transaction -> transaction.contactByEmailAddress(invited).isPresent()));
            assertThat(lost).isEmpty();
        }
    }
}
