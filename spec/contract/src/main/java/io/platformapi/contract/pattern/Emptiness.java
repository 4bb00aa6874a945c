package io.platformapi.contract.pattern;

/** Whether a term can match without consuming anything. */
enum Emptiness {
    NEVER,
    /** It hangs on what stands around, or on what a group has matched. */
    SOMEWHERE,
    ANYWHERE;

    private static final RegexTerm.Visitor<Emptiness> OF = new OfTerm();

    static Emptiness of(RegexTerm term) {
        return term.accept(OF);
    }

    private static final class OfTerm implements RegexTerm.Visitor<Emptiness> {

        @Override
        public Emptiness characters(RegexTerm.Characters characters) {
            return NEVER;
        }

        @Override
        public Emptiness sequence(RegexTerm.Sequence sequence) {
            return sequence.terms().stream()
                    .map(Emptiness::of)
                    .min(Emptiness::compareTo)
                    .orElse(ANYWHERE);
        }

        @Override
        public Emptiness choice(RegexTerm.Choice choice) {
            return choice.terms().stream()
                    .map(Emptiness::of)
                    .max(Emptiness::compareTo)
                    .orElse(NEVER);
        }

        @Override
        public Emptiness repeat(RegexTerm.Repeat repeat) {
            return repeat.least() == 0 ? ANYWHERE : of(repeat.term());
        }

        @Override
        public Emptiness group(RegexTerm.Group group) {
            return of(group.term());
        }

        @Override
        public Emptiness backReference(RegexTerm.BackReference reference) {
            return SOMEWHERE;
        }

        @Override
        public Emptiness look(RegexTerm.Look look) {
            return SOMEWHERE;
        }

        @Override
        public Emptiness edge(RegexTerm.Edge edge) {
            return SOMEWHERE;
        }

        private static Emptiness of(RegexTerm term) {
            return Emptiness.of(term);
        }
    }
}
