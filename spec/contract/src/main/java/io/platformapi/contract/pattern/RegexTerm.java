package io.platformapi.contract.pattern;

import java.util.List;

/** A part of a regular expression, read. */
public sealed interface RegexTerm {

    /** One answer for each kind of term. */
    interface Visitor<R> {

        R characters(Characters characters);

        R sequence(Sequence sequence);

        R choice(Choice choice);

        R repeat(Repeat repeat);

        R group(Group group);

        R backReference(BackReference reference);

        R look(Look look);

        R edge(Edge edge);
    }

    <R> R accept(Visitor<R> visitor);

    /** The terms it is made of. */
    default List<RegexTerm> parts() {
        return List.of();
    }

    /** Whether it is about more than the characters it consumes: what stands around, or where it stands. */
    default boolean looks() {
        return parts().stream().anyMatch(RegexTerm::looks);
    }

    /** Whether it looks at what stands around. */
    default boolean looksAround() {
        return parts().stream().anyMatch(RegexTerm::looksAround);
    }

    /** One character of several. */
    record Characters(CharacterSet set) implements RegexTerm {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.characters(this);
        }
    }

    /** Terms one after another. */
    record Sequence(List<RegexTerm> terms) implements RegexTerm {
        @Override
        public List<RegexTerm> parts() {
            return terms;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sequence(this);
        }
    }

    /** One of several terms. */
    record Choice(List<RegexTerm> terms) implements RegexTerm {
        @Override
        public List<RegexTerm> parts() {
            return terms;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }
    }

    /** A term several times, as few as possible if lazy; no upper bound is -1. */
    record Repeat(RegexTerm term, int least, int most, boolean lazy) implements RegexTerm {
        @Override
        public List<RegexTerm> parts() {
            return List.of(term);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.repeat(this);
        }
    }

    /** A term whose match is remembered, by its number from 1. */
    record Group(int number, RegexTerm term) implements RegexTerm {
        @Override
        public List<RegexTerm> parts() {
            return List.of(term);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.group(this);
        }
    }

    /** The same text as a group has matched. */
    record BackReference(int group) implements RegexTerm {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.backReference(this);
        }
    }

    /** What must or must not follow or go before. */
    record Look(Side side, boolean negative, RegexTerm term) implements RegexTerm {
        @Override
        public List<RegexTerm> parts() {
            return List.of(term);
        }

        @Override
        public boolean looks() {
            return true;
        }

        @Override
        public boolean looksAround() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.look(this);
        }
    }

    /** Where a {@link Look} looks. */
    enum Side {
        AHEAD,
        BEHIND
    }

    /** A place in the text: its start and end, the start or end of a word, and any other. */
    enum Edge implements RegexTerm {
        START,
        END,
        WORD,
        NO_WORD;

        @Override
        public boolean looks() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.edge(this);
        }
    }
}
