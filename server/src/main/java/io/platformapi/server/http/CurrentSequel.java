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
}
