package io.platformapi.mock;

import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.Reply;
import io.platformapi.mock.journal.Journal;
import io.platformapi.mock.journal.JournalEntry;
import io.platformapi.mock.journal.JournalJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A session's journal as an event stream that goes on: what there is, then what comes, several at a time where many
 * come; {@code cleared} where it begins anew. For one reader.
 */
final class JournalStream {

    /** How many entries come at a time. */
    static final int MOST = 200;

    /** What a reader hears where nothing happens; it is how the mock hears that the reader has gone. */
    private static final String NOTHING = ":\n\n";

    private static final String CLEARED = "event: cleared\ndata: {}\n\n";
    private static final Duration SILENCE = Duration.ofSeconds(15);

    /** Many requests come at once, and are told at once. */
    private static final Duration GATHERING = Duration.ofMillis(30);

    private final Supplier<Journal> journal;
    private final JournalJson json;
    private Journal read;
    private Journal.Mark mark;

    /**
     * A stream of what has come after a number.
     *
     * @param journal gives the session's journal, which is another when the session was ended
     */
    JournalStream(Supplier<Journal> journal, JournalJson json, long after) {
        this.journal = journal;
        this.json = json;
        this.read = journal.get();
        this.mark = read.mark(Math.min(after, read.total()));
    }

    /** Sends all of it, for as long as the reader stays. */
    void send(HttpResponse head, Reply answer, Later later) {
        answer.stream(head, task -> await(task, later), () -> Optional.of(next()));
    }

    private void await(Runnable task, Later later) {
        AtomicBoolean done = new AtomicBoolean();
        Runnable once = () -> {
            if (!done.getAndSet(true)) {
                task.run();
            }
        };
        Journal current = journal();
        inTime(later, SILENCE, () -> {
            if (!done.get()) {
                current.leave(this);
            }
            once.run();
        });
        current.whenChanged(this, seen(), () -> inTime(later, GATHERING, once));
    }

    /** Runs a task later, and not at all when the mock ends: it would go on for ever. */
    private static void inTime(Later later, Duration delay, Runnable task) {
        later.run(
                () -> {
                    if (!later.isOver()) {
                        task.run();
                    }
                },
                delay);
    }

    private synchronized Journal journal() {
        return read;
    }

    private synchronized Journal.Mark seen() {
        return mark;
    }

    /** What has come. */
    synchronized byte[] next() {
        Journal current = journal.get();
        boolean anew = current != read || current.mark(0).beginning() != mark.beginning();
        if (anew) {
            read = current;
            mark = current.mark(0);
        }
        List<JournalEntry> entries = current.since(mark, MOST);
        StringBuilder text = new StringBuilder(anew ? CLEARED : "");
        for (JournalEntry entry : entries) {
            text.append("id: ")
                    .append(entry.number())
                    .append("\ndata: ")
                    .append(json.line(entry))
                    .append("\n\n");
            mark = new Journal.Mark(mark.beginning(), entry.number());
        }
        return (text.isEmpty() ? NOTHING : text.toString()).getBytes(StandardCharsets.UTF_8);
    }
}
