package io.platformapi.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Things of one kind in memory, by id and by whatever else they are looked for. */
final class Shelf<T> {

    private final Function<T, UUID> id;
    private final List<Index<T, ?>> indexes;
    private final Map<UUID, T> things = new HashMap<>();

    Shelf(Function<T, UUID> id, List<Index<T, ?>> indexes) {
        this.id = id;
        this.indexes = List.copyOf(indexes);
    }

    @Nullable
    T get(UUID wanted) {
        return things.get(wanted);
    }

    Collection<T> all() {
        return things.values();
    }

    /** Adds a thing, or puts it in the place of the one with its id; gives what takes it back. */
    Runnable put(T thing) {
        UUID place = id.apply(thing);
        T before = replace(place, thing);
        return () -> replace(place, before);
    }

    private @Nullable T replace(UUID place, @Nullable T thing) {
        T before = thing == null ? things.remove(place) : things.put(place, thing);
        indexes.forEach(index -> index.move(before, thing));
        return before;
    }
}
