package io.platformapi.contract.source;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What others have worked out from something that does not change, kept with it: one value a kind. Threads that ask at
 * once may each work it out; all get the same. Takes next to no memory while nothing is kept.
 */
public final class Kept {

    private volatile @Nullable Entry newest;

    private record Entry(
            Class<?> kind, Object value, @Nullable Entry before) {}

    /**
     * The value of a kind.
     *
     * @param work makes it
     */
    public <T> T of(Class<T> kind, Supplier<T> work) {
        T known = known(kind);
        return known == null ? keep(kind, work.get()) : known;
    }

    private <T> @Nullable T known(Class<T> kind) {
        for (Entry entry = newest; entry != null; entry = entry.before()) {
            if (entry.kind() == kind) {
                return kind.cast(entry.value());
            }
        }
        return null;
    }

    private synchronized <T> T keep(Class<T> kind, T value) {
        T known = known(kind);
        if (known == null) {
            newest = new Entry(kind, value, newest);
            return value;
        }
        return known;
    }
}
