package io.platformapi.server.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.platformapi.server.store.ApiKeys;
import io.platformapi.server.store.Database;
import io.platformapi.server.store.JdbcStore;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full for a while. Left out where there is no {@code prlimit}, by which it is made full here. */
final class FullDiskTest {

    private static final int SPACE_LEFT = 200;

    @TempDir
    private Path folder;

    private final Ledger ledger = new Ledger();

    private Path config() throws Exception {
        return Files.write(
                folder.resolve("server.properties"),
                List.of("port = 0", "requests.per.minute = 0", "database.url = jdbc:h2:" + folder.resolve("data")));
    }

    private Client client() {
        var address = new Database.Address("jdbc:h2:" + folder.resolve("data"), "", "", 2);
        try (Database database = Database.open(address)) {
            List<Change> changes = new JdbcStore(database)
                    .<List<List<Change>>>write(transaction -> new Seeds(new Random(8), transaction).enter(1, 30))
                    .get(0);
            new ApiKeys(database)
                    .enter(
                            "key",
                            "app",
                            changes.stream().map(Change::contact).distinct().toList());
            return new Client("key", changes.iterator(), ledger);
        }
    }

    private static boolean has(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    @Test
    void refusesForAWhileLosesNothingAndRecoversByItself() throws Exception {
        assumeTrue(has("bash") && has("prlimit"), "this needs bash and prlimit");
        Client client = client();
        long kilobytes = Files.size(folder.resolve("data.mv.db")) / 1024 + SPACE_LEFT;
        try (ServerProcess server = ServerProcess.startOnSmallDisk(config(), folder.resolve("errors.txt"), kilobytes)
                .orElseThrow()) {
            int refused = 0;
            for (int asked = 0; refused < 10; asked++) {
                assertThat(asked).as("requests until the disk is full").isLessThan(500);
                HttpResponse<String> answer = client.askOnce(server.address());
                if (answer.statusCode() != 200) {
                    assertAway(answer);
                    refused++;
                }
            }
            server.growDisk();
            for (int tries = 0; client.askOnce(server.address()).statusCode() != 200; tries++) {
                assertThat(tries).as("refusals after the disk has grown").isLessThan(60);
                Thread.sleep(500);
            }
            for (int i = 0; i < 20; i++) {
                assertThat(client.askOnce(server.address()).statusCode()).isEqualTo(200);
            }
            server.kill();
        }
        Audit audit = Audit.of("jdbc:h2:" + folder.resolve("data"), delivered());

        assertThat(ledger.acknowledged()).hasSizeGreaterThan(20);
        assertThat(audit.lost(ledger)).isEmpty();
        assertThat(audit.halves(ledger)).isEmpty();
    }

    private Set<String> delivered() throws IOException {
        Set<String> addresses = new HashSet<>();
        try (DirectoryStream<Path> letters = Files.newDirectoryStream(folder.resolve("mail"), "*.eml")) {
            for (Path letter : letters) {
                Files.readAllLines(letter, StandardCharsets.US_ASCII).stream()
                        .filter(line -> line.startsWith("To: "))
                        .forEach(line -> addresses.add(line.substring("To: ".length())));
            }
        }
        return addresses;
    }

    private static void assertAway(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).contains("\"ErrorCode\":\"Unavailable\"");
    }
}
