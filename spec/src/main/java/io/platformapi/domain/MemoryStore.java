package io.platformapi.domain;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A {@link Store} that keeps everything in memory and forgets it at the end: for the mock, and for tests without a
 * database.
 *
 * <p>Readers see the last complete state and wait for nobody. Writers take turns, each on a copy that takes the state's
 * place when its work is done, so that work which throws leaves no trace. A copy costs as much as there is to copy:
 * thousands of entries, not millions.
 */
public final class MemoryStore implements Store {

    private final Lock turn = new ReentrantLock();
    private volatile MemoryTransaction state = new MemoryTransaction();

    /** A store with nothing in it. */
    public MemoryStore() {}

    @Override
    public <T> T read(Function<? super Transaction, T> work) {
        return work.apply(state);
    }

    @Override
    public <T> T write(Function<? super Transaction, T> work) {
        turn.lock();
        try {
            MemoryTransaction copy = state.copy();
            T result = work.apply(copy);
            state = copy;
            return result;
        } finally {
            turn.unlock();
        }
    }
}
