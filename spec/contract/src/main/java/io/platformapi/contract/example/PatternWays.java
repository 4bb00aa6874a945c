package io.platformapi.contract.example;

import io.platformapi.contract.pattern.CharacterSet;
import io.platformapi.contract.pattern.CharacterSet.Range;
import io.platformapi.contract.pattern.EcmaRegex;
import io.platformapi.contract.pattern.RegexFinder;
import io.platformapi.contract.pattern.RegexTerm;
import io.platformapi.contract.pattern.UnreadableRegex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Texts that match an expression, each in ways that those before it do not: by another alternative, by characters of
 * another kind, by as few rounds of a repetition as may be or as many.
 *
 * <p>Characters are of one kind that are digits, capital or small letters; each sign is a kind of its own.
 */
public final class PatternWays implements RegexTerm.Visitor<String> {

    private static final int TURNS = 12;

    /** The turn in which what may be repeated for ever is not, so that all else has as many rounds as it may. */
    private static final int BOUNDED = 13;

    private static final int LONGEST = 256;
    private static final int USUAL = 12;
    private static final int MOST_SIGNS = 6;
    private static final List<Range> LETTERS = List.of(new Range('a', 'z'), new Range('A', 'Z'), new Range('0', '9'));

    /** A term, and which of its ways was gone. */
    private record Way(RegexTerm term, int number) {}

    private final int turn;
    private final Random random;
    private final Map<RegexTerm, Integer> visits = new HashMap<>();
    private final Map<Integer, String> groups = new HashMap<>();
    private final Set<Way> gone = new HashSet<>();
    private final long endlessly;
    private long spare;
    private int repeats;

    private PatternWays(int turn, long spare, long endlessly) {
        this.turn = turn;
        this.endlessly = endlessly;
        this.random = new Random(turn);
        this.spare = spare;
    }

    /**
     * The texts; none where the expression is not understood.
     *
     * @param least how many characters they have to have
     * @param most how many they may have
     */
    public static List<String> of(String pattern, int least, int most) {
        try {
            EcmaRegex regex = EcmaRegex.of(pattern);
            return of(regex.term(), RegexFinder.of(regex), least, most);
        } catch (UnreadableRegex nobodyKnows) {
            return List.of();
        }
    }

    private static List<String> of(RegexTerm term, RegexFinder finder, int least, int most) {
        long shortest = Math.max(least, ShortestText.of(term));
        long longest = Math.min(most, Math.max(LONGEST, shortest));
        List<String> texts = new ArrayList<>();
        if (shortest > Math.min(longest, LONGEST)) {
            return texts;
        }
        Set<Way> known = new HashSet<>();
        for (int turn : IntStream.concat(IntStream.range(0, TURNS), IntStream.of(BOUNDED))
                .toArray()) {
            long wanted = turn % 2 == 0 ? shortest : longest;
            PatternWays ways =
                    new PatternWays(turn, wanted - ShortestText.of(term), most > LONGEST ? least + USUAL : LONGEST);
            String text = term.accept(ways);
            int length = text.codePointCount(0, text.length());
            boolean fits = length >= least && length <= most && text.equals(text.strip());
            if (fits && finder.finds(text) && known.addAll(ways.gone)) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** How often a term was asked before, in this turn. */
    private int visit(RegexTerm term) {
        return visits.merge(term, 1, Integer::sum) - 1;
    }

    @Override
    public String characters(RegexTerm.Characters characters) {
        List<Range> kinds = kinds(characters.set());
        int number = (turn / 2 + visit(characters)) % kinds.size();
        gone.add(new Way(characters, number));
        Range kind = kinds.get(number);
        return Character.toString(kind.min() + random.nextInt(kind.max() - kind.min() + 1));
    }

    private static List<Range> kinds(CharacterSet set) {
        List<Range> letters = both(set.upTo('~'), LETTERS);
        List<Range> signs = IntStream.rangeClosed(' ', '~')
                .filter(sign -> !Character.isLetterOrDigit(sign) && set.contains(sign))
                .mapToObj(sign -> new Range(sign, sign))
                .toList();
        List<Range> kinds = Stream.concat(letters.stream(), signs.stream().limit(letters.isEmpty() ? 1 : MOST_SIGNS))
                .toList();
        if (kinds.isEmpty()) {
            Range first = set.upTo(Character.MAX_CODE_POINT).get(0);
            return List.of(new Range(first.min(), first.min()));
        }
        return signs.size() > MOST_SIGNS && !letters.isEmpty() ? letters : kinds;
    }

    private static List<Range> both(List<Range> some, List<Range> others) {
        return others.stream()
                .flatMap(other -> some.stream()
                        .map(one -> new Range(Math.max(one.min(), other.min()), Math.min(one.max(), other.max()))))
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
        List<RegexTerm> terms = choice.terms();
        int number = (turn / 2 + visit(choice)) % terms.size();
        while (ShortestText.of(terms.get(number)) - shortest > spare) {
            number = (number + 1) % terms.size(); // the shortest fits
        }
        gone.add(new Way(choice, number));
        spare -= ShortestText.of(terms.get(number)) - shortest;
        return terms.get(number).accept(this);
    }

    /** The first repetition takes what it can, or, in some turns, leaves it to those behind. */
    @Override
    public String repeat(RegexTerm.Repeat repeat) {
        long shortest = ShortestText.of(repeat.term());
        long possible = spare / Math.max(1, shortest);
        boolean endless = repeat.most() < 0;
        long most = Math.min(possible, endless ? endlessly : repeat.most() - (long) repeat.least());
        boolean left = turn == BOUNDED ? endless : turn % 4 == 3 && repeats++ == 0;
        long more = left ? 0 : most;
        boolean full = endless ? turn % 2 == 1 : more == repeat.most() - repeat.least();
        gone.add(new Way(repeat, more == 0 ? 0 : full ? 2 : 1));
        spare -= more * Math.max(1, shortest);
        long rounds = more + (shortest == 0 ? Math.min(1, repeat.least()) : repeat.least());
        StringBuilder text = new StringBuilder();
        for (long i = 0; i < rounds; i++) { // rounds of nothing add nothing
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

    @Override
    public String look(RegexTerm.Look look) {
        return "";
    }

    @Override
    public String edge(RegexTerm.Edge edge) {
        return "";
    }
}
