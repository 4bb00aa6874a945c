package io.platformapi.compat.schema.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.compat.schema.language.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The making of an object, member by member, from what is said of them. */
final class ObjectMaking {

    private static final int MOST_FRESH = 100;

    private final Searching search;
    private final SentMembers sender;
    private final Members members;
    private final Count size;

    ObjectMaking(Searching search, SentMembers sender, Members members, Count size) {
        this.search = search;
        this.sender = sender;
        this.members = members;
        this.size = size;
    }

    SearchOutcome outcome() {
        return placed(0, members.wanted());
    }

    /** Tries each name for each demand that some member is so. */
    private SearchOutcome placed(int next, Map<String, List<Literal>> chosen) {
        if (next == members.demands().size()) {
            return filled(chosen);
        }
        SearchOutcome best = SearchOutcome.EMPTY;
        MemberRule demand = members.demands().get(next);
        for (String name : candidates(demand, chosen)) {
            search.steps(1L + chosen.size());
            Map<String, List<Literal>> more = Members.copyOf(chosen);
            more.computeIfAbsent(name, ignored -> new ArrayList<>());
            demand.literals().forEach(literal -> Members.add(more, name, literal));
            best = best.or(placed(next + 1, more));
            if (best.isSure()) {
                return best;
            }
        }
        return best;
    }

    private List<String> candidates(MemberRule demand, Map<String, List<Literal>> chosen) {
        Set<String> mentioned = members.mentioned();
        mentioned.addAll(chosen.keySet());
        search.steps(mentioned.size());
        List<String> candidates = new ArrayList<>();
        for (String name : mentioned) {
            if (sender.sends(name) && demand.selects(name) && !members.forbids(name)) {
                candidates.add(name);
            }
        }
        for (String name : names().within(demand.names(), mentioned, demand.named())) {
            if (sender.sends(name) || sender.sendsWhatIsRead(demand)) {
                candidates.add(name);
            }
        }
        return candidates;
    }

    private FreshNames names() {
        Set<String> regexes = new LinkedHashSet<>();
        members.rules().forEach(rule -> regexes.addAll(rule.regexes()));
        return new FreshNames(search, regexes, members.names());
    }

    private SearchOutcome filled(Map<String, List<Literal>> chosen) {
        Set<String> names = new LinkedHashSet<>(chosen.keySet());
        names.addAll(members.presence().affirmed());
        if (names.size() > size.most() || names.stream().anyMatch(members::forbids)) {
            return SearchOutcome.EMPTY;
        }
        Made values = new Made();
        for (String name : names) {
            SearchOutcome value = value(name, chosen);
            if (!(value instanceof SearchOutcome.Found found)) {
                return value;
            }
            values.put(name, found);
        }
        return values.size() < size.least() ? padded(values, chosen) : values.found();
    }

    private SearchOutcome value(String name, Map<String, List<Literal>> chosen) {
        Truth named = new Evaluator(search).all(members.names(), TextNode.valueOf(name));
        if (named == Truth.NO) {
            return SearchOutcome.EMPTY;
        }
        search.steps(1L + members.rules().size());
        SearchOutcome value = search.find(members.literals(name, chosen));
        return named == Truth.UNSURE ? value.doubted("the name " + name + " could not be checked") : value;
    }

    /** Adds members that are not needed, until there are enough. */
    private SearchOutcome padded(Made values, Map<String, List<Literal>> chosen) {
        SearchOutcome worst = SearchOutcome.EMPTY;
        Set<String> tried = members.mentioned();
        List<String> open = new ArrayList<>(tried);
        for (int i = 0; values.size() < size.least(); i++) {
            if (i == open.size()) {
                List<String> more = names().within(Language.all(), tried, List.of());
                if (more.isEmpty() || tried.size() > MOST_FRESH) {
                    return more.isEmpty()
                            ? worst
                            : new SearchOutcome.Unknown("an object of " + size.least() + " members");
                }
                tried.addAll(more);
                open.addAll(more);
            }
            String name = open.get(i);
            if (!values.has(name) && !members.forbids(name) && sender.sends(name)) {
                SearchOutcome value = value(name, chosen);
                if (value instanceof SearchOutcome.Found found) {
                    values.put(name, found);
                } else {
                    worst = worst.or(value);
                }
            }
        }
        return values.found();
    }

    /** The members found so far. */
    private final class Made {

        private final Map<String, JsonNode> values = new LinkedHashMap<>();
        private @Nullable String doubt;

        void put(String name, SearchOutcome.Found found) {
            values.put(name, found.value());
            doubt = found.doubt() == null ? doubt : found.doubt();
        }

        boolean has(String name) {
            return values.containsKey(name);
        }

        int size() {
            return values.size();
        }

        /** The object, its members in the order of the schemas. */
        SearchOutcome found() {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            members.properties().keySet().stream()
                    .filter(this::has)
                    .forEach(name -> object.set(name, values.get(name)));
            values.forEach(object::set);
            return new SearchOutcome.Found(object, doubt);
        }
    }
}
