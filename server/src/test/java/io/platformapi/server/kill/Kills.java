package io.platformapi.server.kill;

import io.platformapi.server.Settings;
import io.platformapi.server.mail.Letterbox;
import io.platformapi.server.mail.Pace;
import io.platformapi.server.mail.Relay;
import io.platformapi.server.store.ApiKeys;
import io.platformapi.server.store.Database;
import io.platformapi.server.store.JdbcStore;
import io.platformapi.server.store.Outbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Servers on one database, one after the other, each killed at a random moment while clients ask it for changes, some
 * of them while they are stopping.
 *
 * <p>After each kill, in this order: the database, or a copy of its file, is read, and what was acknowledged but is not
 * there is lost; sometimes the {@code key} command opens and closes it; the next server starts on it.
 */
final class Kills {

    private static final int CLIENTS = 12;
    private static final int CONTACTS_EACH = 12;
    private static final int LONGEST_LIFE = 4000;
    private static final int LONGEST_STOP = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final Database.Address address;
    private final Path config;
    private final Random random;
    private final Ledger ledger = new Ledger();
    private final List<Client> clients = new ArrayList<>();
    private final UUID keyHolder;

    private final Letterbox mail;

    private Kills(Path folder, Database.Address address, Random random, Letterbox mail) throws IOException {
        this.mail = mail;
        this.folder = folder;
        this.address = address;
        this.random = random;
        this.config = Files.write(
                folder.resolve("server.properties"),
                List.of(
                        "port = 0",
                        "requests.per.minute = 0",
                        "database.url = " + address.url(),
                        "database.user = " + address.user(),
                        "mail.host = localhost",
                        "mail.port = " + mail.port()));
        this.keyHolder = seed();
    }

    /**
     * What came of it.
     *
     * @param kills how many servers were killed
     * @param acknowledged how many changes clients were told to be made
     * @param lost those of them that were not there after a kill
     * @param halves changes that were neither whole nor absent
     * @param mails mail that was not sent in the end, or not as one
     * @param refusals what servers and key commands said that could not open the database, and answers that were
     *     refusals
     */
    record Report(
            int kills,
            int acknowledged,
            List<Change> lost,
            List<String> halves,
            List<String> mails,
            List<String> refusals) {

        static final Report NOTHING = new Report(0, 0, List.of(), List.of(), List.of(), List.of());

        Report and(Report more) {
            return new Report(
                    kills + more.kills,
                    acknowledged + more.acknowledged,
                    Stream.concat(lost.stream(), more.lost.stream()).toList(),
                    Stream.concat(halves.stream(), more.halves.stream()).toList(),
                    Stream.concat(mails.stream(), more.mails.stream()).toList(),
                    Stream.concat(refusals.stream(), more.refusals.stream()).toList());
        }

        boolean isClean() {
            return lost.isEmpty() && halves.isEmpty() && mails.isEmpty() && refusals.isEmpty();
        }

        @Override
        public String toString() {
            return kills + " kills, " + acknowledged + " changes acknowledged, " + lost.size() + " lost, "
                    + halves.size() + " half made, " + mails.size() + " mails missing or several, " + refusals.size()
                    + " refusals"
                    + refusals.stream().distinct().limit(3).map("\n  "::concat).reduce("", String::concat)
                    + lost.stream().limit(3).map(change -> "\n  lost " + change).reduce("", String::concat)
                    + Stream.concat(
                                    halves.stream().distinct().limit(3),
                                    mails.stream().limit(3))
                            .map("\n  "::concat)
                            .reduce("", String::concat);
        }
    }

    /** Kills so many servers on one database, or fewer if something goes wrong: what is wrong once stays so. */
    static Report of(int kills, Path folder, Database.Address address, Random random) throws Exception {
        try (var mail = new Letterbox()) {
            var servers = new Kills(folder, address, random, mail);
            int done = 0;
            Report report = Report.NOTHING;
            while (done < kills && report.isClean()) {
                done++;
                report = servers.kill(done % 3 == 1);
            }
            return servers.total(done, report);
        }
    }

    private Report total(int done, Report last) throws Exception {
        List<String> mails = last.isClean() ? mailsInTheEnd() : List.of();
        System.out.println(
                mail.copies() + " mails delivered to " + mail.addresses().size() + " addresses");
        return new Report(
                done,
                ledger.acknowledged().size(),
                last.lost(),
                last.halves(),
                mails,
                Stream.concat(last.refusals().stream(), ledger.refusals().stream())
                        .toList());
    }

    /**
     * Lets the mail go out that the last servers left, without the wait for those who had taken it, and looks at all.
     */
    private List<String> mailsInTheEnd() throws Exception {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute("update outbox set due = decided");
        }
        List<String> problems = new ArrayList<>();
        try (Database database = Database.open(address)) {
            var outbox = new Outbox(database);
            Settings settings = Settings.of(Map.of("mail.host", "localhost", "mail.port", "" + mail.port()));
            try (Relay relay = Relay.start(outbox, settings.mail().delivery(address), Pace.USUAL)) {
                for (long end = System.nanoTime() + PATIENCE.toNanos();
                        outbox.stock().waiting() > 0; ) {
                    if (System.nanoTime() > end) {
                        problems.add(outbox.stock() + " after " + PATIENCE + ", " + relay.sent() + " sent");
                        break;
                    }
                    Thread.sleep(20);
                }
            }
            if (outbox.stock().dead() > 0) {
                problems.add(outbox.stock() + ": none is to be given up");
            }
        }
        mail.addressesOfSeveral().forEach(address -> problems.add("several Message-IDs for " + address));
        problems.addAll(
                audited().lost().stream().map(change -> "no mail for " + change).toList());
        return problems;
    }

    private UUID seed() {
        try (Database database = Database.open(address)) {
            List<List<Change>> changes = new JdbcStore(database)
                    .write(transaction -> new Seeds(random, transaction).enter(CLIENTS, CONTACTS_EACH));
            var keys = new ApiKeys(database);
            for (List<Change> own : changes) {
                String name = "client-" + clients.size();
                keys.enter(
                        name, name, own.stream().map(Change::contact).distinct().toList());
                clients.add(new Client(name, own.iterator(), ledger));
            }
            return changes.get(0).get(0).contact();
        }
    }

    private Report kill(boolean keyInBetween) throws Exception {
        Path errors = folder.resolve("errors.txt");
        Optional<ServerProcess> started = ServerProcess.start(config, errors);
        if (started.isEmpty()) {
            return refused(Files.readString(errors));
        }
        try (ServerProcess server = started.get()) {
            List<Thread> threads = clients.stream()
                    .map(client -> new Thread(() -> client.ask(server.address())))
                    .toList();
            threads.forEach(Thread::start);
            ledger.awaitNext(PATIENCE);
            Thread.sleep(random.nextInt(LONGEST_LIFE));
            if (random.nextInt(4) == 0) {
                server.stop();
                Thread.sleep(random.nextInt(LONGEST_STOP));
            }
            server.kill();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        Report audited = audited();
        if (keyInBetween) {
            var key = ServerProcess.run(
                    folder, "--config", config.toString(), "key", "in between", "--for", keyHolder.toString());
            return key.status() == 0 ? audited : audited.and(refused("key: " + key.err()));
        }
        return audited;
    }

    private static Report refused(String errors) {
        return new Report(0, 0, List.of(), List.of(), List.of(), List.of(errors.strip()));
    }

    private Report audited() throws IOException {
        String url = address.url() + "?user=" + address.user();
        if (address.file().isPresent()) {
            Path copy = folder.resolve("copy.mv.db");
            Files.deleteIfExists(copy);
            Files.copy(address.file().get(), copy);
            url = "jdbc:h2:" + folder.resolve("copy");
        }
        try {
            Audit audit = Audit.of(url, mail.addresses());
            return new Report(0, 0, audit.lost(ledger), audit.halves(ledger), List.of(), List.of());
        } catch (SQLException e) {
            return new Report(0, 0, List.copyOf(ledger.acknowledged()), List.of(), List.of(), List.of(e.getMessage()));
        }
    }
}
