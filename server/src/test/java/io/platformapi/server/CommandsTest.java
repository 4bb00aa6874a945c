package io.platformapi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.server.store.Database;
import io.platformapi.server.store.Postgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands that change what is kept: while nothing else uses it, and while a server serves it. */
@ParameterizedClass
@EnumSource(CommandsTest.Place.class)
final class CommandsTest {

    private static final String NOBODY = "cfffffff-0000-4000-8000-000000000000";

    enum Place {
        FILE_AT_REST,
        FILE_THAT_IS_SERVED,
        POSTGRESQL_THAT_IS_SERVED
    }

    @TempDir
    private Path folder;

    @Parameter
    private Place place;

    private final List<String> database = new ArrayList<>();
    private final List<AutoCloseable> servers = new ArrayList<>();

    private record Ended(int status, String out, String err) {}

    private final List<UUID> dead = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        String url = "jdbc:h2:" + folder.resolve("data");
        String user = "";
        if (place == Place.POSTGRESQL_THAT_IS_SERVED) {
            var address = Postgres.running().newDatabase();
            url = address.url();
            user = address.user();
        }
        database.addAll(List.of("--database-url", url, "--database-user", user));
        try (Database given = Database.open(new Database.Address(url, user, "", 2))) {
            dead.add(DeadMail.enter(given, "jack@example.org", "the mail server will never\ntake it"));
            dead.add(DeadMail.enter(given, "mia@example.org", "nobody listens"));
        }
        if (place != Place.FILE_AT_REST) {
            String mail = folder.resolve("mail").toString();
            servers.add(PlatformServer.start(
                    Settings.of(Map.of("port", "0", "database.url", url, "database.user", user, "mail.folder", mail))));
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable server : servers) {
            server.close();
        }
    }

    private Ended command(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        List<String> all = new ArrayList<>(database);
        all.addAll(List.of(arguments));
        int status = ServerCommand.line(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        return new Ended(status, out.toString().strip(), err.toString().strip());
    }

    private String done(String... arguments) {
        Ended ended = command(arguments);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isZero();
        return ended.out();
    }

    private void refused(String problem, String... arguments) {
        assertThat(command(arguments)).isEqualTo(new Ended(2, "", "server: " + problem));
    }

    @Test
    void contactsAndRolesAreEntered() throws Exception {
        String role = done("role", "add", "Coach", "--licensee");
        String mia = done("contact", "add", "Mia", "--email", "mia@example.org", "--role", "Coach", "--role", role);
        Path file = folder.resolve("all.jsonl");

        assertThat(done("export", file.toString())).isEqualTo("4 given out");
        assertThat(Files.readAllLines(file))
                .contains(
                        "{\"role\":{\"id\":\"" + role + "\",\"name\":\"Coach\",\"isLicensee\":true}}",
                        "{\"contact\":{\"id\":\"" + mia + "\",\"type\":\"REAL_PERSON\",\"fullName\":\"Mia\","
                                + "\"emailAddress\":\"mia@example.org\"}}")
                .hasSize(4);
        assertThat(done("import", file.toString())).isEqualTo("4 taken in");
        refused("there is a role 'Coach' already: " + role, "role", "add", "Coach");
        refused("there is a contact " + mia + " already", "contact", "add", "Tom", "--id", mia);
        refused("there is no role 'Player'; role add makes one", "contact", "add", "Tom", "--role", "Player");
        refused(
                "contact.emailAddress: in the database this is the address of contact " + mia,
                "contact",
                "add",
                "Tom",
                "--email",
                "MIA@example.org");
        refused("contact.fullName: expected a text of 1 to 200 characters, received \"\"", "contact", "add", "");
    }

    @Test
    void keysAreMadeListedRotatedAndTakenBack() {
        String id = UUID.randomUUID().toString();
        String first = done("contact", "add", "Mia", "--id", id, "--key", "app");
        String second = done("key", "add", "app", "--for", id, "--expires", "P30D");
        String third = done("key", "rotate", "app", "--overlap", "PT1H");

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates().allMatch(key -> key.startsWith("pk_"));
        List<String> listed = done("key", "list").lines().toList();
        assertThat(listed).hasSize(4);
        assertThat(listed.get(0)).matches("KEY +MADE +EXPIRES +CONTACTS +CLIENT");
        assertThat(listed.get(3)).matches("[0-9a-f]{12}  \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ +never +1  app");
        done("key", "revoke", "app", "--key", listed.get(3).substring(0, 12));
        assertThat(done("key", "list").lines()).hasSize(3).noneMatch(line -> line.contains("never"));
        done("key", "revoke", "app");
        assertThat(done("key", "list").lines()).hasSize(1);
        refused("there is no client 'app' with a key", "key", "revoke", "app");
        refused("there is no client 'app' with the key 0", "key", "revoke", "app", "--key", "0");
        refused("there is no client 'app' with a key that lasts", "key", "rotate", "app");
    }

    @Test
    void aKeyByNameAloneTakesThePlaceOfAll() {
        String id = done("contact", "add", "Mia");
        done("key", "add", "app", "--for", id);
        done("key", "add", "app", "--for", id);

        assertThat(done("key", "app", "--for", id)).startsWith("pk_");
        assertThat(done("key", "list").lines()).hasSize(2);
        done("key", "app", "--revoke");
        assertThat(done("key", "list").lines()).hasSize(1);
    }

    @Test
    void namesContactsAndEndsOfKeysAreChecked() {
        String length = "the name of a client has to be 1 to 200 characters on one line, not ";
        refused(length + 201, "key", "x".repeat(201), "--for", NOBODY);
        refused(length + 0, "key", "add", "", "--for", NOBODY);
        refused(length + 3, "key", "add", "a\nb", "--for", NOBODY);
        refused(length + 2, "contact", "add", "Mia", "--key", "  ");
        refused("--for has ids of no contact: [" + NOBODY + "]", "key", "add", "x".repeat(200), "--for", NOBODY);
        refused(
                "--expires is '2020-01-01', which is past",
                "key",
                "add",
                "app",
                "--for",
                NOBODY,
                "--expires",
                "2020-01-01");
        refused(
                "--expires is 'soon'; it has to be a moment such as 2027-01-31T12:00:00Z, a day such as 2027-01-31 or"
                        + " a duration such as P90D",
                "key",
                "add",
                "app",
                "--for",
                NOBODY,
                "--expires",
                "soon");
        refused(
                "--overlap is '-PT1H'; it has to be a duration such as PT2H or P7D",
                "key",
                "rotate",
                "app",
                "--overlap=-PT1H");
        assertThat(command("key").err())
                .startsWith(
                        "server key: Expected add, list, revoke or rotate; or CLIENT and one of --for and --revoke");
        assertThat(command("key", "app").status()).isEqualTo(2);
        assertThat(command("key", "app", "--for", NOBODY, "--revoke").status()).isEqualTo(2);
    }

    @Test
    void mailThatWasGivenUpIsListedAndTriedAgainOrForgotten() {
        List<String> listed = done("mail", "list").lines().toList();
        assertThat(listed.get(0)).matches("MAIL {34}DECIDED {15}TRIES  TO: PROBLEM");
        assertThat(listed.get(1))
                .matches(dead.get(0)
                        + "  \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ      1"
                        + "  jack@example.org: the mail server will never take it");
        assertThat(listed.get(2)).startsWith(dead.get(1) + "  ").endsWith("  mia@example.org: nobody listens");
        assertThat(listed).hasSize(3);
        assertThat(done("mail", "list", "--most", "1").lines())
                .hasSize(3)
                .last()
                .isEqualTo("and 1 more");

        refused(
                "no such mail was given up: [" + NOBODY + "]; nothing is done",
                "mail",
                "drop",
                "" + dead.get(0),
                NOBODY);
        assertThat(done("mail", "drop", "" + dead.get(0))).isEqualTo("1 mail is forgotten");
        refused("no such mail was given up: [" + dead.get(0) + "]; nothing is done", "mail", "retry", "" + dead.get(0));
        assertThat(done("mail", "retry", "" + dead.get(1))).isEqualTo("1 mail is tried again");
        assertThat(done("mail", "list").lines()).hasSize(1);
        assertThat(done("mail", "retry", "--all")).isEqualTo("0 mails are tried again");
        assertThat(done("mail", "drop", "--all")).isEqualTo("0 mails are forgotten");
    }

    @Test
    void allMailThatWasGivenUpIsTriedAgainAtOnce() {
        assertThat(done("mail", "retry", "--all")).isEqualTo("2 mails are tried again");
        assertThat(done("mail", "list").lines()).hasSize(1);
        if (place != Place.FILE_AT_REST) {
            await(() -> Files.exists(folder.resolve("mail/" + dead.get(1) + ".eml")));
        }
    }

    @Test
    void mailThatIsMeantHasToBeNamed() {
        assertThat(command("mail", "retry").err())
                .isEqualTo(
                        "server mail retry: Expected the ids of mails, or --all for all of them (--help lists the options)");
        assertThat(command("mail", "drop", "--all", NOBODY).status()).isEqualTo(2);
        refused("--most is '0'; it has to be a whole number from 1 on", "mail", "list", "--most", "0");
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Test
    void whatIsWrongWithAFileIsToldByItsLines() throws Exception {
        Path file = Files.writeString(folder.resolve("wrong.jsonl"), "{}\n{\"role\":{}}\n");

        Ended ended = command("import", file.toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err().lines())
                .containsExactly(
                        "server: line 1: expected an object with one member, which is role, contact, contactRole,"
                                + " request or connection, and an object itself",
                        "server: line 2: role.id: expected a UUID, received nothing",
                        "server: line 2: role.name: expected a text of 1 to 200 characters, received nothing",
                        "server: line 2: role.isLicensee: expected true or false, received nothing");
        assertThat(command("import", "--progress", "missing.jsonl").err())
                .isEqualTo("server: cannot read "
                        + (place == Place.FILE_THAT_IS_SERVED
                                ? Path.of("missing.jsonl").toAbsolutePath()
                                : "missing.jsonl")
                        + ": there is no such file");
    }
}
