package io.platformapi.compat.schema;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.List;

/**
 * An ECMA-262 regular expression as the {@link Language} of the strings that contain a match.
 *
 * <p>A string is read between two marks, and {@code ^} and {@code $} consume them; what follows an expression is
 * compiled before it, so that a lookahead is an intersection with the rest. Back references, word boundaries and
 * lookbehind are refused: nobody is told that they were understood.
 */
final class Regex {

    /** Repetitions we unfold. */
    static final int MOST = 5000;

    private static final char START = '\uFDD0';
    private static final char END = '\uFDD1';
    private static final Automaton CHARACTER = Language.character();
    private static final Automaton ANYTHING = BasicOperations.repeat(
            BasicOperations.union(List.of(CHARACTER, BasicAutomata.makeChar(START), BasicAutomata.makeChar(END))));
    private static final Automaton STRING = BasicOperations.concatenate(
            List.of(BasicAutomata.makeChar(START), BasicOperations.repeat(CHARACTER), BasicAutomata.makeChar(END)));

    private Regex() {}

    /** An expression that we cannot turn into an automaton, and why. */
    static final class Unsupported extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsupported(String what) {
            super(what, null, false, false);
        }
    }

    /** The strings that contain a match of the expression. */
    static Language language(String regex) {
        Automaton match = compile(new RegexReader(regex).read(), ANYTHING);
        Automaton marked = Language.deterministic(BasicOperations.concatenate(ANYTHING, match))
                .intersection(STRING);
        return Language.of(withoutMarks(marked));
    }

    /** What matches the term and then what {@code rest} accepts. */
    private static Automaton compile(RegexTerm term, Automaton rest) {
        if (term instanceof RegexTerm.Characters characters) {
            return BasicOperations.concatenate(characters(characters.ranges()), rest);
        } else if (term instanceof RegexTerm.Sequence sequence) {
            Automaton result = rest;
            for (int i = sequence.terms().size() - 1; i >= 0; i--) {
                result = compile(sequence.terms().get(i), result);
            }
            return result;
        } else if (term instanceof RegexTerm.Choice choice) {
            return BasicOperations.union(
                    choice.terms().stream().map(each -> compile(each, rest)).toList());
        } else if (term instanceof RegexTerm.Repeat repeat) {
            return BasicOperations.concatenate(repeated(repeat), rest);
        } else if (term instanceof RegexTerm.Look look) {
            Automaton ahead = Language.deterministic(compile(look.term(), ANYTHING));
            Automaton then = Language.deterministic(rest);
            return look.negative() ? then.minus(ahead) : then.intersection(ahead);
        } else if (term instanceof RegexTerm.Start) {
            return BasicOperations.concatenate(BasicAutomata.makeChar(START), rest);
        }
        return BasicOperations.concatenate(BasicAutomata.makeChar(END), rest);
    }

    private static Automaton repeated(RegexTerm.Repeat repeat) {
        if (repeat.term().looks()) {
            throw new Unsupported("a repeated lookahead");
        }
        Automaton once = compile(repeat.term(), BasicAutomata.makeEmptyString());
        int states = once.getNumberOfStates();
        if ((long) states * Math.max(repeat.least(), repeat.most()) > Language.LIMIT) {
            throw new Language.TooComplex();
        }
        return repeat.most() < 0
                ? BasicOperations.repeat(once, repeat.least())
                : BasicOperations.repeat(once, repeat.least(), repeat.most());
    }

    private static Automaton characters(List<RegexTerm.Range> ranges) {
        return BasicOperations.union(ranges.stream()
                        .map(range -> BasicAutomata.makeCharRange(range.min(), range.max()))
                        .toList())
                .intersection(CHARACTER);
    }

    /** Takes the marks off: the first step, and each step to the end. */
    private static Automaton withoutMarks(Automaton marked) {
        Automaton copy = Language.deterministic(marked).clone();
        State start = copy.getInitialState().step(START);
        if (start == null) {
            return BasicAutomata.makeEmpty();
        }
        for (State state : copy.getStates()) {
            State end = state.step(END);
            if (end != null && end.isAccept()) {
                state.setAccept(true);
                end.setAccept(false);
            }
        }
        for (State state : copy.getStates()) {
            state.getTransitions().removeIf(Regex::isMark);
        }
        copy.setInitialState(start);
        copy.restoreInvariant();
        copy.setDeterministic(true);
        return copy;
    }

    private static boolean isMark(Transition transition) {
        return transition.getMin() == transition.getMax()
                && (transition.getMin() == START || transition.getMin() == END);
    }
}
