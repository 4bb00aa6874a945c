package io.platformapi.mock.journal;

import java.util.concurrent.atomic.AtomicLong;

/** How much memory all journals of a mock may take together. Safe for many threads. */
public final class JournalRoom {

    private final long most;
    private final AtomicLong used = new AtomicLong();

    /** @param most in bytes, about */
    public JournalRoom(long most) {
        this.most = most;
    }

    void take(long bytes) {
        used.addAndGet(bytes);
    }

    void give(long bytes) {
        used.addAndGet(-bytes);
    }

    boolean isFull() {
        return used.get() > most;
    }
}
