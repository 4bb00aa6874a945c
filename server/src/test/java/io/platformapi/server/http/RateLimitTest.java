package io.platformapi.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.server.http.RateLimit.LetIn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests of a minute, whenever it begins. */
final class RateLimitTest {

    private static final Instant TURN = Instant.parse("2026-11-22T09:30:00Z");

    private Instant now = TURN.minusSeconds(1);
    private final RateLimit limit = new RateLimit(60, () -> now);

    private int taken(int sent) {
        int taken = 0;
        for (int i = 0; i < sent; i++) {
            taken += limit.count("amelia").pause().isEmpty() ? 1 : 0;
        }
        return taken;
    }

    @Test
    void allowsNoSecondBurstAtTheTurnOfTheClock() {
        assertThat(taken(100)).isEqualTo(60);

        now = TURN;
        assertThat(taken(100)).isZero();
        now = TURN.plusSeconds(30);
        assertThat(taken(100)).isEqualTo(30);
    }

    @Test
    void saysWhenThereIsRoomAndKeepsItsWord() {
        taken(60);
        Duration wait = limit.count("amelia").pause().orElseThrow();

        assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(61));
        now = now.plus(wait).plusMillis(5);
        assertThat(taken(1)).isEqualTo(1);
    }

    @Test
    void isEmptyAgainAfterTwoMinutesAndOneForEachClient() {
        assertThat(taken(60)).isEqualTo(60);
        assertThat(limit.count("liam").pause()).isEmpty();

        now = now.plusSeconds(120);
        assertThat(taken(100)).isEqualTo(60);
    }

    @Test
    void isFreeAMinuteAfterItsLastRequest() {
        taken(60);
        assertThat(limit.count("amelia").pause().orElseThrow()).isLessThanOrEqualTo(Duration.ofSeconds(60));

        now = now.plusSeconds(60);
        assertThat(taken(100)).isEqualTo(60);
    }

    @Test
    void beginsAnewIfTheClockIsSetBack() {
        taken(60);

        now = now.minusSeconds(3600);
        assertThat(taken(100)).isEqualTo(60);
    }

    @Test
    void tellsWhatIsLeft() {
        taken(9);

        assertThat(limit.count("amelia").fields().text("RateLimit")).isEqualTo("\"client\";r=50;t=0");
        taken(60);
        assertThat(limit.count("amelia").fields().text("RateLimit")).matches("\"client\";r=0;t=[1-9]\\d*");
    }

    @Test
    void countsWhatOtherServersHaveLetIn() {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        limit.hear(List.of(
                new LetIn("amelia", minute, 30), new LetIn("amelia", minute, 10), new LetIn("liam", minute, 60)));

        assertThat(taken(100)).isEqualTo(20);
        assertThat(limit.count("liam").pause()).isPresent();
        assertThat(limit.letIn()).containsExactly(new LetIn("amelia", minute, 20));
    }

    @Test
    void letsWhatOthersHaveLetInWeighLessAndLessInTheNextMinute() {
        limit.hear(List.of(new LetIn("amelia", TURN.minusSeconds(60), 60)));
        assertThat(taken(100)).isZero();

        now = TURN.plusSeconds(30);
        assertThat(taken(100)).isEqualTo(30);
        now = TURN.plusSeconds(60);
        assertThat(taken(100)).isEqualTo(30);
    }

    @Test
    void tellsWhatItHasLetInInThisMinuteAndTheOneBefore() {
        taken(3);
        now = TURN;
        taken(2);

        assertThat(limit.letIn())
                .containsExactly(new LetIn("amelia", TURN.minusSeconds(60), 3), new LetIn("amelia", TURN, 2));
        now = TURN.plusSeconds(200);
        assertThat(limit.letIn()).isEmpty();
    }
}
