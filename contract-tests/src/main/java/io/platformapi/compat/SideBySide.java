package io.platformapi.compat;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What two editions have, by what makes two things the same one. */
record SideBySide<T>(Map<String, T> before, Map<String, T> after) {

    /**
     * Goes through what only the old one has and what both have, in its order, then through what only the new one has.
     */
    void each(Consumer<T> removed, BiConsumer<T, T> kept, Consumer<T> added) {
        before.forEach((key, old) -> {
            T successor = after.get(key);
            if (successor == null) {
                removed.accept(old);
            } else {
                kept.accept(old, successor);
            }
        });
        after.forEach((key, fresh) -> {
            if (!before.containsKey(key)) {
                added.accept(fresh);
            }
        });
    }
}
