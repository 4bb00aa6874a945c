package io.platformapi.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.server.store.ClientRates.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What servers of one database tell each other of their clients. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
final class ClientRatesTest {

    private static final Instant MINUTE = Instant.parse("2026-11-30T13:00:00Z");
    private static final Instant NEXT = MINUTE.plus(Duration.ofMinutes(1));

    private final Database database;
    private final ClientRates one;
    private final ClientRates other;
    private final ClientRates third;

    ClientRatesTest(DatabaseKind kind) {
        database = kind.open();
        one = new ClientRates(database);
        other = new ClientRates(database);
        third = new ClientRates(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void hearsTheSumOfAllOthersAndNothingOfItsOwn() {
        one.exchange(List.of(new Rate("app", MINUTE, 3), new Rate("web", MINUTE, 1)), MINUTE);
        assertThat(other.exchange(List.of(new Rate("app", MINUTE, 2)), MINUTE))
                .containsExactlyInAnyOrder(new Rate("app", MINUTE, 3), new Rate("web", MINUTE, 1));

        assertThat(third.exchange(List.of(), MINUTE))
                .containsExactlyInAnyOrder(new Rate("app", MINUTE, 5), new Rate("web", MINUTE, 1));
        assertThat(one.exchange(List.of(), MINUTE)).containsExactly(new Rate("app", MINUTE, 2));
    }

    @Test
    void hearsTheLastNumberThatWasTold() {
        one.exchange(List.of(new Rate("app", MINUTE, 3)), MINUTE);
        one.exchange(List.of(new Rate("app", MINUTE, 4), new Rate("app", NEXT, 1)), MINUTE);
        one.exchange(List.of(new Rate("app", MINUTE, 4), new Rate("app", NEXT, 2)), MINUTE);

        assertThat(other.exchange(List.of(), MINUTE))
                .containsExactlyInAnyOrder(new Rate("app", MINUTE, 4), new Rate("app", NEXT, 2));
        assertThat(other.exchange(List.of(), NEXT)).containsExactly(new Rate("app", NEXT, 2));
    }

    @Test
    void forgetsWhatNobodyAsksForAnyMore() {
        one.exchange(List.of(new Rate("app", MINUTE, 3)), MINUTE);
        other.exchange(List.of(), MINUTE.plus(Duration.ofHours(1)));

        assertThat(other.exchange(List.of(), MINUTE)).isEmpty();
    }
}
