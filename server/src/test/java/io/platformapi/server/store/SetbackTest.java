package io.platformapi.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.domain.Unavailable;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of work that a database ends, by the SQLState that it gives. */
final class SetbackTest {

    private static JdbiException failure(String state) {
        return new JdbiException("failed", new SQLException("failed", state)) {
            private static final long serialVersionUID = 1L;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "40001, LOST_RACE",
        "40P01, LOST_RACE",
        "23505, LOST_RACE",
        "HYT00, LOST_RACE",
        "08003, BROKEN_CONNECTION",
        "08006, BROKEN_CONNECTION",
        "57P01, BROKEN_CONNECTION",
        "57P03, BROKEN_CONNECTION",
        "40003, BROKEN_CONNECTION",
        "53100, AWAY",
        "53300, AWAY",
        "57014, FAULT",
        "22001, FAULT",
        ", FAULT"
    })
    void isToldByTheState(String state, Setback setback) {
        assertThat(Setback.of(failure(state))).isEqualTo(setback);
    }

    @ParameterizedTest
    @CsvSource({
        "40001, lost every race for the same rows, 5",
        "08006, every connection to the database broke, 5",
        "53300, no connection to the database, 1"
    })
    void isTriedAgainABoundedNumberOfTimesAndThenSaidToBeAway(String state, String message, int times) {
        var tries = new AtomicInteger();
        try (Database database = Database.open(Database.Address.inMemory())) {
            assertThatThrownBy(() -> database.write(handle -> {
                        tries.incrementAndGet();
                        throw failure(state);
                    }))
                    .isInstanceOf(Unavailable.class)
                    .hasMessage(message);
        }
        assertThat(tries).hasValue(times);
    }

    @Test
    void isNothingThatClientsNoticeWhereARepeatSucceeds() {
        var tries = new AtomicInteger();
        try (Database database = Database.open(Database.Address.inMemory())) {
            assertThat(database.<Integer>write(handle -> {
                        if (tries.incrementAndGet() < 3) {
                            throw failure("57P01");
                        }
                        return tries.get();
                    }))
                    .isEqualTo(3);
        }
    }
}
