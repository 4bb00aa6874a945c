package io.platformapi.compat.schema.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.compat.schema.language.Language;
import io.platformapi.compat.schema.language.Regex;
import io.platformapi.compat.schema.shape.StringAssertion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts about a string: its length, its language, its formats. */
final class StringFacts implements Facts {

    private static final long AUTOMATON = 50; // steps that one costs
    private static final int TRIES = 40;
    private static final int LONGEST = 1_000_000;

    private final Searching search;
    private Count length = Count.ANY;
    private final List<Language> languages = new ArrayList<>();
    private final Claims<String> formats;
    private final Claims<StringAssertion.Content> contents;
    private final Set<String> excluded = new HashSet<>();
    private @Nullable String doubt;

    StringFacts(Searching search) {
        this(search, new Claims<>(), new Claims<>());
    }

    private StringFacts(Searching search, Claims<String> formats, Claims<StringAssertion.Content> contents) {
        this.search = search;
        this.formats = formats;
        this.contents = contents;
    }

    @Override
    public boolean take(Literal literal, StringAssertion assertion) {
        return assertion.accept(new Taking(literal));
    }

    private final class Taking implements StringAssertion.Visitor<Boolean> {
        private final Literal literal;

        private Taking(Literal literal) {
            this.literal = literal;
        }

        @Override
        public Boolean length(StringAssertion.Length limit) {
            length = length.taking(literal, limit.limit());
            return length.isPossible();
        }

        @Override
        public Boolean pattern(StringAssertion.Pattern pattern) {
            try {
                add(search.language(pattern.regex()));
            } catch (Regex.Unsupported | Language.TooComplex e) {
                doubt = "the pattern " + pattern.regex() + " has " + e.getMessage();
            }
            return true;
        }

        @Override
        public Boolean inLanguage(StringAssertion.InLanguage given) {
            add(given.language());
            return true;
        }

        private void add(Language language) {
            languages.add(literal.positive() ? language : language.not());
        }

        @Override
        public Boolean format(StringAssertion.Format format) {
            if (!search.formats().knows(format.name())) {
                return literal.positive();
            }
            formats.take(literal, format.name());
            return formats.affirmed().stream()
                    .noneMatch(each -> formats.denied().stream()
                            .anyMatch(other -> search.formats().isWithin(each, other)));
        }

        @Override
        public Boolean content(StringAssertion.Content content) {
            boolean possible = contents.take(literal, content);
            boolean ofAnyType = contents.affirmed().contains(StringAssertion.Content.OF_ANY_TYPE);
            return possible
                    && !(ofAnyType
                            && contents.denied().stream()
                                    .anyMatch(each -> each.keyword().equals("contentMediaType")));
        }
    }

    @Override
    public void exclude(JsonNode value) {
        excluded.add(value.textValue());
    }

    @Override
    public Facts copy() {
        StringFacts copy = new StringFacts(search, formats.copy(), contents.copy());
        copy.length = length;
        copy.languages.addAll(languages);
        copy.excluded.addAll(excluded);
        copy.doubt = doubt;
        return copy;
    }

    @Override
    public SearchOutcome witness() {
        for (StringAssertion.Content content : contents.denied()) {
            return new SearchOutcome.Unknown(
                    "no validator looks into strings for `" + content.keyword() + ": " + content.value() + "`");
        }
        try {
            return word().doubted(doubt);
        } catch (Language.TooComplex e) {
            return new SearchOutcome.Unknown(e.getMessage());
        }
    }

    private SearchOutcome word() {
        Language language = Language.all();
        search.steps(AUTOMATON * languages.size());
        for (Language each : languages) {
            language = language.and(each);
        }
        for (String regular : formats.denied()) {
            if (search.formats().isRegular(regular)) {
                language = language.and(shape(regular).not());
            }
        }
        Optional<String> format = formats.affirmed().stream().findFirst();
        if (format.isPresent()) {
            return example(format.get(), language);
        }
        return languages.isEmpty() ? plain() : fitting(language);
    }

    private Language shape(String format) {
        return search.formats().shape(format).map(search::language).orElse(Language.all());
    }

    private SearchOutcome fitting(Language language) {
        if (length.least() > Regex.MOST) {
            return new SearchOutcome.Unknown("a pattern together with a length of " + length.least());
        }
        Language left = language.and(Language.longerThanOrAs((int) length.least()));
        if (!excluded.isEmpty()) {
            left = left.without(Language.words(excluded));
        }
        for (int i = 0; i < TRIES && !left.isEmpty(); i++) {
            if (left.shortest() > length.most()) {
                return i == 0 || formats.denied().isEmpty() ? SearchOutcome.EMPTY : noneFound();
            }
            String word = left.word().orElseThrow();
            if (word.length() > length.most()) {
                word = left.plainless();
            }
            if (accepted(word)) {
                return SearchOutcome.found(TextNode.valueOf(word));
            }
            left = left.without(Language.words(Set.of(word)));
        }
        return left.isEmpty() ? SearchOutcome.EMPTY : noneFound();
    }

    private SearchOutcome plain() {
        long most = Math.min(length.most(), LONGEST);
        for (long count = Math.max(length.least(), 1); count <= most; count++) {
            for (char letter = 'a'; letter <= 'z'; letter++) {
                String word = String.valueOf(letter).repeat((int) count);
                if (!excluded.contains(word) && accepted(word)) {
                    return SearchOutcome.found(TextNode.valueOf(word));
                }
            }
            if (count > length.least() + TRIES) {
                return wrong();
            }
        }
        boolean blank = length.least() == 0 && !excluded.contains("") && accepted("");
        if (blank) {
            return SearchOutcome.found(TextNode.valueOf(""));
        }
        return length.most() == 0 && formats.denied().isEmpty() ? SearchOutcome.EMPTY : wrong();
    }

    /** What the formats are known to refuse. */
    private SearchOutcome wrong() {
        return formats.denied().stream()
                .flatMap(format -> search.formats().wrong(format).stream())
                .filter(word -> isRight(word, Language.all()))
                .findFirst()
                .map(word -> SearchOutcome.found(TextNode.valueOf(word)))
                .orElseGet(this::noneFound);
    }

    private SearchOutcome example(String format, Language language) {
        for (String example : search.formats().examples(format)) {
            if (isRight(example, language)) {
                return SearchOutcome.found(TextNode.valueOf(example));
            }
        }
        Language shaped = language;
        for (String each : formats.affirmed()) {
            shaped = shaped.and(shape(each));
        }
        SearchOutcome made = shaped == language ? noneFound() : fitting(shaped);
        return made instanceof SearchOutcome.Unknown
                ? new SearchOutcome.Unknown(
                        "no example of the format " + format + " fits what else is said of the string")
                : made;
    }

    private boolean isRight(String word, Language language) {
        return word.length() >= length.least()
                && word.length() <= length.most()
                && language.contains(word)
                && !excluded.contains(word)
                && accepted(word);
    }

    private SearchOutcome noneFound() {
        return new SearchOutcome.Unknown("no string was found outside the formats " + formats.denied());
    }

    private boolean accepted(String word) {
        for (String format : formats.affirmed()) {
            if (!search.formats().accepts(format, word)) {
                return false;
            }
        }
        for (String format : formats.denied()) {
            if (search.formats().accepts(format, word)) {
                return false;
            }
        }
        return true;
    }
}
