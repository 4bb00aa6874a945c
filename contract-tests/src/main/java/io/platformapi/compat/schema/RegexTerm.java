package io.platformapi.compat.schema;

import java.util.List;

/** A regular expression, read. */
sealed interface RegexTerm {

    /** Whether it looks beyond what it consumes. */
    default boolean looks() {
        return false;
    }

    /** Characters from one to another, both included. */
    record Range(char min, char max) {}

    /** One character of several ranges. */
    record Characters(List<Range> ranges) implements RegexTerm {}

    /** Terms one after another. */
    record Sequence(List<RegexTerm> terms) implements RegexTerm {
        @Override
        public boolean looks() {
            return terms.stream().anyMatch(RegexTerm::looks);
        }
    }

    /** One of several terms. */
    record Choice(List<RegexTerm> terms) implements RegexTerm {
        @Override
        public boolean looks() {
            return terms.stream().anyMatch(RegexTerm::looks);
        }
    }

    /** A term several times; no upper bound is -1. */
    record Repeat(RegexTerm term, int least, int most) implements RegexTerm {
        @Override
        public boolean looks() {
            return term.looks();
        }
    }

    /** A lookahead. */
    record Look(RegexTerm term, boolean negative) implements RegexTerm {
        @Override
        public boolean looks() {
            return true;
        }
    }

    /** {@code ^}. */
    record Start() implements RegexTerm {}

    /** {@code $}. */
    record End() implements RegexTerm {}
}
