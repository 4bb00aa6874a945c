package io.platformapi.server.http;

import io.platformapi.domain.Page;
import io.platformapi.domain.Sequel;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What follows the answer that this thread makes: resources are made once and tell it, whoever writes the answer takes
 * it.
 */
public final class CurrentSequel implements Sequel {

    private final ThreadLocal<@Nullable Told> told = new ThreadLocal<>();
    private final ThreadLocal<@Nullable LongBody> body = new ThreadLocal<>();

    /**
     * What a resource has told.
     *
     * @param list the member of the answer that goes on
     * @param next gives the page after the first
     */
    record Told(String list, Supplier<? extends Page<?>> next) {}

    @Override
    public void follows(String list, Supplier<? extends Page<?>> next) {
        told.set(new Told(list, next));
    }

    /** What was told of the answer; asked once. */
    Optional<Told> taken() {
        Optional<Told> taken = Optional.ofNullable(told.get());
        told.remove();
        return taken;
    }

    /** Keeps the rest of an answer for whoever sends it. */
    void keep(LongBody rest) {
        body.set(rest);
    }

    /** The rest of the answer; asked once. */
    Optional<LongBody> rest() {
        Optional<LongBody> rest = Optional.ofNullable(body.get());
        body.remove();
        return rest;
    }
}
