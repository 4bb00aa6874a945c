package io.platformapi.mock.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last requests of a session, the newest last. Of more than there is room for the oldest go, and are counted. Safe
 * for many threads.
 */
public final class Journal {

    /** How many entries a journal has at most. */
    public static final int MOST = 1000;

    private final JournalRoom room;
    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private long total;

    /** A journal that shares its room with others. */
    public Journal(JournalRoom room) {
        this.room = room;
    }

    /** Writes an entry down, under the next number. */
    public synchronized void add(JournalEntry entry) {
        total++;
        JournalEntry numbered = entry.numbered(total);
        entries.addLast(numbered);
        room.take(numbered.size());
        while (entries.size() > MOST || entries.size() > 1 && room.isFull()) {
            room.give(entries.removeFirst().size());
        }
    }

    /** Those that are there still. */
    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    /** How many there have been, those that went included. */
    public synchronized long total() {
        return total;
    }

    /** Forgets all of them; the next is the first again. */
    public synchronized void clear() {
        entries.forEach(entry -> room.give(entry.size()));
        entries.clear();
        total = 0;
    }
}
