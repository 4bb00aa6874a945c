package io.platformapi.compat.schema.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.compat.schema.shape.ArrayAssertion;
import io.platformapi.compat.schema.shape.Conjunction;
import io.platformapi.compat.schema.shape.ValueAssertion;
import io.platformapi.contract.schema.SameValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Facts about an array: its length, what each item is, and what some items are. */
final class ArrayFacts implements Facts {

    private static final int LONGEST = 3000;
    private static final int MOST_ARRANGEMENTS = 500;

    private final Searching search;
    private final Claims<ArrayAssertion> unique;
    private Count size = Count.ANY;
    private int prefix;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule> demands = new ArrayList<>();
    private final List<List<Share>> shares = new ArrayList<>();

    ArrayFacts(Searching search) {
        this(search, new Claims<>());
    }

    private ArrayFacts(Searching search, Claims<ArrayAssertion> unique) {
        this.search = search;
        this.unique = unique;
    }

    /** What is said of the item at an index, or of all (of some) from it on. */
    private record Rule(int from, boolean only, Literal literal) {
        boolean covers(int index) {
            return only ? index == from : index >= from;
        }
    }

    /** How many items satisfy a schema. */
    private record Share(Literal literal, int least, int most) {
        boolean isPossible() {
            return least <= most;
        }
    }

    @Override
    public boolean take(Literal literal, ArrayAssertion assertion) {
        return assertion.accept(new Taking(literal));
    }

    private final class Taking implements ArrayAssertion.Visitor<Boolean> {
        private final Literal literal;

        private Taking(Literal literal) {
            this.literal = literal;
        }

        @Override
        public Boolean size(ArrayAssertion.Size limit) {
            size = size.taking(literal, limit.limit());
            return size.isPossible();
        }

        @Override
        public Boolean item(ArrayAssertion.Item item) {
            prefix = Math.max(prefix, item.index() + 1);
            return add(new Rule(item.index(), true, literal.on(item.schema())));
        }

        @Override
        public Boolean items(ArrayAssertion.Items items) {
            prefix = Math.max(prefix, items.from());
            return add(new Rule(items.from(), false, literal.on(items.schema())));
        }

        private boolean add(Rule rule) {
            return (literal.positive() ? rules : demands).add(rule);
        }

        @Override
        public Boolean contains(ArrayAssertion.Contains contains) {
            List<Share> ways = ways(contains).stream().filter(Share::isPossible).toList();
            shares.add(ways);
            return !ways.isEmpty();
        }

        /** To violate it is to have fewer such items, or more. */
        private List<Share> ways(ArrayAssertion.Contains contains) {
            if (literal.positive()) {
                return List.of(new Share(literal.on(contains.schema()), contains.least(), contains.most()));
            }
            Literal counted = literal.denied().on(contains.schema());
            Share fewer = new Share(counted, 0, contains.least() - 1);
            return contains.most() == Integer.MAX_VALUE
                    ? List.of(fewer)
                    : List.of(fewer, new Share(counted, contains.most() + 1, Integer.MAX_VALUE));
        }

        @Override
        public Boolean unique(ArrayAssertion.Unique assertion) {
            return unique.take(literal, assertion);
        }
    }

    @Override
    public void exclude(JsonNode value) {
        throw new IllegalArgumentException("arrays are excluded item by item");
    }

    @Override
    public Facts copy() {
        ArrayFacts copy = new ArrayFacts(search, unique.copy());
        copy.size = size;
        copy.prefix = prefix;
        copy.rules.addAll(rules);
        copy.demands.addAll(demands);
        copy.shares.addAll(shares);
        return copy;
    }

    /** An array with one item more than all demands could use is no more able to meet them, so that lengths end. */
    @Override
    public SearchOutcome witness() {
        long shared = shares.stream()
                .mapToLong(each -> each.get(each.size() - 1).least())
                .sum();
        long longest = Math.max(size.least(), prefix) + demands.size() + shared + (isRepeated() ? 2 : 0);
        if (longest > LONGEST) {
            return new SearchOutcome.Unknown("an array of more than " + LONGEST + " items");
        }
        SearchOutcome best = SearchOutcome.EMPTY;
        for (int length = (int) size.least(); length <= Math.min(size.most(), longest); length++) {
            best = best.or(placed(length, 0, new ArrayList<>()));
            if (best.isSure()) {
                return best;
            }
        }
        return best;
    }

    /** Tries each place for each demand. */
    private SearchOutcome placed(int length, int next, List<Rule> places) {
        search.steps(1L + places.size());
        if (next == demands.size()) {
            return shared(length, 0, places);
        }
        SearchOutcome best = SearchOutcome.EMPTY;
        Rule demand = demands.get(next);
        int last = demand.only() ? demand.from() : Math.max(demand.from(), prefix) + demands.size();
        for (int index = demand.from(); index <= last && index < length; index++) {
            places.add(new Rule(index, true, demand.literal()));
            best = best.or(placed(length, next + 1, places));
            places.remove(places.size() - 1);
            if (best.isSure()) {
                return best;
            }
        }
        return best;
    }

    private boolean isUnique() {
        return !unique.affirmed().isEmpty();
    }

    private boolean isRepeated() {
        return !unique.denied().isEmpty();
    }

    /** Tries which items satisfy each schema of which some are needed, or of which not too many may. */
    private SearchOutcome shared(int length, int next, List<Rule> places) {
        if (next == shares.size()) {
            return isRepeated() ? repeated(length, places) : filled(length, places);
        }
        SearchOutcome best = SearchOutcome.EMPTY;
        for (Share share : shares.get(next)) {
            best = best.or(shared(share, length, next, places));
            if (best.isSure()) {
                return best;
            }
        }
        return best;
    }

    private SearchOutcome shared(Share share, int length, int next, List<Rule> places) {
        SearchOutcome best = SearchOutcome.EMPTY;
        int arrangements = 0;
        int highest = share.most() < Integer.MAX_VALUE ? Math.min(length, share.most()) : share.least();
        for (int count = share.least(); count <= Math.min(length, highest); count++) {
            Arrangements all = new Arrangements(length, count);
            do {
                search.steps(1L + length + places.size());
                List<Rule> more = new ArrayList<>(places);
                assign(share, all.chosen(), length, more);
                best = best.or(shared(length, next + 1, more));
                if (best.isSure()) {
                    return best;
                }
                if (++arrangements > MOST_ARRANGEMENTS) {
                    return best.or(new SearchOutcome.Unknown("too many ways to place items that are contained"));
                }
            } while (all.advance());
        }
        return best;
    }

    private static void assign(Share share, int[] chosen, int length, List<Rule> places) {
        Set<Integer> indexes = new HashSet<>();
        for (int index : chosen) {
            indexes.add(index);
            places.add(new Rule(index, true, share.literal()));
        }
        if (share.most() < Integer.MAX_VALUE) {
            for (int index = 0; index < length; index++) {
                if (!indexes.contains(index)) {
                    places.add(new Rule(index, true, share.literal().denied()));
                }
            }
        }
    }

    private List<Literal> literals(int index, List<Rule> places) {
        search.steps(1L + rules.size() + places.size());
        List<Literal> literals = new ArrayList<>();
        for (List<Rule> source : List.of(rules, places)) {
            source.stream()
                    .filter(rule -> rule.covers(index))
                    .map(Rule::literal)
                    .forEach(literals::add);
        }
        return literals;
    }

    private SearchOutcome filled(int length, List<Rule> places) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        Set<JsonNode> used = new HashSet<>();
        String doubt = null;
        for (int index = 0; index < length; index++) {
            List<Literal> literals = literals(index, places);
            if (isUnique() && !used.isEmpty()) {
                literals.add(Literal.no(Conjunction.of(new ValueAssertion.Values(List.copyOf(used)))));
            }
            SearchOutcome item = search.find(literals);
            if (!(item instanceof SearchOutcome.Found found)) {
                return isUnique() && item instanceof SearchOutcome.Empty ? crowded(index, length, places) : item;
            }
            doubt = found.doubt() == null ? doubt : found.doubt();
            array.add(found.value());
            used.add(SameValues.form(found.value()));
        }
        return new SearchOutcome.Found(array, doubt);
    }

    /** No item is left that differs from the ones before: proof only if those could not have been chosen otherwise. */
    private SearchOutcome crowded(int index, int length, List<Rule> places) {
        boolean alone = search.find(literals(index, places)) instanceof SearchOutcome.Empty;
        LiteralSet mine = new LiteralSet(literals(index, places), search.identities());
        boolean alike = true;
        for (int other = 0; other < length; other++) {
            alike &= mine.equals(new LiteralSet(literals(other, places), search.identities()));
        }
        return alone || alike ? SearchOutcome.EMPTY : new SearchOutcome.Unknown("unique items of different kinds");
    }

    private SearchOutcome repeated(int length, List<Rule> places) {
        SearchOutcome best = SearchOutcome.EMPTY;
        int last = Math.min(length, prefix + demands.size() + 2);
        for (int one = 0; one < last; one++) {
            for (int other = one + 1; other < last; other++) {
                best = best.or(twin(one, other, length, places));
                if (best.isSure()) {
                    return best;
                }
            }
        }
        return best;
    }

    private SearchOutcome twin(int one, int other, int length, List<Rule> places) {
        List<Literal> both = literals(one, places);
        both.addAll(literals(other, places));
        SearchOutcome twin = search.find(both);
        if (!(twin instanceof SearchOutcome.Found found)) {
            return twin;
        }
        SearchOutcome rest = filled(length, places);
        if (rest instanceof SearchOutcome.Found filled) {
            ArrayNode array = (ArrayNode) filled.value();
            array.set(one, found.value());
            array.set(other, found.value());
            return new SearchOutcome.Found(array, found.doubt() == null ? filled.doubt() : found.doubt());
        }
        return rest;
    }
}
