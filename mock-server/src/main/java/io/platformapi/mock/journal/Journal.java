package io.platformapi.mock.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The last requests of a session, the newest last. Of more than there is room for the oldest go, and are counted. Safe
 * for many threads.
 */
public final class Journal {

    /** How many entries a journal has at most. */
    public static final int MOST = 1000;

    private final JournalRoom room;
    private final Deque<Sized> entries = new ArrayDeque<>();
    private final Map<Object, Runnable> waiting = new HashMap<>();
    private long total;
    private long beginnings;

    private record Sized(JournalEntry entry, long bytes) {}

    /** A journal that shares its room with others. */
    public Journal(JournalRoom room) {
        this.room = room;
    }

    /**
     * Writes an entry down.
     *
     * @param numbered makes it, of its number
     */
    public void add(LongFunction<JournalEntry> numbered) {
        write(numbered).forEach(Runnable::run);
    }

    /** Writes an entry down, and gives what is to be run because of it. */
    private synchronized List<Runnable> write(LongFunction<JournalEntry> numbered) {
        total++;
        JournalEntry entry = numbered.apply(total);
        Sized sized = new Sized(entry, entry.size());
        entries.addLast(sized);
        room.take(sized.bytes());
        while (entries.size() > MOST || entries.size() > 1 && room.isFull()) {
            room.give(entries.removeFirst().bytes());
        }
        return awaited();
    }

    private List<Runnable> awaited() {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<Runnable> tasks = List.copyOf(waiting.values());
        waiting.clear();
        return tasks;
    }

    /** Those that are there still. */
    public synchronized List<JournalEntry> entries() {
        return entries.stream().map(Sized::entry).toList();
    }

    /** How many there have been, those that went included. */
    public synchronized long total() {
        return total;
    }

    /** One of them; empty where there is none of the number, or no more. */
    public synchronized Optional<JournalEntry> entry(long number) {
        return entries.stream()
                .map(Sized::entry)
                .filter(entry -> entry.number() == number)
                .findFirst();
    }

    /** Those that have come since a mark, the oldest first and no more than some; all of them after a new beginning. */
    public synchronized List<JournalEntry> since(Mark mark, int most) {
        long after = mark.beginning() == beginnings ? mark.number() : 0;
        return entries.stream()
                .map(Sized::entry)
                .filter(entry -> entry.number() > after)
                .limit(most)
                .toList();
    }

    /**
     * How far somebody has read.
     *
     * @param beginning how often the journal had begun anew
     * @param number the number of the last entry
     */
    public record Mark(long beginning, long number) {}

    /** The mark of somebody who has read as far as a number. */
    public synchronized Mark mark(long number) {
        return new Mark(beginnings, number);
    }

    /**
     * Runs something once, as soon as there is something that a mark does not know.
     *
     * @param reader who waits; for one only what it asked last is run
     */
    public void whenChanged(Object reader, Mark mark, Runnable task) {
        synchronized (this) {
            if (mark.equals(new Mark(beginnings, total))) {
                waiting.put(reader, task);
                return;
            }
        }
        task.run();
    }

    /** Runs nothing any more for a reader. */
    public synchronized void leave(Object reader) {
        waiting.remove(reader);
    }

    /** Forgets all of them; the next is the first again. */
    public void clear() {
        forget().forEach(Runnable::run);
    }

    private synchronized List<Runnable> forget() {
        entries.forEach(sized -> room.give(sized.bytes()));
        entries.clear();
        total = 0;
        beginnings++;
        return awaited();
    }
}
