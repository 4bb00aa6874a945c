package io.platformapi.contract.pattern;

import io.platformapi.contract.pattern.CharacterSet.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes an expression as Java's engine reads it.
 *
 * <p>Every character is written by its code, so that nothing of Java's own syntax can be meant by accident. Units of
 * surrogates, which Java cannot see apart, are written as characters of private use: see {@link #units}.
 */
final class JavaRegex implements RegexTerm.Visitor<String> {

    /** Where the units of surrogates go: a plane that no text of units reaches. */
    private static final int BEYOND = 0x100000;

    private static final int MOST_ROUNDS = 100;
    private static final int LONGEST = 500_000;
    private static final String WORD = set(CharacterReader.WORD, Alphabet.CODE_POINTS);
    private static final String NOTHING = "(?!)";
    private static final String NO_CHARACTER = "[^\\x{0}-\\x{10FFFF}]";

    private final Alphabet alphabet;
    private final Set<Integer> remembered;

    private JavaRegex(Alphabet alphabet, Set<Integer> remembered) {
        this.alphabet = alphabet;
        this.remembered = remembered;
    }

    /**
     * The expression in Java's words.
     *
     * @throws UnreadableRegex if Java's engine cannot do what it says
     */
    static String of(EcmaRegex regex) {
        String text = regex.term().accept(new JavaRegex(regex.alphabet(), Remembered.in(regex.term())));
        // where no character of an expression needs it, Java begins within surrogate pairs, too
        return regex.term().looks() && !text.startsWith("\\A") ? "(?:" + text + ")|" + NO_CHARACTER : text;
    }

    /** A text as one of units: whoever asks for whole characters gets each. */
    static CharSequence units(String text) {
        StringBuilder units = new StringBuilder();
        text.chars().forEach(unit -> units.appendCodePoint(shifted(unit)));
        return units;
    }

    private static int shifted(int unit) {
        return Character.MIN_SURROGATE <= unit && unit <= Character.MAX_SURROGATE ? unit + BEYOND : unit;
    }

    private String written(RegexTerm term) {
        String text = term.accept(this);
        if (text.length() > LONGEST) {
            throw new UnreadableRegex("too many repetitions of places in the text");
        }
        return text;
    }

    @Override
    public String characters(RegexTerm.Characters characters) {
        return set(characters.set(), alphabet);
    }

    private static String set(CharacterSet set, Alphabet alphabet) {
        if (set.isEmpty()) {
            return NOTHING;
        } else if (set.only() >= 0) {
            return code(alphabet == Alphabet.CODE_UNITS ? shifted(set.only()) : set.only());
        }
        List<Range> gaps = CharacterSet.gaps(set.ranges(), alphabet.last());
        boolean others = set.properties().isEmpty()
                && !gaps.isEmpty()
                && gaps.size() < set.ranges().size();
        return (set.negative() || others ? "[^" : "[")
                + ranges(others ? gaps : set.ranges(), alphabet)
                + set.properties().stream().map(Property::inJava).collect(Collectors.joining())
                + "]";
    }

    private static String ranges(List<Range> ranges, Alphabet alphabet) {
        List<Range> written = new ArrayList<>();
        ranges.forEach(range -> {
            if (alphabet == Alphabet.CODE_POINTS) {
                written.add(range);
            } else {
                add(range, 0, Character.MIN_SURROGATE - 1, written);
                add(range, Character.MIN_SURROGATE, Character.MAX_SURROGATE, written);
                add(range, Character.MAX_SURROGATE + 1, Character.MAX_VALUE, written);
            }
        });
        return written.stream()
                .map(range -> code(range.min()) + "-" + code(range.max()))
                .collect(Collectors.joining());
    }

    private static void add(Range range, int min, int max, List<Range> written) {
        if (range.min() <= max && min <= range.max()) {
            written.add(new Range(shifted(Math.max(range.min(), min)), shifted(Math.min(range.max(), max))));
        }
    }

    private static String code(int character) {
        return "\\x{" + Integer.toHexString(character) + "}";
    }

    @Override
    public String sequence(RegexTerm.Sequence sequence) {
        return sequence.terms().stream().map(this::written).collect(Collectors.joining());
    }

    @Override
    public String choice(RegexTerm.Choice choice) {
        return choice.terms().stream().map(this::written).collect(Collectors.joining("|", "(?:", ")"));
    }

    /** In Java a round that consumes nothing is the last, even if more are asked for: these are written one by one. */
    @Override
    public String repeat(RegexTerm.Repeat repeat) {
        String text = written(repeat.term());
        // of rounds that have no choice Java takes back the length, and not the groups in them
        String once = "(?:" + text + (text.contains("(?<g") ? "|" + NOTHING : "") + ")";
        return switch (Emptiness.of(repeat.term())) {
            case NEVER -> once + quantifier(repeat, repeat.least());
            case ANYWHERE -> once + quantifier(repeat, 0);
            case SOMEWHERE -> oneByOne(repeat, once);
        };
    }

    private String oneByOne(RegexTerm.Repeat repeat, String once) {
        if (repeat.least() > MOST_ROUNDS) {
            throw new UnreadableRegex("a place in the text more than " + MOST_ROUNDS + " times");
        } else if (repeat.least() > 0 && once.contains("(?<g")) {
            throw new UnreadableRegex("a back reference into rounds that may consume nothing");
        }
        int more = repeat.most() < 0 ? -1 : repeat.most() - repeat.least();
        RegexTerm.Repeat rest = new RegexTerm.Repeat(repeat.term(), 0, more, repeat.lazy());
        return once.repeat(repeat.least()) + (more == 0 ? "" : once + quantifier(rest, 0));
    }

    private static String quantifier(RegexTerm.Repeat repeat, int least) {
        return "{" + least + "," + (repeat.most() < 0 ? "" : repeat.most()) + "}" + (repeat.lazy() ? "?" : "");
    }

    @Override
    public String group(RegexTerm.Group group) {
        String start = remembered.contains(group.number()) ? "(?<g" + group.number() + ">" : "(?:";
        return start + written(group.term()) + ")";
    }

    @Override
    public String backReference(RegexTerm.BackReference reference) {
        return "\\k<g" + reference.group() + ">";
    }

    @Override
    public String look(RegexTerm.Look look) {
        if (look.side() == RegexTerm.Side.BEHIND && isEndless(look.term())) {
            throw new UnreadableRegex("a lookbehind at a text of any length");
        }
        String side = look.side() == RegexTerm.Side.AHEAD ? "" : "<";
        return "(?" + side + (look.negative() ? "!" : "=") + written(look.term()) + ")";
    }

    private static boolean isEndless(RegexTerm term) {
        return term instanceof RegexTerm.BackReference
                || term instanceof RegexTerm.Repeat repeat && repeat.most() < 0
                || term.parts().stream().anyMatch(JavaRegex::isEndless);
    }

    @Override
    public String edge(RegexTerm.Edge edge) {
        return switch (edge) {
            case START -> "\\A";
            case END -> "\\z";
            case WORD -> "(?:(?<=" + WORD + ")(?!" + WORD + ")|(?<!" + WORD + ")(?=" + WORD + "))";
            case NO_WORD -> "(?:(?<=" + WORD + ")(?=" + WORD + ")|(?<!" + WORD + ")(?!" + WORD + "))";
        };
    }
}
