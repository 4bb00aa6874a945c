package io.platformapi.compat.schema.language;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import io.platformapi.contract.pattern.CharacterSet;
import io.platformapi.contract.pattern.EcmaRegex;
import io.platformapi.contract.pattern.RegexTerm;
import io.platformapi.contract.pattern.UnreadableRegex;

/**
 * An ECMA-262 regular expression as the {@link Language} of the strings that contain a match.
 *
 * <p>What follows an expression is compiled before it, so that a lookahead is an intersection with the rest; and for
 * each position that {@code ^} and {@code $} tell apart ({@link Rest}), so that they consume nothing, however often
 * they stand there. Back references, word boundaries and lookbehind are refused: nobody is told that they were
 * understood.
 */
public final class Regex {

    /** Repetitions we unfold. */
    public static final int MOST = 5000;

    private Regex() {}

    /** An expression that we cannot turn into an automaton, and why. */
    public static final class Unsupported extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsupported(String what) {
            super(what, null, false, false);
        }
    }

    /** The strings that contain a match of the expression. */
    public static Language language(String regex) {
        Rest match = compile(read(regex), Rest.ANYTHING);
        return Language.of(Rest.union(
                match.atStart(), Rest.after(Rest.SOMETHING, match.inside()), match.startIsEnd(), match.atEnd()));
    }

    private static RegexTerm read(String regex) {
        try {
            return EcmaRegex.of(regex).term();
        } catch (UnreadableRegex e) {
            throw new Unsupported(e.getMessage());
        }
    }

    /** What matches the term and then what {@code rest} accepts. */
    private static Rest compile(RegexTerm term, Rest rest) {
        return term.accept(new Before(rest));
    }

    /** Puts terms before what may follow them. */
    private record Before(Rest rest) implements RegexTerm.Visitor<Rest> {

        @Override
        public Rest characters(RegexTerm.Characters characters) {
            return rest.after(automaton(characters.set()));
        }

        @Override
        public Rest sequence(RegexTerm.Sequence sequence) {
            Rest result = rest;
            for (int i = sequence.terms().size() - 1; i >= 0; i--) {
                result = compile(sequence.terms().get(i), result);
            }
            return result;
        }

        @Override
        public Rest choice(RegexTerm.Choice choice) {
            return choice.terms().stream()
                    .map(each -> compile(each, rest))
                    .reduce(Rest::or)
                    .orElseThrow();
        }

        @Override
        public Rest repeat(RegexTerm.Repeat repeat) {
            if (Math.max(repeat.least(), repeat.most()) > MOST) {
                throw new Unsupported("a quantifier above " + MOST);
            }
            return repeated(repeat, rest);
        }

        @Override
        public Rest group(RegexTerm.Group group) {
            return compile(group.term(), rest);
        }

        @Override
        public Rest backReference(RegexTerm.BackReference reference) {
            throw new Unsupported("a back reference");
        }

        @Override
        public Rest look(RegexTerm.Look look) {
            if (look.side() == RegexTerm.Side.BEHIND) {
                throw new Unsupported("a lookbehind");
            }
            Rest ahead = compile(look.term(), Rest.ANYTHING);
            return look.negative() ? rest.without(ahead) : rest.and(ahead);
        }

        @Override
        public Rest edge(RegexTerm.Edge edge) {
            return switch (edge) {
                case START -> rest.fromStart();
                case END -> rest.fromEnd();
                case WORD, NO_WORD -> throw new Unsupported("a word boundary");
            };
        }
    }

    /** Of what is beyond the basic plane and its surrogates, all or nothing can be meant: no word here has any. */
    private static Automaton automaton(CharacterSet set) {
        if (set.properties().isEmpty() && (isSplit(set, '\uD800', '\uDFFF') || isSplit(set, 0x10000, 0x10FFFF))) {
            throw new Unsupported("characters beyond the basic plane");
        }
        return Rest.union(set.upTo(Character.MAX_VALUE).stream()
                        .map(range -> BasicAutomata.makeCharRange((char) range.min(), (char) range.max()))
                        .toArray(Automaton[]::new))
                .intersection(Language.character());
    }

    /** Whether some of the characters from one to another are in a set, and some are not. */
    private static boolean isSplit(CharacterSet set, int min, int max) {
        return set.ranges().stream()
                .anyMatch(
                        range -> range.min() <= max && min <= range.max() && (min < range.min() || range.max() < max));
    }

    private static Rest repeated(RegexTerm.Repeat repeat, Rest rest) {
        RegexTerm term = repeat.term();
        if (!term.looks()) {
            return rest.after(compile(term, Rest.NOTHING).inside(), repeat.least(), repeat.most());
        }
        Rest result = repeat.most() < 0 ? endless(term, rest) : rest;
        for (int i = repeat.least(); i < repeat.most(); i++) {
            result = rest.or(compile(term, result)).small();
        }
        for (int i = 0; i < repeat.least(); i++) {
            result = compile(term, result).small();
        }
        return result;
    }

    /**
     * A term with {@code ^} or {@code $} in it, any number of times. It is taken apart into what it consumes on the way
     * from one position to another; a round that consumes nothing adds nothing.
     */
    private static Rest endless(RegexTerm term, Rest rest) {
        if (term.looksAround()) {
            throw new Unsupported("a repeated lookahead");
        }
        Rest inside = compile(term, Rest.onlyInside());
        Rest end = compile(term, Rest.onlyAtEnd());
        Rest startIsEnd = compile(term, Rest.onlyWhereStartIsEnd());
        Automaton within = Rest.after(
                Rest.star(inside.inside()), Rest.union(rest.inside(), Rest.after(end.inside(), rest.atEnd())));
        Automaton from = Rest.union(
                rest.atStart(),
                Rest.after(inside.atStart(), within),
                Rest.after(end.atStart(), rest.atEnd()),
                Rest.after(startIsEnd.atStart(), rest.startIsEnd()));
        return new Rest(from, within, rest.startIsEnd(), rest.atEnd());
    }
}
