package io.platformapi.mock.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The last requests of a session, the newest last. Of more than there is room for the oldest go, and are counted. They
 * are kept as bytes, in a room that all journals of a mock share. Safe for many threads.
 */
public final class Journal {

    /** How many entries a journal has at most. */
    public static final int MOST = 1000;

    private static final int FIRST = 16;

    private final JournalRoom room;
    private final Map<Object, Runnable> waiting = new HashMap<>();

    /** Where the last entries stand, and how long they are, each by its number. */
    private long[] places = new long[FIRST];

    private int[] lengths = new int[FIRST];
    private int kept;
    private long total;
    private long beginnings;

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
        JournalWriter writer = room.writer();
        writer.write(numbered.apply(0)); // which has no number: where it stands tells
        write(writer.bytes(), writer.length()).forEach(Runnable::run);
    }

    /** Writes an entry down, and gives what is to be run because of it. */
    private synchronized List<Runnable> write(byte[] bytes, int length) {
        total++;
        if (kept == places.length && kept < MOST) {
            grow();
        }
        int slot = slot(total);
        places[slot] = room.write(bytes, length);
        lengths[slot] = length;
        kept = Math.min(kept + 1, Math.min(MOST, places.length));
        return awaited();
    }

    private int slot(long number) {
        return (int) (number % places.length);
    }

    private void grow() {
        long[] formerPlaces = places;
        int[] formerLengths = lengths;
        places = new long[Math.min(2 * kept, MOST)];
        lengths = new int[places.length];
        for (long number = total - kept; number < total; number++) {
            int former = (int) (number % formerPlaces.length);
            places[slot(number)] = formerPlaces[former];
            lengths[slot(number)] = formerLengths[former];
        }
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
        return after(0, MOST);
    }

    private List<JournalEntry> after(long number, int most) {
        List<JournalEntry> entries = new ArrayList<>();
        for (long next = Math.max(number, total - kept) + 1; next <= total && entries.size() < most; next++) {
            read(next).ifPresent(entries::add);
        }
        return List.copyOf(entries);
    }

    private Optional<JournalEntry> read(long number) {
        int slot = slot(number);
        return room.read(places[slot], lengths[slot]).map(bytes -> JournalReader.read(number, bytes));
    }

    /** How many there have been, those that went included. */
    public synchronized long total() {
        return total;
    }

    /** One of them; empty where there is none of the number, or no more. */
    public synchronized Optional<JournalEntry> entry(long number) {
        return number > total - kept && number <= total ? read(number) : Optional.empty();
    }

    /** Those that have come since a mark, the oldest first and no more than some; all of them after a new beginning. */
    public synchronized List<JournalEntry> since(Mark mark, int most) {
        return after(mark.beginning() == beginnings ? mark.number() : 0, most);
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
        kept = 0;
        total = 0;
        beginnings++;
        return awaited();
    }
}
