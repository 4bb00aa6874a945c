package io.platformapi.compat.schema.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.Subsumption;
import io.platformapi.compat.schema.Verdict;
import io.platformapi.compat.schema.reading.References;
import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.pattern.EcmaRegex;
import io.platformapi.contract.pattern.RegexTerm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expressions that somebody or nobody chose, and every short word: our automata agree with Java's engine, and where
 * anchors stand under quantifiers, which Java gets wrong when a round consumes nothing, with {@link Matcher}.
 */
class RegexTest {

    private static final int EXPRESSIONS = Integer.getInteger("compat.fuzz.patterns", 400);
    private static final Path ECMA =
            Path.of("../spec/contract/src/test/resources/io/platformapi/contract/pattern/ecma-262.jsonl");
    private static final int SHORT = 22;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LETTERS = "ab,";
    private static final List<String> WORDS = words(5);
    private static final List<String> PLAIN = List.of("a", "b", ",", ".", "[ab]", "[^a]", "\\w", "\\W", "");
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
            String regex = expression(new Random(seed), 3, ATOMS);
            try {
                assertReadAsJavaReads("^(?:" + expression(new Random(seed), 3, PLAIN) + ")$");
                Language language = Regex.language(regex);
                RegexTerm term = EcmaRegex.of(regex).term();
                assertThat(WORDS.stream().filter(language::contains))
                        .as("seed %s: %s", seed, regex)
                        .isEqualTo(WORDS.stream()
                                .filter(word -> new Matcher(word).finds(term))
                                .toList());
            } catch (Regex.Unsupported | Language.TooComplex e) {
                assertThat(e)
                        .hasMessageMatching(
                                "a repeated lookahead|a quantifier after nothing|a pattern needs more than .*");
            }
        }
    }

    /** The table beside our reader, made by a JavaScript engine; see there how. */
    @Test
    void findsThemAsAJavaScriptEngineDoes() throws IOException {
        int known = 0;
        for (String line : Files.readAllLines(ECMA)) {
            JsonNode row = JSON.readTree(line);
            String regex = row.get("regex").asText();
            if (regex.length() > SHORT) {
                continue; // those made at random, as ours are
            }
            try {
                Language language = Regex.language(regex);
                known++;
                assertThat(row.has("error")).as(line).isFalse();
                basic(row.get("finds"))
                        .forEach(text ->
                                assertThat(language.contains(text)).as(line).isTrue());
                basic(row.get("not"))
                        .forEach(text ->
                                assertThat(language.contains(text)).as(line).isFalse());
            } catch (Regex.Unsupported | Language.TooComplex e) {
                assertThat(e).as(line).message().isNotBlank();
            }
        }
        assertThat(known).isGreaterThan(200);
    }

    /** Texts within the characters that languages are of. */
    private static Stream<String> basic(JsonNode texts) {
        return StreamSupport.stream(texts.spliterator(), false)
                .map(JsonNode::asText)
                .filter(text -> text.chars().noneMatch(unit -> unit > 0xFFFD || Character.isSurrogate((char) unit)));
    }

    /** Matches by trying: at which positions of a word may a term end that begins at some positions? */
    private record Matcher(String word) {

        boolean finds(RegexTerm term) {
            return IntStream.rangeClosed(0, word.length())
                    .anyMatch(start -> !ends(term, Set.of(start)).isEmpty());
        }

        private Set<Integer> ends(RegexTerm term, Set<Integer> starts) {
            if (term instanceof RegexTerm.Sequence sequence) {
                Set<Integer> ends = starts;
                for (RegexTerm each : sequence.terms()) {
                    ends = ends(each, ends);
                }
                return ends;
            } else if (term instanceof RegexTerm.Choice choice) {
                Set<Integer> ends = new TreeSet<>();
                choice.terms().forEach(each -> ends.addAll(ends(each, starts)));
                return ends;
            } else if (term instanceof RegexTerm.Repeat repeat) {
                return repeated(repeat, starts);
            } else if (term instanceof RegexTerm.Group group) {
                return ends(group.term(), starts);
            }
            Set<Integer> ends = new TreeSet<>();
            starts.stream()
                    .filter(start -> holds(term, start))
                    .forEach(start -> ends.add(term instanceof RegexTerm.Characters ? start + 1 : start));
            return ends;
        }

        private Set<Integer> repeated(RegexTerm.Repeat repeat, Set<Integer> starts) {
            Set<Integer> now = starts;
            for (int i = 0; i < repeat.least(); i++) {
                now = ends(repeat.term(), now);
            }
            Set<Integer> all = new TreeSet<>(now);
            int more = repeat.most() < 0 ? word.length() + 2 : repeat.most() - repeat.least();
            for (int i = 0; i < more; i++) {
                now = ends(repeat.term(), now);
                all.addAll(now);
            }
            return all;
        }

        private boolean holds(RegexTerm term, int at) {
            if (term instanceof RegexTerm.Characters characters) {
                return at < word.length() && characters.set().contains(word.charAt(at));
            } else if (term instanceof RegexTerm.Look look) {
                return look.negative() == ends(look.term(), Set.of(at)).isEmpty();
            }
            return at == (term == RegexTerm.Edge.START ? 0 : word.length());
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
        String sent = "^(?:" + expression(random, 2, PLAIN) + ")$";
        String read = "^(?:" + expression(random, 2, PLAIN) + ")$";
        ObjectNode one =
                JsonNodeFactory.instance.objectNode().put("type", "string").put("pattern", sent);
        ObjectNode other =
                JsonNodeFactory.instance.objectNode().put("type", "string").put("pattern", read);
        Verdict verdict = new Subsumption(
                        new Subsumption.Document(References.within(one), SchemaReading.Dialect.JSON_SCHEMA_2020_12),
                        new Subsumption.Document(References.within(other), SchemaReading.Dialect.JSON_SCHEMA_2020_12),
                        SchemaReading.Direction.REQUEST,
                        SchemaReading.Profile.COMMON)
                .subset(new References.Located(one, ""), new References.Located(other, ""));
        Pattern mine = Pattern.compile(sent);
        Pattern theirs = Pattern.compile(read);
        boolean refused = WORDS.stream()
                .anyMatch(word ->
                        mine.matcher(word).find() && !theirs.matcher(word).find());
        assertThat(verdict).as("seed %s: %s then %s", seed, sent, read).isNotInstanceOf(Verdict.Undecided.class);
        assertThat(verdict instanceof Verdict.No || !refused)
                .as("seed %s: %s then %s is %s", seed, sent, read, verdict)
                .isTrue();
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

    private static String expression(Random random, int depth, List<String> atoms) {
        if (depth == 0 || random.nextInt(3) == 0) {
            String atom = atoms.get(random.nextInt(atoms.size()));
            return atom.isEmpty() ? atom : "(?:" + atom + ")" + QUANTIFIERS.get(random.nextInt(QUANTIFIERS.size()));
        }
        String one = expression(random, depth - 1, atoms);
        String other = expression(random, depth - 1, atoms);
        return switch (random.nextInt(3)) {
            case 0 -> "(?:" + one + "|" + other + ")" + QUANTIFIERS.get(random.nextInt(QUANTIFIERS.size()));
            default -> one + other;
        };
    }
}
