package io.platformapi.server.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.domain.ExampleWorld;
import io.platformapi.server.Demo;
import io.platformapi.server.store.Database;
import io.platformapi.server.store.DatabaseKind;
import io.platformapi.server.store.JdbcStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Data on its way in and out, on each database. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
final class ImportTest {

    private static final String ROLE =
            "{\"role\":{\"id\":\"5e000001-0000-4000-8000-000000000001\",\"name\":\"Coach\"," + "\"isLicensee\":false}}";

    private final DatabaseKind kind;
    private final Database database;

    @TempDir
    private Path folder;

    ImportTest(DatabaseKind kind) {
        this.kind = kind;
        this.database = kind.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static String id(int number) {
        return "c0000000-0000-4000-8000-%012d".formatted(number);
    }

    private static String contact(int number, String more) {
        return "{\"contact\":{\"id\":\"" + id(number) + "\",\"type\":\"REAL_PERSON\",\"fullName\":\"Mia\"" + more
                + "}}";
    }

    private static String contactRole(int number, int contact) {
        return "{\"contactRole\":{\"id\":\"" + id(number) + "\",\"contact\":\"" + id(contact)
                + "\",\"role\":\"5e000001-0000-4000-8000-000000000001\",\"start\":\"2026-01-01T00:00:00Z\"}}";
    }

    private static String request(int number, int from, int to) {
        return "{\"request\":{\"id\":\"" + id(number) + "\",\"requestor\":\"" + id(from) + "\",\"receiver\":\"" + id(to)
                + "\",\"state\":\"PENDING\",\"since\":\"2026-01-01T00:00:00Z\",\"lastSent\":\"2026-01-01T00:00:00Z\"}}";
    }

    private int entered(String... lines) {
        return Import.of(String.join("\n", lines), database);
    }

    private void refused(String lines, String... mistakes) {
        assertThatThrownBy(() -> entered(lines))
                .isInstanceOf(UnusableData.class)
                .hasMessage(String.join("\n", mistakes));
    }

    private List<String> exported(Database from) throws IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".jsonl");
        Export.to(file, from);
        return Files.readAllLines(file);
    }

    @Test
    void theFileOfTheExamplesIsTheWorldThatTheDocumentTellsOf() throws IOException {
        ExampleWorld.enter(new JdbcStore(database));
        List<String> world = exported(database);
        if ("rewrite".equals(System.getProperty("golden"))) {
            Files.write(Path.of("src/main/resources/io/platformapi/server/example-world.jsonl"), world);
        }
        try (var file = Demo.class.getResourceAsStream("example-world.jsonl")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .isEqualTo(world);
        }
    }

    @Test
    void whatGoesOutComesInAgainInAnyOrderAndOverItself() throws IOException {
        ExampleWorld.enter(new JdbcStore(database));
        List<String> world = exported(database);
        List<String> shuffled = new ArrayList<>(world);
        Collections.shuffle(shuffled, new Random(10));
        DatabaseKind other = kind == DatabaseKind.H2 ? DatabaseKind.POSTGRESQL : DatabaseKind.H2;
        try (Database second = other.open()) {
            assertThat(Import.of(String.join("\n", shuffled), second)).isEqualTo(world.size());
            assertThat(exported(second)).isEqualTo(world);
            assertThat(Import.of(String.join("\r\n", world) + "\n\n", second)).isEqualTo(world.size());
            assertThat(exported(second)).isEqualTo(world);
        }
    }

    @Test
    void everyMistakeIsToldWithItsLineAndNothingIsWritten() throws IOException {
        refused(
                String.join(
                        "\n",
                        ROLE,
                        "{\"role\":{\"id\":\"5e000001\",\"isLicensee\":1,\"colour\":\"red\"}}",
                        "",
                        "{]",
                        "[]",
                        "{\"contact\":{\"id\":\"" + id(1) + "\",\"type\":\"PERSON\",\"fullName\":\"\","
                                + "\"emailAddress\":\"mia\",\"lastAsked\":\"2026-02-30T00:00:00Z\"}}",
                        "{\"role\":{\"id\":\"5e000001-0000-4000-8000-000000000002\",\"name\":\"x\\u0000\","
                                + "\"name\":\"y\",\"isLicensee\":true}}"),
                "line 2: role.id: expected a UUID, received \"5e000001\"",
                "line 2: role.name: expected a text of 1 to 200 characters, received nothing",
                "line 2: role.isLicensee: expected true or false, received 1",
                "line 2: role has no member 'colour'; it has id, name, isLicensee, imageUrl, imageThumbnailUrl, imageId",
                "line 4: is no JSON: Unexpected close marker ']': expected '}'",
                "line 5: expected an object with one member, which is role, contact, contactRole, request or"
                        + " connection, and an object itself",
                "line 6: contact.type: expected one of REAL_PERSON, VIRTUAL_PERSON, ORGANISATION, received \"PERSON\"",
                "line 6: contact.fullName: expected a text of 1 to 200 characters, received \"\"",
                "line 6: contact.emailAddress: expected an e-mail address of at most 254 characters or null, received"
                        + " \"mia\"",
                "line 6: contact.lastAsked: expected a moment such as 2026-11-30T12:00:00Z or null, received"
                        + " \"2026-02-30T00:00:00Z\"",
                "line 7: is no JSON: Duplicate field 'name'");
        assertThat(exported(database)).isEmpty();
    }

    @Test
    void whatLinesSayOfEachOtherAndOfTheDatabaseIsLookedAt() throws IOException {
        entered(ROLE, contact(1, ",\"emailAddress\":\"Mia@example.org\""), contactRole(11, 1));
        List<String> before = exported(database);

        refused(
                String.join(
                        "\n",
                        contact(2, ",\"emailAddress\":\"mia@EXAMPLE.org\",\"enteredBy\":\"" + id(9) + "\""),
                        contact(3, ",\"emailAddress\":\"tom@example.org\""),
                        contact(3, ",\"emailAddress\":\"Tom@example.org\""),
                        contactRole(11, 3),
                        contactRole(12, 8),
                        request(21, 11, 19)),
                "line 1: contact.enteredBy: there is no contact " + id(9) + ", neither here nor in the database",
                "line 1: contact.emailAddress: in the database this is the address of contact " + id(1),
                "line 3: contact.id: line 2 has this id, too",
                "line 3: contact.emailAddress: line 2 has this address, too",
                "line 4: contactRole.id: in the database this is another contact's, or another role",
                "line 5: contactRole.contact: there is no contact " + id(8) + ", neither here nor in the database",
                "line 6: request.receiver: there is no contactRole " + id(19) + ", neither here nor in the database");
        assertThat(exported(database)).isEqualTo(before);
    }

    @Test
    void linesMaySpeakOfWhatTheDatabaseHas() {
        entered(ROLE, contact(1, ""), contactRole(11, 1));

        assertThat(entered(request(21, 11, 12), contactRole(12, 2), contact(2, ",\"enteredBy\":\"" + id(1) + "\"")))
                .isEqualTo(3);
    }

    @Test
    void atMostTwentyMistakesAreTold() {
        assertThatThrownBy(() -> entered("x\n".repeat(23)))
                .isInstanceOf(UnusableData.class)
                .message()
                .endsWith("\nand 3 more")
                .hasLineCount(21);
    }

    @Test
    void aFileThatCannotBeReadOrWrittenIsSaidToBeSo() throws IOException {
        Path missing = folder.resolve("missing/file");
        assertThatThrownBy(() -> Import.of(missing, database, Progress.UNSEEN))
                .hasMessage("cannot read " + missing + ": there is no such file");
        assertThatThrownBy(() -> Export.to(missing, database))
                .hasMessage("cannot write " + missing + ": there is no such folder");
        Path latin = Files.write(folder.resolve("latin"), new byte[] {'\n', (byte) 0xe9, '\n'});
        assertThatThrownBy(() -> Import.of(latin, database, Progress.UNSEEN))
                .hasMessageStartingWith(latin + ", after line ")
                .hasMessageEndingWith(": this is no UTF-8");
    }

    @Test
    void aTerminalSeesHowFarItIs() throws IOException {
        var seen = new StringWriter();
        Path file = Files.writeString(folder.resolve("file"), ROLE + "\n" + contact(1, "") + "\n");

        Import.of(file, database, Progress.on(new PrintWriter(seen)));

        assertThat(seen.toString())
                .startsWith("\rlooking at all lines: ")
                .contains("\rlooking at all lines: 100 %\n\rwriting roles: ")
                .endsWith("\rwriting requests and connections: 100 %\n");
    }
}
