package io.platformapi.mock.memory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is remembered at one moment. Immutable, and so are its values by agreement: who changes one, copies it.
 *
 * @param things by the path of their kind, in the order of their making; null in JSON for an only one that is removed
 * @param bytes how much there is, about
 * @param made how many were ever made: what new ids follow from
 */
record State(Map<String, Map<Address, JsonNode>> things, long bytes, long made) {

    /** What a thing takes besides its text. */
    private static final int OVERHEAD = 200;

    static final State EMPTY = new State(Map.of(), 0, 0);

    private static long size(JsonNode value) {
        return OVERHEAD + 2L * value.toString().length();
    }

    /** A thing with where it is kept. */
    record Entry(Address address, JsonNode value) {}

    /** Those of a kind. */
    Map<Address, JsonNode> of(Holding holding) {
        return things.getOrDefault(holding.path().shape(), Map.of());
    }

    /** Those of a kind at a place. */
    List<Entry> in(Holding holding, List<String> place) {
        return of(holding).entrySet().stream()
                .filter(entry -> entry.getKey().isIn(place))
                .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The thing of a key at a place. */
    Optional<Entry> find(Holding holding, Address wanted) {
        JsonNode exact = of(holding).get(wanted);
        if (exact != null) {
            return Optional.of(new Entry(wanted, exact));
        }
        return wanted.scope().isEmpty()
                ? Optional.empty()
                : in(holding, wanted.scope()).stream()
                        .filter(entry -> entry.address().key().equals(wanted.key()))
                        .findFirst();
    }

    State with(Holding holding, Address address, JsonNode value) {
        Map<Address, JsonNode> some = new LinkedHashMap<>(of(holding));
        JsonNode before = some.put(address, value);
        long more = size(value) - (before == null ? 0 : size(before));
        return with(holding, some, bytes + more, before == null ? made + 1 : made);
    }

    State without(Holding holding, Address address) {
        Map<Address, JsonNode> some = new LinkedHashMap<>(of(holding));
        JsonNode before = some.remove(address);
        return before == null ? this : with(holding, some, bytes - size(before), made);
    }

    private State with(Holding holding, Map<Address, JsonNode> some, long size, long count) {
        Map<String, Map<Address, JsonNode>> all = new LinkedHashMap<>(things);
        all.put(holding.path().shape(), some);
        return new State(all, size, count);
    }

    /** What of it is of some kinds, and what another state has of the kinds that are new. */
    State within(List<Holding> holdings, State others) {
        Map<String, Map<Address, JsonNode>> kept = new LinkedHashMap<>();
        for (Holding holding : holdings) {
            String shape = holding.path().shape();
            kept.put(shape, things.getOrDefault(shape, others.of(holding)));
        }
        long size = kept.values().stream()
                .flatMap(each -> each.values().stream())
                .mapToLong(State::size)
                .sum();
        return new State(kept, size, Math.max(made, others.made()));
    }

    /** How many things there are. */
    int count() {
        return things.values().stream().mapToInt(Map::size).sum();
    }
}
