package io.platformapi.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.domain.Authentication.Client;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Keys that were looked up a moment ago are known as long as they are sure to be good. */
final class KnownKeysTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Client MIA = new Client("mia", contact -> true);

    private final KnownKeys known = new KnownKeys(Duration.ofSeconds(2));

    @Test
    void areKnownUntilTheyAreTooOld() {
        known.keep("hash", MIA, null, NOON, known.changes());

        assertThat(known.client("hash", NOON.plusMillis(1999))).contains(MIA);
        assertThat(known.client("other", NOON)).isEmpty();
        assertThat(known.client("hash", NOON.plusSeconds(2))).isEmpty();
        assertThat(known.client("hash", NOON.minusSeconds(1))).isEmpty(); // a clock that is set back tells no age
    }

    @Test
    void areNotKnownAnyMoreFromWhenTheyEnd() {
        known.keep("hash", MIA, NOON.plusSeconds(1), NOON, known.changes());

        assertThat(known.client("hash", NOON.plusMillis(999))).contains(MIA);
        assertThat(known.client("hash", NOON.plusSeconds(1))).isEmpty();
    }

    @Test
    void areForgottenOnceKeysChange() {
        known.keep("hash", MIA, null, NOON, known.changes());
        known.change();

        assertThat(known.client("hash", NOON)).isEmpty();
    }

    @Test
    void areNotKnownIfTheyChangedWhileTheyWereLookedUp() {
        long before = known.changes();
        known.change();
        known.keep("hash", MIA, null, NOON, before);

        assertThat(known.client("hash", NOON)).isEmpty();
    }
}
