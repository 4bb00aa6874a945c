package io.platformapi.contract.source;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is worked out when it is first asked for, and then kept. Whichever thread asks sees all of it. Threads
 * that ask at once may each work it out; nobody waits for another.
 */
public final class Lazy<T> {

    private final Supplier<T> work;
    private volatile @Nullable T value;

    /** @param work works out the value, the same whenever it is asked */
    public Lazy(Supplier<T> work) {
        this.work = work;
    }

    public T get() {
        T known = value;
        if (known == null) {
            known = work.get();
            value = known;
        }
        return known;
    }
}
