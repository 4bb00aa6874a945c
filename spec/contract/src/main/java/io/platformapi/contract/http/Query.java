package io.platformapi.contract.http;

import java.util.ArrayList;
import java.util.List;

/**
 * Names and values as a query or a urlencoded form has them, in order.
 *
 * @param pairs the pairs; names decoded, values as sent
 */
public record Query(List<Pair> pairs) {

    /**
     * A name and a value.
     *
     * @param name the decoded name
     * @param raw the value as sent, so that its delimiters can be told from encoded text
     */
    public record Pair(String name, String raw) {

        /** The decoded value; as sent where its escapes are bad. */
        public String value() {
            return Percent.decodedForm(raw).orElse(raw);
        }
    }

    private static final Query NONE = new Query(List.of());

    public Query {
        pairs = List.copyOf(pairs);
    }

    /** Reads {@code a=1&b=2}. */
    public static Query of(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        List<Pair> pairs = new ArrayList<>();
        for (String part : text.split("&")) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            pairs.add(new Pair(Percent.decodedForm(name).orElse(name), equals < 0 ? "" : part.substring(equals + 1)));
        }
        return new Query(pairs);
    }

    /** The pairs of a name, letter case included. */
    public List<Pair> named(String name) {
        if (pairs.isEmpty()) {
            return pairs;
        }
        List<Pair> named = new ArrayList<>(pairs.size());
        for (Pair pair : pairs) {
            if (pair.name().equals(name)) {
                named.add(pair);
            }
        }
        return named;
    }
}
