package io.platformapi.compat.schema.language;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A regular set of strings, as a deterministic automaton over the characters of the basic plane (no surrogates, no
 * noncharacters). Operations that would grow past {@link #LIMIT} states throw {@link TooComplex} instead.
 */
public final class Language {

    /** States an automaton may have. */
    public static final int LIMIT = 20_000;

    private static final Automaton CHARACTER = BasicOperations.union(List.of(
            BasicAutomata.makeCharRange('\0', '\uD7FF'),
            BasicAutomata.makeCharRange('\uE000', '\uFDCF'),
            BasicAutomata.makeCharRange('\uFDF0', '\uFFFD')));
    private static final Language ALL = new Language(BasicOperations.repeat(CHARACTER));
    /** Words we would rather show to people, the plainest first. */
    private static final List<Language> PLAIN = List.of(
            new Language(BasicOperations.repeat(BasicAutomata.makeCharRange('a', 'z'), 1)),
            new Language(BasicOperations.repeat(BasicOperations.union(List.of(
                    BasicAutomata.makeCharRange('a', 'z'),
                    BasicAutomata.makeCharRange('A', 'Z'),
                    BasicAutomata.makeCharRange('0', '9'))))),
            new Language(BasicOperations.repeat(BasicAutomata.makeCharRange(' ', '~'))));

    private final Automaton automaton;

    private Language(Automaton automaton) {
        this.automaton = deterministic(automaton);
    }

    /** An operation needs more states than we give it. */
    public static final class TooComplex extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TooComplex() {
            super("a pattern needs more than " + LIMIT + " states", null, false, false);
        }

        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }

    public static Language of(Automaton automaton) {
        return new Language(automaton.intersection(ALL.automaton));
    }

    /** One character. */
    public static Automaton character() {
        return CHARACTER;
    }

    /** All strings. */
    public static Language all() {
        return ALL;
    }

    /** Exactly these strings. */
    public static Language words(Collection<String> words) {
        Automaton union = BasicAutomata.makeStringUnion(
                words.stream().filter(word -> !word.isEmpty()).toArray(String[]::new));
        return new Language(
                words.contains("") // which the union of words does not take
                        ? BasicOperations.union(union, BasicAutomata.makeEmptyString())
                        : union);
    }

    /** All strings of at least so many characters. */
    public static Language longerThanOrAs(int length) {
        return new Language(BasicOperations.repeat(CHARACTER, length));
    }

    public Language and(Language other) {
        if (this == ALL || other == ALL) {
            return this == ALL ? other : this;
        }
        if ((long) automaton.getNumberOfStates() * other.automaton.getNumberOfStates() > 50L * LIMIT) {
            throw new TooComplex();
        }
        return new Language(automaton.intersection(other.automaton));
    }

    public Language not() {
        return new Language(ALL.automaton.minus(automaton));
    }

    public Language without(Language other) {
        return and(other.not());
    }

    public boolean isEmpty() {
        return automaton.isEmpty();
    }

    public boolean contains(String word) {
        return automaton.run(word);
    }

    /** A shortest word, a plain one if there is one. */
    public Optional<String> word() {
        if (isEmpty()) {
            return Optional.empty();
        }
        for (Language plain : PLAIN) {
            Language some = and(plain);
            if (!some.isEmpty()) {
                return Optional.ofNullable(some.automaton.getShortestExample(true));
            }
        }
        return Optional.ofNullable(automaton.getShortestExample(true));
    }

    /** A shortest word, plain or not. */
    public String plainless() {
        return automaton.getShortestExample(true);
    }

    /** The length of the shortest word of a language that is not empty. */
    public int shortest() {
        return automaton.getShortestExample(true).length();
    }

    /** All words if there are at most so many. */
    public Optional<Set<String>> words(int most) {
        return automaton.isFinite() ? Optional.ofNullable(automaton.getFiniteStrings(most)) : Optional.empty();
    }

    /** Determinises within {@link #LIMIT}: the library itself knows no bound. */
    public static Automaton deterministic(Automaton automaton) {
        if (automaton.isDeterministic()) {
            return automaton;
        }
        Map<Set<State>, State> made = new HashMap<>();
        Deque<Set<State>> open = new ArrayDeque<>();
        Automaton result = new Automaton();
        result.setInitialState(state(Set.of(automaton.getInitialState()), made, open));
        while (!open.isEmpty()) {
            Set<State> from = open.pop();
            for (Step step : steps(from)) {
                state(from, made, open)
                        .addTransition(new Transition(step.min(), step.max(), state(step.to(), made, open)));
            }
            if (made.size() > LIMIT) {
                throw new TooComplex();
            }
        }
        result.setDeterministic(true);
        result.minimize();
        return result;
    }

    private record Step(char min, char max, Set<State> to) {}

    private static State state(Set<State> states, Map<Set<State>, State> made, Deque<Set<State>> open) {
        return made.computeIfAbsent(states, key -> {
            State state = new State();
            state.setAccept(key.stream().anyMatch(State::isAccept));
            open.push(key);
            return state;
        });
    }

    /**
     * Where the characters lead, from the first to the last: each transition counts from where it begins to its end.
     */
    private static List<Step> steps(Set<State> from) {
        NavigableMap<Integer, Map<State, Integer>> changes = new TreeMap<>();
        for (State state : from) {
            for (Transition transition : state.getTransitions()) {
                change(changes, transition.getMin(), transition.getDest(), 1);
                change(changes, transition.getMax() + 1, transition.getDest(), -1);
            }
        }
        List<Step> steps = new ArrayList<>();
        Map<State, Integer> open = new HashMap<>();
        changes.forEach((start, change) -> {
            change.forEach((to, count) -> open.compute(to, (any, before) -> sum(before == null ? 0 : before, count)));
            if (!open.isEmpty()) { // then it ends somewhere
                steps.add(
                        new Step((char) (int) start, (char) (changes.higherKey(start) - 1), Set.copyOf(open.keySet())));
            }
        });
        return steps;
    }

    private static void change(NavigableMap<Integer, Map<State, Integer>> changes, int at, State to, int count) {
        changes.computeIfAbsent(at, any -> new HashMap<>()).merge(to, count, Integer::sum);
    }

    private static @Nullable Integer sum(int before, int count) {
        return before + count == 0 ? null : before + count;
    }
}
