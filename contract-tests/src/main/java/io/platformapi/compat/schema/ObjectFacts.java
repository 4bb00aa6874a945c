package io.platformapi.compat.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts about an object: which members it has, and what each is. */
final class ObjectFacts implements Facts {

    private static final int MOST_FRESH = 100;

    private final Search search;
    private final Sender sender;
    private long least;
    private long most = Long.MAX_VALUE;
    private final Set<String> required = new LinkedHashSet<>();
    private final Set<String> forbidden = new LinkedHashSet<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, List<Literal>> properties = new LinkedHashMap<>();
    private final Map<String, List<Literal>> wanted = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule> demands = new ArrayList<>();
    private final List<Literal> names = new ArrayList<>();
    private final Meaning meaning;
    private @Nullable String unknown;

    ObjectFacts(Search search, Sender sender, Meaning meaning) {
        this.search = search;
        this.sender = sender;
        this.meaning = meaning;
    }

    /** What is said of the members that an assertion selects by their names. */
    private record Rule(Assertion selects, Literal literal) {}

    @Override
    public boolean affirm(Literal literal, Assertion assertion) {
        if (literal.sent()) {
            sender.declares(assertion);
        }
        if (meaning.takes(assertion, true)) {
            return true;
        } else if (assertion instanceof Assertion.Limit limit) {
            return limit(
                    limit.keyword() == Keyword.MIN_PROPERTIES, limit.number().longValue());
        } else if (assertion instanceof Assertion.Required name) {
            required.add(name.name());
            return !forbidden.contains(name.name());
        } else if (assertion instanceof Assertion.Property property) {
            add(properties, property.name(), literal.on(property.schema()));
        } else if (assertion instanceof Assertion.Names rule) {
            names.add(literal.on(rule.schema()));
        } else {
            rules.add(rule(literal, assertion));
        }
        return true;
    }

    @Override
    public boolean deny(Literal literal, Assertion assertion) {
        if (meaning.takes(assertion, false)) {
            return true;
        } else if (assertion instanceof Assertion.Limit limit) {
            long number = limit.number().longValue();
            return limit.keyword() == Keyword.MIN_PROPERTIES ? limit(false, number - 1) : limit(true, number + 1);
        } else if (assertion instanceof Assertion.Required name) {
            forbidden.add(name.name());
            return !required.contains(name.name());
        } else if (assertion instanceof Assertion.Property property) {
            add(wanted, property.name(), literal.on(property.schema()));
            return !forbidden.contains(property.name());
        }
        demands.add(rule(literal, assertion));
        return sender.respectsClosed() || sender.sendsWhatIsRead(assertion);
    }

    private static void add(Map<String, List<Literal>> literals, String name, Literal literal) {
        literals.computeIfAbsent(name, ignored -> new ArrayList<>()).add(literal);
    }

    private Rule rule(Literal literal, Assertion assertion) {
        for (String regex : regexes(assertion)) {
            if (!search.understands(regex)) {
                unknown = "the pattern " + regex + " of member names";
            }
        }
        if (assertion instanceof Assertion.PatternProperty pattern) {
            return new Rule(assertion, literal.on(pattern.schema()));
        } else if (assertion instanceof Assertion.Additional additional) {
            known.addAll(additional.names());
            return new Rule(assertion, literal.on(additional.schema()));
        }
        return new Rule(assertion, literal.on(((Assertion.Names) assertion).schema()));
    }

    private static List<String> regexes(Assertion assertion) {
        if (assertion instanceof Assertion.PatternProperty pattern) {
            return List.of(pattern.regex());
        }
        return assertion instanceof Assertion.Additional additional ? additional.regexes() : List.of();
    }

    private boolean limit(boolean lower, long number) {
        if (lower) {
            least = Math.max(least, number);
        } else {
            most = Math.min(most, number);
        }
        return least <= most;
    }

    @Override
    public void exclude(JsonNode value) {
        throw new IllegalArgumentException("objects are excluded member by member");
    }

    @Override
    public Facts copy() {
        return copiedInto(new ObjectFacts(search, sender.copy(), meaning.copy()));
    }

    @Override
    public Facts open() {
        return copiedInto(new ObjectFacts(search, sender.open(), new Meaning(search)));
    }

    private Facts copiedInto(ObjectFacts copy) {
        copy.least = least;
        copy.most = most;
        copy.required.addAll(required);
        copy.forbidden.addAll(forbidden);
        copy.known.addAll(known);
        properties.forEach((name, literals) -> copy.properties.put(name, new ArrayList<>(literals)));
        wanted.forEach((name, literals) -> copy.wanted.put(name, new ArrayList<>(literals)));
        copy.rules.addAll(rules);
        copy.demands.addAll(demands);
        copy.names.addAll(names);
        copy.unknown = unknown;
        return copy;
    }

    @Override
    public Outcome witness() {
        if (meaning.isContradictory()) {
            return Outcome.EMPTY;
        } else if (unknown != null) {
            return new Outcome.Unknown(unknown);
        }
        for (String name : wanted.keySet()) {
            if (!sender.sends(name)) {
                return Outcome.EMPTY;
            }
        }
        try {
            Outcome outcome = placed(0, copyOf(wanted));
            return meaning.doubt().isPresent() && outcome instanceof Outcome.Found found
                    ? new Outcome.Found(found.value(), meaning.doubt().get())
                    : outcome;
        } catch (Language.TooComplex e) {
            return new Outcome.Unknown(e.getMessage());
        }
    }

    private static Map<String, List<Literal>> copyOf(Map<String, List<Literal>> literals) {
        Map<String, List<Literal>> copy = new LinkedHashMap<>();
        literals.forEach((name, each) -> copy.put(name, new ArrayList<>(each)));
        return copy;
    }

    /** Tries each name for each demand that some member is so. */
    private Outcome placed(int next, Map<String, List<Literal>> chosen) {
        if (next == demands.size()) {
            return filled(chosen);
        }
        Outcome best = Outcome.EMPTY;
        for (String name : candidates(demands.get(next), chosen)) {
            search.steps(1L + chosen.size());
            Map<String, List<Literal>> more = copyOf(chosen);
            more.computeIfAbsent(name, ignored -> new ArrayList<>());
            if (!(demands.get(next).selects() instanceof Assertion.Names)) {
                add(more, name, demands.get(next).literal());
            }
            best = best.or(placed(next + 1, more));
            if (best.isSure()) {
                return best;
            }
        }
        return best;
    }

    private List<String> candidates(Rule demand, Map<String, List<Literal>> chosen) {
        Set<String> mentioned = mentioned();
        mentioned.addAll(chosen.keySet());
        search.steps(mentioned.size());
        List<String> candidates = new ArrayList<>();
        for (String name : mentioned) {
            if (sender.sends(name) && selects(demand, name) && !forbidden.contains(name)) {
                candidates.add(name);
            }
        }
        for (String name : fresh(demand, mentioned)) {
            if (sender.sends(name) || sender.sendsWhatIsRead(demand.selects())) {
                candidates.add(name);
            }
        }
        return candidates;
    }

    private Set<String> mentioned() {
        Set<String> mentioned = new LinkedHashSet<>(properties.keySet());
        mentioned.addAll(required);
        mentioned.addAll(known);
        mentioned.addAll(forbidden);
        return mentioned;
    }

    private List<String> fresh(Rule demand, Set<String> except) {
        Language language = Language.all();
        List<Literal> further = List.of();
        if (demand.selects() instanceof Assertion.PatternProperty pattern) {
            language = search.language(pattern.regex());
        } else if (demand.selects() instanceof Assertion.Names) {
            further = List.of(demand.literal());
        } else {
            for (String regex : regexes(demand.selects())) {
                language = language.without(search.language(regex));
            }
        }
        return names().within(language, except, further);
    }

    private Names names() {
        Set<String> regexes = new LinkedHashSet<>();
        rules.forEach(rule -> regexes.addAll(regexes(rule.selects())));
        return new Names(search, regexes, names);
    }

    private boolean selects(Rule rule, String name) {
        if (rule.selects() instanceof Assertion.PatternProperty pattern) {
            return search.language(pattern.regex()).contains(name);
        } else if (rule.selects() instanceof Assertion.Additional additional) {
            return !additional.names().contains(name)
                    && additional.regexes().stream()
                            .noneMatch(regex -> search.language(regex).contains(name));
        }
        return new Evaluator(search).all(List.of(rule.literal()), TextNode.valueOf(name)) == Evaluator.Truth.YES;
    }

    private List<Literal> literals(String name, Map<String, List<Literal>> chosen) {
        search.steps(1L + rules.size());
        List<Literal> literals = new ArrayList<>(properties.getOrDefault(name, List.of()));
        literals.addAll(chosen.getOrDefault(name, List.of()));
        for (Rule rule : rules) {
            if (selects(rule, name)) {
                literals.add(rule.literal());
            }
        }
        return literals;
    }

    private Outcome filled(Map<String, List<Literal>> chosen) {
        Set<String> members = new LinkedHashSet<>(chosen.keySet());
        members.addAll(required);
        if (members.size() > most || members.stream().anyMatch(forbidden::contains)) {
            return Outcome.EMPTY;
        }
        Members values = new Members();
        for (String name : members) {
            Outcome value = value(name, chosen);
            if (!(value instanceof Outcome.Found found)) {
                return value;
            }
            values.put(name, found);
        }
        return values.size() < least ? padded(values, chosen) : values.found();
    }

    private Outcome value(String name, Map<String, List<Literal>> chosen) {
        Evaluator.Truth named = new Evaluator(search).all(names, TextNode.valueOf(name));
        if (named == Evaluator.Truth.NO) {
            return Outcome.EMPTY;
        }
        Outcome value = search.find(literals(name, chosen));
        return named == Evaluator.Truth.UNSURE && value instanceof Outcome.Found found
                ? new Outcome.Found(found.value(), "the name " + name + " could not be checked")
                : value;
    }

    /** Adds members that are not needed, until there are enough. */
    private Outcome padded(Members values, Map<String, List<Literal>> chosen) {
        Outcome worst = Outcome.EMPTY;
        Set<String> tried = mentioned();
        List<String> open = new ArrayList<>(tried);
        for (int i = 0; values.size() < least; i++) {
            if (i == open.size()) {
                List<String> more = names().within(Language.all(), tried, List.of());
                if (more.isEmpty() || tried.size() > MOST_FRESH) {
                    return more.isEmpty() ? worst : new Outcome.Unknown("an object of " + least + " members");
                }
                tried.addAll(more);
                open.addAll(more);
            }
            String name = open.get(i);
            if (!values.has(name) && !forbidden.contains(name) && sender.sends(name)) {
                Outcome value = value(name, chosen);
                if (value instanceof Outcome.Found found) {
                    values.put(name, found);
                } else {
                    worst = worst.or(value);
                }
            }
        }
        return values.found();
    }

    /** The members found so far. */
    private final class Members {

        private final Map<String, JsonNode> values = new LinkedHashMap<>();
        private @Nullable String doubt;

        void put(String name, Outcome.Found found) {
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
        Outcome found() {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            properties.keySet().stream().filter(this::has).forEach(name -> object.set(name, values.get(name)));
            values.forEach(object::set);
            return new Outcome.Found(object, doubt);
        }
    }
}
