package io.platformapi.mock.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
    private long total;

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
    public synchronized void add(LongFunction<JournalEntry> numbered) {
        total++;
        JournalEntry entry = numbered.apply(total);
        Sized sized = new Sized(entry, entry.size());
        entries.addLast(sized);
        room.take(sized.bytes());
        while (entries.size() > MOST || entries.size() > 1 && room.isFull()) {
            room.give(entries.removeFirst().bytes());
        }
    }

    /** Those that are there still. */
    public synchronized List<JournalEntry> entries() {
        return entries.stream().map(Sized::entry).toList();
    }

    /** How many there have been, those that went included. */
    public synchronized long total() {
        return total;
    }

    /** Forgets all of them; the next is the first again. */
    public synchronized void clear() {
        entries.forEach(sized -> room.give(sized.bytes()));
        entries.clear();
        total = 0;
    }
}
