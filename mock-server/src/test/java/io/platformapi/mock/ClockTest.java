package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class ClockTest {

    private final Queue<String> ran = new ConcurrentLinkedQueue<>();

    @Test
    void runsWhatWaitsWhenItIsClosedAndWhatComesLaterAtOnce() {
        Clock clock = new Clock();
        clock.run(() -> ran.add("waiting"), Duration.ofMinutes(5));
        assertThat(ran).isEmpty();

        clock.close();
        assertThat(ran).containsExactly("waiting");

        clock.run(() -> ran.add("late"), Duration.ofMinutes(5));
        clock.close();
        assertThat(ran).containsExactly("waiting", "late");
    }
}
