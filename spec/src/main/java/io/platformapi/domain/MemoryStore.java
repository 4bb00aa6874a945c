package io.platformapi.domain;

import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * A {@link Store} that keeps everything in memory and forgets it at the end: for the mock, and for tests without a
 * database.
 *
 * <p>Readers wait for nobody but a writer at work, writers take turns, and what a writer has done is taken back if its
 * work throws. All of it costs what is touched, not what there is.
 */
public final class MemoryStore implements Store {

    private final ReadWriteLock turns = new ReentrantReadWriteLock();
    private final MemoryTransaction state = new MemoryTransaction();

    private final Mail mail;

    /** A store with nothing in it, which sends no mail. */
    public MemoryStore() {
        this(unsent -> {});
    }

    /** A store with nothing in it, which sends mail once the work is kept that has decided it. */
    public MemoryStore(Mail mail) {
        this.mail = mail;
    }

    @Override
    public <T> T read(Function<? super Transaction, T> work) {
        turns.readLock().lock();
        try {
            return work.apply(state);
        } finally {
            turns.readLock().unlock();
        }
    }

    @Override
    public <T> T write(Function<? super Transaction, T> work) {
        List<InvitationMail> due;
        T result;
        turns.writeLock().lock();
        try {
            result = work.apply(state);
            due = state.keep();
        } finally {
            state.takeBack();
            turns.writeLock().unlock();
        }
        due.forEach(mail::send);
        return result;
    }
}
