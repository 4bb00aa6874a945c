package io.platformapi.compat.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions that somebody or nobody chose, and every short word: our automata and Java's engine agree. */
class RegexTest {

    private static final int EXPRESSIONS = Integer.getInteger("compat.fuzz.patterns", 400);
    private static final String LETTERS = "ab,";
    private static final List<String> WORDS = words(5);
    private static final List<String> ATOMS =
            List.of("a", "b", ",", ".", "[ab]", "[^a]", "\\w", "\\W", "^", "$", "(?=a)", "(?!b)", "(?=.*b)", "");
    private static final List<String> QUANTIFIERS = List.of("", "", "", "?", "*", "+", "{2}", "{1,2}", "{0,3}", "{2,}");

    private static List<String> words(int longest) {
        List<String> words = new ArrayList<>(List.of(""));
        for (int i = 0; i < words.size() && words.get(i).length() < longest; i++) {
            for (char letter : LETTERS.toCharArray()) {
                words.add(words.get(i) + letter);
            }
        }
        return words;
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            ^a{1,3}$
            ^a{1,3}b?$
            ^(a|ab)$
            ^(a|ab|abb,?)$
            ^a?$
            a?$
            ^^a
            ^(^a|b)$$
            ^((^|,)(a|b))+$
            ^(a($|,))*$
            ($|a)+b?
            (^|a)*$
            $^
            (a|^)(b|$)
            ^(?=^a)(?!aa)[ab]*$
            ^(?!.*ab$).*$
            """)
    void findsTheStringsThatHoldAMatch(String regex) {
        assertReadAsJavaReads(regex);
    }

    @Test
    void findsThemWhateverTheExpression() {
        for (int seed = 1; seed <= EXPRESSIONS; seed++) {
            String regex = expression(new Random(seed), 3);
            try {
                assertReadAsJavaReads(regex);
            } catch (Regex.Unsupported e) {
                assertThat(e).hasMessageMatching("a repeated lookahead|a quantifier after nothing");
            }
        }
    }

    @Test
    void provesPairsAlikeInWhateverOrderTheyAreAsked() {
        List<Verdict> there = new ArrayList<>();
        for (int seed = 1; seed <= EXPRESSIONS; seed++) {
            there.add(verdict(seed));
        }
        for (int seed = EXPRESSIONS; seed >= 1; seed--) {
            assertThat(verdict(seed)).as("seed %s", seed).isEqualTo(there.get(seed - 1));
        }
    }

    /** Whether the words of one expression are another's; a word that is not says no. */
    private static Verdict verdict(int seed) {
        Random random = new Random(seed);
        String sent = expression(random, 2);
        String read = expression(random, 2);
        ObjectNode one =
                JsonNodeFactory.instance.objectNode().put("type", "string").put("pattern", sent);
        ObjectNode other =
                JsonNodeFactory.instance.objectNode().put("type", "string").put("pattern", read);
        Verdict verdict = new Subsumption(
                        new Subsumption.Document(References.within(one), Reading.Dialect.JSON_SCHEMA_2020_12),
                        new Subsumption.Document(References.within(other), Reading.Dialect.JSON_SCHEMA_2020_12),
                        Reading.Direction.REQUEST,
                        Reading.Profile.COMMON)
                .subset(new References.Located(one, ""), new References.Located(other, ""));
        Pattern mine = Pattern.compile(sent);
        Pattern theirs = Pattern.compile(read);
        boolean refused = WORDS.stream()
                .anyMatch(word ->
                        mine.matcher(word).find() && !theirs.matcher(word).find());
        if (!(verdict instanceof Verdict.Undecided)) {
            assertThat(verdict instanceof Verdict.No || !refused)
                    .as("seed %s: %s then %s is %s", seed, sent, read, verdict)
                    .isTrue();
        } else {
            assertThat(((Verdict.Undecided) verdict).reason()).contains("the pattern ");
        }
        return verdict;
    }

    private static void assertReadAsJavaReads(String regex) {
        Language language = Regex.language(regex);
        Pattern java = Pattern.compile(regex);
        assertThat(WORDS.stream().filter(language::contains))
                .as(regex)
                .isEqualTo(
                        WORDS.stream().filter(word -> java.matcher(word).find()).toList());
    }

    private static String expression(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            String atom = ATOMS.get(random.nextInt(ATOMS.size()));
            return atom.isEmpty() ? atom : "(?:" + atom + ")" + QUANTIFIERS.get(random.nextInt(QUANTIFIERS.size()));
        }
        String one = expression(random, depth - 1);
        String other = expression(random, depth - 1);
        return switch (random.nextInt(4)) {
            case 0 -> "(?:" + one + "|" + other + ")" + QUANTIFIERS.get(random.nextInt(QUANTIFIERS.size()));
            case 1 -> "^(?:" + one + other + ")$";
            default -> one + other;
        };
    }
}
