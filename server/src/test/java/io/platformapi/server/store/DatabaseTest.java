package io.platformapi.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.domain.Unavailable;
import java.nio.file.Path;
import java.time.Duration;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {

    @TempDir
    private Path folder;

    private Database.Address file(String options) {
        return new Database.Address("jdbc:h2:" + folder.resolve("data") + options, "", "", 2);
    }

    @Test
    void keepsWhatWasThereWhenItIsOpenedAgain() {
        try (Database database = Database.open(file(""))) {
            database.write(handle ->
                    handle.execute("insert into roles (id, name, is_licensee) values (random_uuid(), 'Coach', false)"));
        }
        try (Database database = Database.open(file(""))) {
            assertThat(database.<String>read(handle -> handle.createQuery("select name from roles")
                            .mapTo(String.class)
                            .one()))
                    .isEqualTo("Coach");
        }
    }

    @Test
    void saysThatItIsAwayRatherThanThatSomethingFailed() {
        Database database = Database.open(Database.Address.inMemory());
        database.close();

        assertThatThrownBy(() -> database.read(handle -> handle.execute("select 1")))
                .isInstanceOfSatisfying(
                        Unavailable.class, away -> assertThat(away.retryAfter()).isEqualTo(Duration.ofSeconds(5)));
    }

    @Test
    void keepsWhatPeopleTellOutOfItsFailures() {
        try (Database database = Database.open(Database.Address.inMemory())) {
            assertThatThrownBy(() -> database.read(handle -> handle.createQuery("select * from nothing where x = :x")
                            .bind("x", "amelia.hart@example.com")
                            .mapToMap()
                            .list()))
                    .isInstanceOf(JdbiException.class)
                    .message()
                    .doesNotContain("amelia");
        }
    }

    @Test
    void tellsNothingSecretOfItsAddress() {
        assertThat(file(";USER=sa;PASSWORD=secret")).hasToString("jdbc:h2:" + folder.resolve("data"));
        assertThatThrownBy(() -> Database.open(file(";NO_SUCH_OPTION=1;PASSWORD=secret")))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessage("cannot open the database jdbc:h2:" + folder.resolve("data")
                        + ": Unsupported connection setting \"NO_SUCH_OPTION\" [90113-240]");
    }
}
