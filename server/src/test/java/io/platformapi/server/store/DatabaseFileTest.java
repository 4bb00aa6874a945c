package io.platformapi.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files as a server may find them. None of them is opened if anything acknowledged is missing from it. */
final class DatabaseFileTest {

    private static final int COMMITS = 60;

    @TempDir
    private Path folder;

    private Path file;
    private Path mark;

    @BeforeEach
    void name() {
        file = folder.resolve("data.mv.db");
        mark = folder.resolve("data.mv.db.acknowledged");
    }

    private Database.Address address() {
        return new Database.Address("jdbc:h2:" + folder.resolve("data"), "", "", 2);
    }

    private enum End {
        STOPPED,
        KILLED
    }

    /** A file with sixty acknowledged commits, of a server that ended in this way. */
    private void make(End end) throws IOException {
        Path kept = folder.resolve("kept");
        try (Database database = Database.open(address())) {
            for (int i = 0; i < COMMITS; i++) {
                enterRole(database, i);
            }
            Files.copy(file, kept);
        }
        if (end == End.KILLED) { // as it lay there before it was closed
            Files.move(kept, file, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(kept);
        }
    }

    private static void enterRole(Database database, int number) {
        database.write(handle -> handle.execute(
                "insert into roles (id, name, is_licensee) values (random_uuid(), ?, false)",
                "role ".repeat(30) + number));
    }

    private long roles() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("data"))) {
            ResultSet roles = connection.createStatement().executeQuery("select name from roles");
            long count = 0;
            while (roles.next()) {
                count++;
            }
            return count;
        }
    }

    private void assertRefused(String problem) {
        assertThatThrownBy(() -> Database.open(address()))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessage("cannot open the database jdbc:h2:" + folder.resolve("data") + ": " + problem);
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void opensAFileThatIsWhole(End end) throws Exception {
        make(end);

        Database.open(address()).close();
        assertThat(roles()).isEqualTo(COMMITS);
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void opensNoCutFileThatLacksSomethingAcknowledged(End end) throws Exception {
        make(end);
        byte[] whole = Files.readAllBytes(file);
        int opened = 0;
        for (int length = whole.length;
                length >= 0;
                length -= length % 4096 == 0 ? 1 : length % 4096 == 4095 ? 1500 : length % 4096) {
            Files.write(file, Arrays.copyOf(whole, length));
            try {
                DatabaseFile.check(file);
            } catch (UnusableDatabase refused) {
                continue;
            }
            assertThat(roles())
                    .as("of a file cut from %d to %d bytes", whole.length, length)
                    .isEqualTo(COMMITS);
            opened++;
        }
        assertThat(opened).as("lengths at which nothing is missing").isPositive();
    }

    @Test
    void opensNoFileWithoutAMarkThatIsShorterThanItSays() throws Exception {
        make(End.STOPPED);
        Files.delete(mark);
        byte[] whole = Files.readAllBytes(file);
        int refused = 0;
        for (int length = whole.length - 4096; length > 0; length -= 4096) {
            Files.write(file, Arrays.copyOf(whole, length));
            try {
                DatabaseFile.check(file);
                assertThat(roles()).as("of a file cut to %d bytes", length).isEqualTo(COMMITS);
            } catch (UnusableDatabase damaged) {
                assertThat(damaged.getMessage())
                        .matches(".* is (cut: it lacks parts that it speaks of|damaged: .*)"
                                + "; put a backup in its place");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void startsOnNoEmptyFile() throws Exception {
        Files.createFile(file);

        assertRefused(file + " is empty, which no database is; put a backup in its place, or delete it if nothing was"
                + " ever kept in it");
        assertThat(file).isEmptyFile();
    }

    @Test
    void startsOnNoFolder() throws Exception {
        Files.createDirectory(file);

        assertRefused(file + " is no file that this server may read and write");
    }

    @Test
    void startsOnNoFileOfSomethingElse() throws Exception {
        Files.writeString(file, "not a database ".repeat(2000));

        assertRefused(
                file + " is damaged: Store header is corrupt: " + file + " [2.4.240/6]; put a backup in its place");
    }

    @Test
    void opensNoFileWhoseHeadIsGarbled() throws Exception {
        make(End.STOPPED);
        try (var garbled = new RandomAccessFile(file.toFile(), "rw")) {
            garbled.write(new byte[8192]);
        }

        assertRefused(
                file + " is damaged: Store header is corrupt: " + file + " [2.4.240/6]; put a backup in its place");
    }

    @Test
    void saysThatAnotherVersionOfH2HasWrittenTheFile() throws Exception {
        String head = "H:2,block:2,blockSize:1000,chunk:1,created:1a228be743f,format:9,version:1";
        byte[] bytes = head.getBytes(StandardCharsets.US_ASCII);
        String sum = Integer.toHexString(DataUtils.getFletcher32(bytes, 0, bytes.length));
        byte[] block = Arrays.copyOf((head + ",fletcher:" + sum + "\n").getBytes(StandardCharsets.US_ASCII), 4096);
        Files.write(file, block);
        Files.write(file, block, StandardOpenOption.APPEND);

        assertRefused(file + " was written by a version of H2 that this server cannot read (The read format 9 is larger"
                + " than the supported format 3 [2.4.240/5]); carry it over with the jar of the server that wrote it, as"
                + " the guide to the server says");
    }

    @Test
    void makesNoNewFileInThePlaceOfALostOne() throws Exception {
        make(End.STOPPED);
        Files.delete(file);

        assertRefused(
                file + " is gone, though data.mv.db.acknowledged beside it says that something was kept in it; put"
                        + " it back, or delete the latter to start with nothing");
        assertThat(file).doesNotExist();
    }

    @Test
    void opensABackupOnlyIfToldTo() throws Exception {
        try (Database database = Database.open(address())) {
            enterRole(database, 0);
        }
        byte[] backup = Files.readAllBytes(file);
        try (Database database = Database.open(address())) {
            enterRole(database, 1);
        }
        Files.write(file, backup);

        assertRefused(
                file + " is older than what was acknowledged: it was cut, or is a backup; put the newest whole copy"
                        + " in its place, or delete data.mv.db.acknowledged beside it to go on with what this one has");
        Files.delete(mark);
        Database.open(address()).close();
        assertThat(roles()).isEqualTo(1);
    }

    @Test
    void opensNoFileInThePlaceOfAnother() throws Exception {
        make(End.STOPPED);
        Files.delete(file);
        byte[] line = Files.readAllBytes(mark);
        Files.delete(mark);
        make(End.STOPPED);
        Files.write(mark, line);

        assertRefused(file + " is not the file that data.mv.db.acknowledged beside it belongs to; put that one back, or"
                + " delete the latter to go on with this one");
    }

    @Test
    void passesOverNoMarkThatCannotBeRead() throws Exception {
        make(End.STOPPED);
        Files.writeString(mark, "", StandardCharsets.US_ASCII);

        assertRefused(
                mark + " does not say what was acknowledged of data.mv.db: something else has written it; put both"
                        + " back from a backup, or delete it to go on with what the database has");
    }

    @Test
    void saysThatSomebodyElseHasTheFileOpen() {
        try (Database first = Database.open(address())) {
            assertRefused(
                    file + " is open already: another server uses it, or one of its commands; stop that one first, or"
                            + " give this one a database of its own");
            enterRole(first, 0);
        }
    }
}
