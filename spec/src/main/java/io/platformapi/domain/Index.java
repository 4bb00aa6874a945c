package io.platformapi.domain;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Things by a key that several may share, in an order; those whose key is null cannot be found. */
final class Index<T, K> {

    private final Function<T, @Nullable K> key;
    private final Comparator<T> order;
    private final Map<K, NavigableSet<T>> things = new HashMap<>();

    Index(Function<T, @Nullable K> key, Comparator<T> order) {
        this.key = key;
        this.order = order;
    }

    /** What has this key, in order. */
    NavigableSet<T> of(K wanted) {
        return things.getOrDefault(wanted, Collections.emptyNavigableSet());
    }

    void move(@Nullable T from, @Nullable T to) {
        if (from != null) {
            remove(from, key.apply(from));
        }
        if (to != null) {
            add(to, key.apply(to));
        }
    }

    private void remove(T thing, @Nullable K place) {
        NavigableSet<T> rest = place == null ? null : things.get(place);
        if (rest != null && rest.remove(thing) && rest.isEmpty()) {
            things.remove(place);
        }
    }

    private void add(T thing, @Nullable K place) {
        if (place != null) {
            things.computeIfAbsent(place, empty -> new TreeSet<>(order)).add(thing);
        }
    }
}
