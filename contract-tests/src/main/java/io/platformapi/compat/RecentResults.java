package io.platformapi.compat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was worked out last, so that it need not be again. It holds so much that what many messages share stays, and no
 * more: of a large document each message has findings of its own, each with the long way to it.
 */
final class RecentResults<K, V> {

    private static final int MOST = 300;

    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);

    /** What is known of a key, else what is worked out now; working it out may ask for others. */
    V of(K key, Function<K, V> workedOut) {
        V known = values.get(key);
        if (known != null) {
            return known;
        }
        V value = workedOut.apply(key);
        values.put(key, value);
        if (values.size() > MOST) {
            values.remove(values.keySet().iterator().next());
        }
        return value;
    }
}
