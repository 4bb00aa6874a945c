package io.platformapi.contract.example;

import io.platformapi.contract.pattern.RegexTerm;

/** How many characters the shortest text of a term has, as far as it says by itself. */
final class ShortestText implements RegexTerm.Visitor<Long> {

    /** Longer than any text, yet two of it can be added. */
    private static final long NONE = Long.MAX_VALUE / 4;

    private static final ShortestText SHORTEST = new ShortestText();

    private ShortestText() {}

    static long of(RegexTerm term) {
        return term.accept(SHORTEST);
    }

    @Override
    public Long characters(RegexTerm.Characters characters) {
        return characters.set().isEmpty() ? NONE : 1L;
    }

    @Override
    public Long sequence(RegexTerm.Sequence sequence) {
        return sequence.terms().stream().map(ShortestText::of).reduce(0L, (one, other) -> Math.min(NONE, one + other));
    }

    @Override
    public Long choice(RegexTerm.Choice choice) {
        return choice.terms().stream().map(ShortestText::of).min(Long::compare).orElse(NONE);
    }

    @Override
    public Long repeat(RegexTerm.Repeat repeat) {
        long once = repeat.least() == 0 ? 0 : of(repeat.term());
        return once > 0 && repeat.least() > NONE / once ? NONE : once * repeat.least();
    }

    @Override
    public Long group(RegexTerm.Group group) {
        return of(group.term());
    }

    @Override
    public Long backReference(RegexTerm.BackReference reference) {
        return 0L;
    }

    @Override
    public Long look(RegexTerm.Look look) {
        return 0L;
    }

    @Override
    public Long edge(RegexTerm.Edge edge) {
        return 0L;
    }
}
