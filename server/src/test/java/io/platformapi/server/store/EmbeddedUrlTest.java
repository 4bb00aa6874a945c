package io.platformapi.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an address may say, and what holds whatever it says. */
final class EmbeddedUrlTest {

    private static final String MAY_BE_SET = "AUTO_COMPACT_FILL_RATE, CACHE_SIZE, CACHE_TYPE, COMPRESS,"
            + " DEFAULT_LOCK_TIMEOUT, FORBID_CREATION, IFEXISTS, LOCK_TIMEOUT, MAX_COMPACT_TIME, MAX_MEMORY_ROWS,"
            + " MAX_OPERATION_MEMORY, PASSWORD, QUERY_TIMEOUT, TRACE_LEVEL_FILE, TRACE_LEVEL_SYSTEM_OUT,"
            + " TRACE_MAX_FILE_SIZE, USER";

    @TempDir
    private Path folder;

    private Database.Address data(String options) {
        return new Database.Address("jdbc:h2:" + folder.resolve("data") + options, "", "", 2);
    }

    private static Database.Address at(String url) {
        return new Database.Address(url, "", "", 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WRITE_DELAY=500",
                "write_delay=1",
                "RETENTION_TIME=0",
                "LOCK_MODE=0",
                "FILE_LOCK=NO",
                "FILE_LOCK=SOCKET",
                "DB_CLOSE_DELAY=-1",
                "ACCESS_MODE_DATA=r",
                "AUTO_SERVER=TRUE",
                "AUTOCOMMIT=FALSE",
                "CIPHER=AES",
                "CLUSTER=''",
                "DATABASE_EVENT_LISTENER='x.Y'",
                "DEFAULT_TABLE_ENGINE=x.Y",
                "DEFRAG_ALWAYS=TRUE",
                "EXCLUSIVE=1",
                "IGNORE_UNKNOWN_SETTINGS=TRUE",
                "INIT=SET WRITE_DELAY 500",
                "MV_STORE=FALSE",
                "OPEN_NEW=TRUE",
                "RECOVER=TRUE",
                "RECOVER_TEST=10",
                "REFERENTIAL_INTEGRITY=FALSE"
            })
    void refusesAnOptionThatGivesUpWhatIsPromised(String option) {
        Database.Address address = data(";PASSWORD=secret;" + option);
        String refusal = "with the option "
                + option.replaceFirst("=.*", "").toUpperCase(Locale.ROOT)
                + " it may lose what was acknowledged; leave it out (only " + MAY_BE_SET + " may be set)";

        assertThat(address.violations()).containsExactly(refusal);
        assertThatThrownBy(() -> Database.open(address))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessage("cannot open the database jdbc:h2:" + folder.resolve("data") + ": " + refusal);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp:",
                "ssl:",
                "zip:",
                "nio:",
                "nioMapped:",
                "async:",
                "split:",
                "split:20:",
                "memFS:",
                "memLZF:",
                "nioMemFS:",
                "nioMemLZF:",
                "retry:",
                "cache:",
                "rec:",
                "encrypt:",
                "classpath:",
                "MEM:",
                "file:memFS:"
            })
    void refusesWhateverIsNoPlainFile(String prefix) {
        assertThat(at("jdbc:h2:" + prefix + "/nowhere/data").violations())
                .containsExactly("a database over '" + prefix.replaceFirst("^file:|20:$", "")
                        + "' may lose what was acknowledged; write jdbc:h2: and the path of a file");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThat(at("jdbc:h2:nioMapped:./data;LOCK_MODE=0;INIT=x").violations())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:./data",
                "jdbc:h2:~/data",
                "jdbc:h2:file:./data",
                "jdbc:h2:C:/data",
                "jdbc:h2:./data;CACHE_SIZE=1000;user=sa;PASSWORD=x",
                "jdbc:h2:./data;WRITE_DELAY=0;LOCK_MODE=3;FILE_LOCK=fs;RETENTION_TIME=45000",
                "jdbc:h2:mem:x;LOCK_MODE=0;WRITE_DELAY=500",
                "jdbc:postgresql://localhost/platform"
            })
    void takesWhatDoesNoHarm(String url) {
        assertThat(at(url).violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";WRITE_DELAY=0", ";CACHE_SIZE=1000;LOCK_MODE=3"})
    void promisesWhateverTheAddressOrAnOlderServerHaveSet(String options) throws SQLException {
        try (Connection older = DriverManager.getConnection("jdbc:h2:" + folder.resolve("data"))) {
            older.createStatement().execute("set write_delay 3000");
            older.createStatement().execute("set retention_time 0");
            older.createStatement().execute("set lock_mode 0");
            older.createStatement().execute("set db_close_delay -1");
            older.createStatement().execute("shutdown");
        }
        try (Database database = Database.open(data(options))) {
            Map<String, String> settings = database.read(handle -> handle.createQuery(
                            "select setting_name, setting_value from information_schema.settings")
                    .reduceResultSet(new HashMap<>(), (all, row, context) -> {
                        all.put(row.getString(1), row.getString(2));
                        return all;
                    }));

            assertThat(settings)
                    .hasEntrySatisfying(
                            "WRITE_DELAY",
                            delay -> assertThat(delay)
                                    .as("0: written by the commit, -1: written before it is acknowledged")
                                    .isIn("0", "-1"))
                    .containsEntry("RETENTION_TIME", "45000")
                    .containsEntry("LOCK_MODE", "3")
                    .containsEntry("DB_CLOSE_DELAY", "0");
        }
    }

    @Test
    void tellsWhereThingsAreKept() {
        assertThat(data(";PASSWORD=secret").place()).isEqualTo("kept in " + folder.resolve("data.mv.db"));
        assertThat(Database.Address.inMemory().place()).isEqualTo("in memory; nothing is kept when the server stops");
        assertThat(at("jdbc:postgresql://localhost/platform?password=secret").place())
                .isEqualTo("kept in jdbc:postgresql://localhost/platform");
    }
}
