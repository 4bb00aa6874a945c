package io.platformapi.compat.schema.language;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * What may follow in a string, by where one is in it. Once {@code $} was passed nothing is left to consume, so that
 * what may follow there is the empty string or nothing at all.
 *
 * @param atStart nothing was consumed, and {@code $} was not passed
 * @param inside something was consumed, and {@code $} was not passed
 * @param startIsEnd nothing was consumed, and {@code $} was passed
 * @param atEnd something was consumed, and {@code $} was passed
 */
record Rest(Automaton atStart, Automaton inside, Automaton startIsEnd, Automaton atEnd) {

    /** Characters, at least one. */
    static final Automaton SOMETHING = BasicOperations.repeat(Language.character(), 1);

    private static final Automaton NONE = BasicAutomata.makeEmpty();
    private static final Automaton EMPTY = BasicAutomata.makeEmptyString();
    private static final Automaton STRING = BasicOperations.repeat(Language.character());

    /** Whatever the string goes on with. */
    static final Rest ANYTHING = new Rest(STRING, STRING, EMPTY, EMPTY);

    /** The end of what is asked about. */
    static final Rest NOTHING = new Rest(EMPTY, EMPTY, EMPTY, EMPTY);

    static Rest onlyInside() {
        return new Rest(NONE, EMPTY, NONE, NONE);
    }

    static Rest onlyWhereStartIsEnd() {
        return new Rest(NONE, NONE, EMPTY, NONE);
    }

    static Rest onlyAtEnd() {
        return new Rest(NONE, NONE, NONE, EMPTY);
    }

    static Automaton union(Automaton... some) {
        return BasicOperations.union(List.of(some));
    }

    static Automaton after(Automaton first, Automaton then) {
        return first.isEmpty() || then.isEmpty() ? NONE : BasicOperations.concatenate(first, then);
    }

    static Automaton star(Automaton once) {
        return BasicOperations.repeat(once);
    }

    /** After one of some characters. */
    Rest after(Automaton character) {
        Automaton consumed = after(character, inside);
        return new Rest(consumed, consumed, NONE, NONE);
    }

    /** After a word of a language several times; no upper bound is -1. */
    Rest after(Automaton word, int least, int most) {
        if ((long) word.getNumberOfStates() * Math.max(least, most) > Language.LIMIT) {
            throw new Language.TooComplex();
        }
        Automaton words = most < 0 ? BasicOperations.repeat(word, least) : BasicOperations.repeat(word, least, most);
        Automaton consumed = after(words, inside);
        if (!words.run("")) {
            return new Rest(consumed, consumed, NONE, NONE);
        }
        Automaton some = after(words.intersection(SOMETHING), inside);
        return new Rest(union(atStart, some), consumed, startIsEnd, atEnd);
    }

    /** If one is at the start. */
    Rest fromStart() {
        return new Rest(atStart, NONE, startIsEnd, NONE);
    }

    /** If one is at the end. */
    Rest fromEnd() {
        return new Rest(startIsEnd, atEnd, startIsEnd, atEnd);
    }

    Rest or(Rest other) {
        return with(other, (one, another) -> union(one, another));
    }

    Rest and(Rest other) {
        return with(other, (one, another) -> one.intersection(another));
    }

    Rest without(Rest other) {
        return with(other, (one, another) -> Language.deterministic(one).minus(Language.deterministic(another)));
    }

    /** The same with as few states as it needs, so that what is made of it step by step stays small. */
    Rest small() {
        UnaryOperator<Automaton> small = each -> {
            Automaton copy = Language.deterministic(each).clone();
            copy.minimize();
            return copy;
        };
        return new Rest(small.apply(atStart), small.apply(inside), small.apply(startIsEnd), small.apply(atEnd));
    }

    private Rest with(Rest other, BinaryOperator<Automaton> by) {
        return new Rest(
                by.apply(atStart, other.atStart),
                by.apply(inside, other.inside),
                by.apply(startIsEnd, other.startIsEnd),
                by.apply(atEnd, other.atEnd));
    }
}
