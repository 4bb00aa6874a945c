package io.platformapi.contract.example;

import io.platformapi.contract.pattern.CharacterSet;
import io.platformapi.contract.pattern.CharacterSet.Range;
import io.platformapi.contract.pattern.RegexTerm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Writes a text as an expression's terms would match it, one after another.
 *
 * <p>There are characters to spare beyond the shortest text: each choice and repetition may take some of them. What an
 * expression says of places and of what stands around is passed over; whoever asks looks whether it came true.
 */
final class PatternText implements RegexTerm.Visitor<String> {

    private static final int LONGEST = 1_000_000;
    private static final int USUAL = 12;

    /** Characters we would rather show to people, the plainest first. */
    private static final List<List<Range>> PLAIN = List.of(
            List.of(new Range('0', '9'), new Range('A', 'Z'), new Range('a', 'z')),
            List.of(new Range(' ', '~')),
            List.of(new Range(0xA1, 0xD7FF)),
            List.of(new Range(0, Character.MAX_CODE_POINT)));

    private final RegexTerm term;
    private final int least;
    private final int most;
    private final Map<CharacterSet, List<Range>> plainest = new HashMap<>();
    private final Map<Integer, String> groups = new HashMap<>();
    private Random random = new Random(0);
    private long spare;
    private boolean showsLooks;

    /** One of texts of so many characters. */
    PatternText(RegexTerm term, int least, int most) {
        this.term = term;
        this.least = least;
        this.most = most;
    }

    /** A text; empty if the expression has none as long as it should be. */
    Optional<String> made(Random choices) {
        long shortest = ShortestText.of(term);
        long wanted = Math.max(shortest, least);
        long longest = Math.min(Math.min(wanted + USUAL, most), LONGEST);
        if (longest < wanted) {
            return Optional.empty();
        }
        random = choices;
        showsLooks = random.nextInt(4) == 0;
        spare = wanted + random.nextInt((int) (longest - wanted) + 1) - shortest;
        groups.clear();
        return Optional.of(padded(term.accept(this))).filter(text -> text.codePointCount(0, text.length()) <= most);
    }

    /** Longer by what follows a match, if that is allowed. */
    private String padded(String text) {
        return text + "a".repeat(Math.max(0, least - text.codePointCount(0, text.length())));
    }

    @Override
    public String characters(RegexTerm.Characters characters) {
        List<Range> ranges = plainest.computeIfAbsent(characters.set(), this::plainest);
        Range range = ranges.get(random.nextInt(ranges.size()));
        return Character.toString(range.min() + random.nextInt(range.max() - range.min() + 1));
    }

    /** What looks around may look for signs, too. */
    private List<Range> plainest(CharacterSet set) {
        return PLAIN.stream()
                .skip(term.looksAround() ? 1 : 0)
                .map(wanted -> both(set.upTo(wanted.get(wanted.size() - 1).max()), wanted))
                .filter(ranges -> !ranges.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static List<Range> both(List<Range> some, List<Range> others) {
        return some.stream()
                .flatMap(one -> others.stream()
                        .map(other -> new Range(Math.max(one.min(), other.min()), Math.min(one.max(), other.max()))))
                .filter(range -> range.min() <= range.max())
                .toList();
    }

    @Override
    public String sequence(RegexTerm.Sequence sequence) {
        StringBuilder text = new StringBuilder();
        sequence.terms().forEach(term -> text.append(term.accept(this)));
        return text.toString();
    }

    @Override
    public String choice(RegexTerm.Choice choice) {
        long shortest = ShortestText.of(choice);
        List<RegexTerm> within = choice.terms().stream()
                .filter(term -> ShortestText.of(term) - shortest <= spare)
                .toList();
        RegexTerm chosen = within.get(random.nextInt(within.size()));
        spare -= ShortestText.of(chosen) - shortest;
        return chosen.accept(this);
    }

    @Override
    public String repeat(RegexTerm.Repeat repeat) {
        long shortest = ShortestText.of(repeat.term());
        long cost = Math.max(1, shortest);
        long possible = spare / cost;
        long most = repeat.most() < 0 ? possible : Math.min(possible, repeat.most() - (long) repeat.least());
        long more = random.nextInt(3) == 0 ? most : random.nextLong(most + 1);
        spare -= more * cost;
        StringBuilder text = new StringBuilder();
        long rounds =
                more + (shortest == 0 ? Math.min(1, repeat.least()) : repeat.least()); // rounds of nothing add nothing
        for (long i = 0; i < rounds; i++) {
            text.append(repeat.term().accept(this));
        }
        return text.toString();
    }

    @Override
    public String group(RegexTerm.Group group) {
        String text = group.term().accept(this);
        groups.put(group.number(), text);
        return text;
    }

    @Override
    public String backReference(RegexTerm.BackReference reference) {
        return groups.getOrDefault(reference.group(), "");
    }

    /** What must stand around may, in some texts, stand there beside the rest. */
    @Override
    public String look(RegexTerm.Look look) {
        return showsLooks && !look.negative() ? look.term().accept(this) : "";
    }

    @Override
    public String edge(RegexTerm.Edge edge) {
        return "";
    }
}
