package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.Pacing;
import io.platformapi.grizzly.Reply;
import io.platformapi.mock.journal.Direction;
import io.platformapi.mock.journal.Journal;
import io.platformapi.mock.journal.JournalEntry;
import io.platformapi.mock.journal.JournalJson;
import io.platformapi.mock.journal.JournalRoom;
import io.platformapi.mock.journal.Redaction;
import io.platformapi.mock.journal.Validity;
import io.platformapi.servicestack.ShippedContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a stream speaks: on a network and a clock that the test moves. */
final class JournalTurnsTest {

    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final Journal journal = new Journal(new JournalRoom(1 << 20));
    private final Network network = new Network();
    private final Hand clock = new Hand();

    /** Sends what it is given, and asks for the next turn then. */
    private static final class Network implements Reply {

        private final List<String> sent = new ArrayList<>();
        private Optional<Pacing> pacing = Optional.empty();

        @Override
        public void send(HttpResponse response, Wholeness wholeness, Pacing pieces) {
            pacing = Optional.of(pieces);
            next();
        }

        private void next() {
            pacing.orElseThrow().turns().accept(() -> {
                try {
                    sent.add(new String(
                            pacing.orElseThrow().source().orElseThrow().next().orElseThrow(), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                next();
            });
        }
    }

    /** A clock that runs its tasks when it is told that their time has come. */
    private static final class Hand implements Later {

        private record Task(Runnable task, Duration delay) {}

        private final List<Task> tasks = new ArrayList<>();
        private boolean over;

        @Override
        public void run(Runnable task, Duration delay) {
            tasks.add(new Task(task, delay));
        }

        @Override
        public boolean isOver() {
            return over;
        }

        /** Runs those that have waited so long. */
        void after(Duration time) {
            List<Task> due = tasks.stream()
                    .filter(each -> each.delay().compareTo(time) <= 0)
                    .toList();
            tasks.removeAll(due);
            due.forEach(each -> each.task().run());
        }
    }

    private void listen() {
        new JournalStream(() -> journal, new JournalJson(Redaction.of(ShippedContract.read())), 0)
                .send(HttpResponse.of(200, Headers.none()), network, clock);
    }

    private void ask(String target) {
        journal.add(number -> new JournalEntry(
                number,
                Instant.EPOCH,
                HttpRequest.of("GET", target, Headers.none()),
                HttpResponse.of(200, Headers.none()),
                Optional.empty(),
                () -> "why",
                Validity.VALID,
                List.of(),
                Duration.ZERO,
                Direction.RECEIVED));
    }

    private static String event(int number, String target) {
        return "id: " + number + "\ndata: {\"number\":" + number
                + ",\"at\":\"1970-01-01T00:00:00Z\",\"method\":\"GET\","
                + "\"target\":\"" + target + "\",\"outcome\":\"valid\",\"status\":200,\"why\":\"why\","
                + "\"milliseconds\":0.0,\"violations\":[]}\n\n";
    }

    @Test
    void whatComesWithinAMomentIsToldAtOnce() {
        listen();
        ask("/a");
        ask("/b");
        assertThat(network.sent).isEmpty();

        clock.after(Duration.ofMillis(100));

        assertThat(network.sent).containsExactly(event(1, "/a") + event(2, "/b"));
    }

    @Test
    void ofThousandsSomeAreToldAtATime() {
        for (int i = 0; i <= JournalStream.MOST; i++) {
            ask("/x");
        }
        listen();
        clock.after(Duration.ofMillis(100));
        assertThat(network.sent).hasSize(1);
        clock.after(Duration.ofMillis(100));

        assertThat(network.sent).hasSize(2).last().isEqualTo(event(JournalStream.MOST + 1, "/x"));
    }

    @Test
    void aSilenceIsBrokenByACommentAndLeavesNothingBehind() {
        listen();
        clock.after(SILENCE);
        clock.after(SILENCE);

        assertThat(network.sent).containsExactly(":\n\n", ":\n\n");
        assertThat(clock.tasks).hasSize(1);
        ask("/a");
        assertThat(clock.tasks)
                .as("one turn is waited for, not one of each silence")
                .hasSize(2);
    }

    @Test
    void aTurnThatHasComeIsNotTakenTwice() {
        listen();
        ask("/a");
        clock.after(Duration.ofMillis(100));
        clock.after(SILENCE); // of the turn before, and of this one

        assertThat(network.sent).containsExactly(event(1, "/a"), ":\n\n");
    }

    @Test
    void nothingGoesOnWhenTheMockEnds() {
        listen();
        clock.over = true;
        clock.after(SILENCE);

        assertThat(network.sent).isEmpty();
        assertThat(clock.tasks).isEmpty();
    }
}
