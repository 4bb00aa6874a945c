package io.platformapi.contract.pattern;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The groups that back references name.
 *
 * <p>A group that took no part in a match, or not in this round of a repetition, matches the empty text in ECMA-262; in
 * Java it fails, or keeps its text of an earlier round. So a reference is understood where its group has surely taken
 * part, and refused elsewhere.
 */
final class Remembered implements RegexTerm.Visitor<BitSet> {

    private final BitSet matched = new BitSet();
    private final Set<Integer> referred = new HashSet<>();

    private Remembered() {}

    /**
     * Their numbers.
     *
     * @throws UnreadableRegex if one might not have taken part where it is referred to
     */
    static Set<Integer> in(RegexTerm term) {
        Remembered remembered = new Remembered();
        term.accept(remembered);
        return remembered.referred;
    }

    /** The groups that a term has surely matched, when it has. */
    private BitSet inside(RegexTerm term) {
        BitSet before = (BitSet) matched.clone();
        BitSet found = term.accept(this);
        matched.clear();
        matched.or(before);
        return found;
    }

    @Override
    public BitSet characters(RegexTerm.Characters characters) {
        return new BitSet();
    }

    @Override
    public BitSet sequence(RegexTerm.Sequence sequence) {
        BitSet found = new BitSet();
        for (RegexTerm term : sequence.terms()) {
            BitSet more = inside(term);
            matched.or(more);
            found.or(more);
        }
        return found;
    }

    @Override
    public BitSet choice(RegexTerm.Choice choice) {
        List<BitSet> each = choice.terms().stream().map(this::inside).toList();
        BitSet all = (BitSet) each.get(0).clone();
        each.forEach(all::and);
        return all;
    }

    @Override
    public BitSet repeat(RegexTerm.Repeat repeat) {
        BitSet found = inside(repeat.term());
        boolean surely = repeat.least() > 0 && Emptiness.of(repeat.term()) == Emptiness.NEVER;
        return surely ? found : new BitSet();
    }

    @Override
    public BitSet group(RegexTerm.Group group) {
        BitSet found = inside(group.term());
        found.set(group.number());
        return found;
    }

    @Override
    public BitSet backReference(RegexTerm.BackReference reference) {
        if (!matched.get(reference.group())) {
            throw new UnreadableRegex("a back reference to a group that may not have matched yet");
        }
        referred.add(reference.group());
        return new BitSet();
    }

    /** Behind, ECMA-262 matches from the end to the start, and what its groups hold may differ. */
    @Override
    public BitSet look(RegexTerm.Look look) {
        BitSet found = inside(look.term());
        return look.negative() || look.side() == RegexTerm.Side.BEHIND ? new BitSet() : found;
    }

    @Override
    public BitSet edge(RegexTerm.Edge edge) {
        return new BitSet();
    }
}
