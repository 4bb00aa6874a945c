package io.platformapi.server.admin;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is asked for at most once a second, for it costs something; not a number while nobody can tell it. Safe
 * for many threads.
 */
final class Recent<T> {

    private static final long TIME = Duration.ofSeconds(1).toNanos();

    private final Supplier<T> source;
    private @Nullable T value;
    private long asked;

    Recent(Supplier<T> source) {
        this.source = source;
    }

    /** A number of it. */
    synchronized double map(Function<T, ? extends Number> number) {
        long now = System.nanoTime();
        if (asked == 0 || now - asked > TIME) {
            asked = now;
            value = ask();
        }
        return value == null ? Double.NaN : number.apply(value).doubleValue();
    }

    private @Nullable T ask() {
        try {
            return source.get();
        } catch (RuntimeException e) {
            return null;
        }
    }
}
