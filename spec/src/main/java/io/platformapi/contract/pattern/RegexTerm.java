package io.platformapi.contract.pattern;

import java.util.List;

/** A regular expression, read. */
public sealed interface RegexTerm {

    /** Whether it is about more than the characters it consumes: what follows, or where it stands. */
    default boolean looks() {
        return parts().stream().anyMatch(RegexTerm::looks);
    }

    /** Whether it looks at what follows. */
    default boolean looksAhead() {
        return parts().stream().anyMatch(RegexTerm::looksAhead);
    }

    /** The terms it is made of. */
    default List<RegexTerm> parts() {
        return List.of();
    }

    /** Characters from one to another, both included. */
    record Range(char min, char max) {}

    /** One character of several ranges. */
    record Characters(List<Range> ranges) implements RegexTerm {}

    /** Terms one after another. */
    record Sequence(List<RegexTerm> terms) implements RegexTerm {
        @Override
        public List<RegexTerm> parts() {
            return terms;
        }
    }

    /** One of several terms. */
    record Choice(List<RegexTerm> terms) implements RegexTerm {
        @Override
        public List<RegexTerm> parts() {
            return terms;
        }
    }

    /** A term several times; no upper bound is -1. */
    record Repeat(RegexTerm term, int least, int most) implements RegexTerm {
        @Override
        public List<RegexTerm> parts() {
            return List.of(term);
        }
    }

    /** A lookahead. */
    record Look(RegexTerm term, boolean negative) implements RegexTerm {
        @Override
        public boolean looks() {
            return true;
        }

        @Override
        public boolean looksAhead() {
            return true;
        }
    }

    /** {@code ^}. */
    record Start() implements RegexTerm {
        @Override
        public boolean looks() {
            return true;
        }
    }

    /** {@code $}. */
    record End() implements RegexTerm {
        @Override
        public boolean looks() {
            return true;
        }
    }
}
