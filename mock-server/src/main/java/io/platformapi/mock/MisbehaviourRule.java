package io.platformapi.mock;

import java.util.Optional;
import java.util.Random;

/**
 * When answers are spoilt, and how. Remembers how often it was asked; safe for many threads.
 *
 * <p>Which of some per cent are meant follows from the seed alone, so that a run can be repeated.
 */
final class MisbehaviourRule {

    private static final int ALL = 100;

    private final Terms terms;
    private final Misbehaviour misbehaviour;
    private final Random random;
    private int asked;
    private int spoilt;

    MisbehaviourRule(Terms terms, Misbehaviour misbehaviour, long seed) {
        this.terms = terms;
        this.misbehaviour = misbehaviour;
        this.random = new Random(seed);
    }

    /**
     * Which answers.
     *
     * @param operation those of the operation with this id; empty for all
     * @param percent how many of a hundred
     * @param every one of so many
     * @param times so many and no more; 0 for all
     */
    record Terms(Optional<String> operation, int percent, int every, int times) {}

    Terms terms() {
        return terms;
    }

    Misbehaviour misbehaviour() {
        return misbehaviour;
    }

    /** How the next answer is spoilt; empty if it is not. */
    synchronized Optional<Misbehaviour> next(Optional<String> operation) {
        if (terms.operation().isPresent() && !terms.operation().equals(operation)) {
            return Optional.empty();
        }
        asked++;
        boolean used = terms.times() > 0 && spoilt >= terms.times();
        boolean chosen = asked % terms.every() == 0 && random.nextInt(ALL) < terms.percent();
        if (used || !chosen) {
            return Optional.empty();
        }
        spoilt++;
        return Optional.of(misbehaviour);
    }
}
