package io.platformapi.contract.http;

import io.platformapi.contract.source.Kept;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a message: names regardless of case, each with its values in order (RFC 9110, section 5).
 * Immutable.
 */
public final class Headers {

    private static final Headers NONE = new Headers(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));

    private final TreeMap<String, List<String>> fields;
    private final Kept kept = new Kept();

    /** A bit for each length and first letter of a name: most names that are asked for are not there. */
    private final long shapes;

    private Headers(TreeMap<String, List<String>> fields) {
        this.fields = fields;
        long all = 0;
        for (String name : fields.keySet()) {
            all |= shape(name);
        }
        this.shapes = all;
    }

    private static long shape(String name) {
        char first = name.isEmpty() ? ' ' : Character.toLowerCase(Character.toUpperCase(name.charAt(0)));
        return 1L << (31 * name.length() + first);
    }

    private @Nullable List<String> values(String name) {
        return (shapes & shape(name)) == 0 ? null : fields.get(name);
    }

    public static Headers none() {
        return NONE;
    }

    /** Headers of alternating names and values. */
    public static Headers of(String... namesAndValues) {
        Headers headers = NONE;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers = headers.and(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    public static Headers of(Map<String, List<String>> fields) {
        TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach((name, values) -> copy.merge(name, List.copyOf(values), Headers::joined));
        return new Headers(copy);
    }

    /** These headers and one more value of a field. */
    public Headers and(String name, String value) {
        TreeMap<String, List<String>> copy = new TreeMap<>(fields);
        copy.merge(name, List.of(value), Headers::joined);
        return new Headers(copy);
    }

    /** These headers with one value of a field, in place of those it has. */
    public Headers with(String name, String value) {
        TreeMap<String, List<String>> copy = new TreeMap<>(fields);
        copy.put(name, List.of(value));
        return new Headers(copy);
    }

    /** These headers without a field. */
    public Headers without(String name) {
        TreeMap<String, List<String>> copy = new TreeMap<>(fields);
        copy.remove(name);
        return new Headers(copy);
    }

    /** These headers with the fields of others in place of their own. */
    public Headers with(Headers others) {
        TreeMap<String, List<String>> copy = new TreeMap<>(fields);
        copy.putAll(others.fields);
        return new Headers(copy);
    }

    public Headers and(Headers others) {
        TreeMap<String, List<String>> copy = new TreeMap<>(fields);
        others.fields.forEach((name, values) -> copy.merge(name, values, Headers::joined));
        return new Headers(copy);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    /** The first value of a field. */
    public Optional<String> first(String name) {
        List<String> values = values(name);
        return values == null ? Optional.empty() : Optional.of(values.get(0));
    }

    /** Every value of a field; none where it is absent. */
    public List<String> all(String name) {
        List<String> values = values(name);
        return values == null ? List.of() : values;
    }

    /** The values of a field as one, joined by commas; empty where it is absent. */
    public String text(String name) {
        List<String> values = all(name);
        return switch (values.size()) {
            case 0 -> "";
            case 1 -> values.get(0);
            default -> String.join(", ", values);
        };
    }

    public boolean has(String name) {
        return values(name) != null;
    }

    /** The names of the fields, each once. */
    public Set<String> names() {
        return Collections.unmodifiableSet(fields.keySet());
    }

    public void forEach(BiConsumer<String, String> action) {
        fields.forEach((name, values) -> values.forEach(value -> action.accept(name, value)));
    }

    /** What somebody has worked out from these fields, such as their spelling, kept with them; one value a kind. */
    public <T> T kept(Class<T> kind, Function<Headers, T> work) {
        return kept.of(kind, () -> work.apply(this));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Headers headers && fields.equals(headers.fields);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (Map.Entry<String, List<String>> field : fields.entrySet()) {
            hash += field.getKey().toLowerCase(Locale.ROOT).hashCode()
                    ^ field.getValue().hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
