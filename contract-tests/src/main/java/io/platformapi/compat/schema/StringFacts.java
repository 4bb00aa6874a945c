package io.platformapi.compat.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts about a string: its length, its language, its formats. */
final class StringFacts implements Facts {

    private static final long AUTOMATON = 50; // steps that one costs
    private static final int TRIES = 40;
    private static final int LONGEST = 1_000_000;

    private final Search search;
    private long least;
    private long most = Long.MAX_VALUE;
    private final List<Language> languages = new ArrayList<>();
    private final Set<String> formats = new HashSet<>();
    private final Set<String> notFormats = new HashSet<>();
    private final Set<Assertion> contents = new HashSet<>();
    private final Set<Assertion.Content> notContents = new LinkedHashSet<>();
    private final Set<String> excluded = new HashSet<>();
    private @Nullable String doubt;

    StringFacts(Search search) {
        this.search = search;
    }

    @Override
    public boolean affirm(Literal literal, Assertion assertion) {
        if (assertion instanceof Assertion.Limit limit) {
            return limit(limit.keyword() == Keyword.MIN_LENGTH, limit.number().longValue());
        } else if (assertion instanceof Assertion.Format format) {
            formats.add(format.name());
            return !notFormats.contains(format.name());
        } else if (assertion instanceof Assertion.Content) {
            contents.add(assertion);
            return !notContents.contains(assertion);
        }
        return language(assertion, false);
    }

    @Override
    public boolean deny(Literal literal, Assertion assertion) {
        if (assertion instanceof Assertion.Limit limit) {
            long number = limit.number().longValue();
            return limit.keyword() == Keyword.MIN_LENGTH ? limit(false, number - 1) : limit(true, number + 1);
        } else if (assertion instanceof Assertion.Format format) {
            notFormats.add(format.name());
            return !formats.contains(format.name());
        } else if (assertion instanceof Assertion.Content content) {
            notContents.add(content);
            return !contents.contains(assertion);
        }
        return language(assertion, true);
    }

    private boolean limit(boolean lower, long number) {
        if (lower) {
            least = Math.max(least, number);
        } else {
            most = Math.min(most, number);
        }
        return least <= most;
    }

    private boolean language(Assertion assertion, boolean negative) {
        try {
            Language language = assertion instanceof Assertion.InLanguage given
                    ? given.language()
                    : search.language(((Assertion.Pattern) assertion).regex());
            languages.add(negative ? language.not() : language);
        } catch (Regex.Unsupported | Language.TooComplex e) {
            String what = assertion instanceof Assertion.Pattern pattern ? pattern.regex() : "of a name";
            doubt = "the pattern " + what + " has " + e.getMessage();
        }
        return true;
    }

    @Override
    public void exclude(JsonNode value) {
        excluded.add(value.textValue());
    }

    @Override
    public Facts copy() {
        StringFacts copy = new StringFacts(search);
        copy.least = least;
        copy.most = most;
        copy.languages.addAll(languages);
        copy.formats.addAll(formats);
        copy.notFormats.addAll(notFormats);
        copy.contents.addAll(contents);
        copy.excluded.addAll(excluded);
        copy.notContents.addAll(notContents);
        copy.doubt = doubt;
        return copy;
    }

    @Override
    public Outcome witness() {
        for (Assertion.Content content : notContents) {
            return new Outcome.Unknown(
                    "no validator looks into strings for `" + content.keyword() + ": " + content.value() + "`");
        }
        try {
            Outcome outcome = word();
            return doubt != null && outcome instanceof Outcome.Found found
                    ? new Outcome.Found(found.value(), doubt)
                    : outcome;
        } catch (Language.TooComplex e) {
            return new Outcome.Unknown(e.getMessage());
        }
    }

    private Outcome word() {
        Language language = Language.all();
        search.steps(AUTOMATON * languages.size());
        for (Language each : languages) {
            language = language.and(each);
        }
        Optional<String> format =
                formats.stream().filter(search.formats()::knows).findFirst();
        if (format.isPresent()) {
            return example(format.get(), language);
        } else if (languages.isEmpty()) {
            return plain();
        }
        return fitting(language);
    }

    private Outcome fitting(Language language) {
        if (least > Regex.MOST) {
            return new Outcome.Unknown("a pattern together with a length of " + least);
        }
        Language left = language.and(Language.longerThanOrAs((int) least));
        if (!excluded.isEmpty()) {
            left = left.without(Language.words(excluded));
        }
        for (int i = 0; i < TRIES && !left.isEmpty(); i++) {
            if (left.shortest() > most) {
                return i == 0 || notFormats.isEmpty() ? Outcome.EMPTY : noneFound();
            }
            String word = left.word().orElseThrow();
            if (word.length() > most) {
                word = left.plainless();
            }
            if (accepted(word)) {
                return Outcome.found(TextNode.valueOf(word));
            }
            left = left.without(Language.words(Set.of(word)));
        }
        return left.isEmpty() ? Outcome.EMPTY : noneFound();
    }

    private Outcome plain() {
        for (long length = Math.max(least, 1); length <= most && length <= LONGEST; length++) {
            for (char letter = 'a'; letter <= 'z'; letter++) {
                String word = String.valueOf(letter).repeat((int) length);
                if (!excluded.contains(word) && accepted(word)) {
                    return Outcome.found(TextNode.valueOf(word));
                }
            }
            if (length > least + TRIES) {
                return noneFound();
            }
        }
        boolean blank = least == 0 && !excluded.contains("") && accepted("");
        if (blank) {
            return Outcome.found(TextNode.valueOf(""));
        }
        return most == 0 && notFormats.isEmpty() ? Outcome.EMPTY : noneFound();
    }

    private Outcome example(String format, Language language) {
        for (String example : search.formats().examples(format)) {
            boolean fits = example.length() >= least && example.length() <= most && language.contains(example);
            if (fits && !excluded.contains(example) && accepted(example)) {
                return Outcome.found(TextNode.valueOf(example));
            }
        }
        return new Outcome.Unknown("no example of the format " + format + " fits what else is said of the string");
    }

    private Outcome noneFound() {
        return new Outcome.Unknown("no string was found outside the formats " + notFormats);
    }

    private boolean accepted(String word) {
        for (String format : formats) {
            if (search.formats().knows(format) && !search.formats().accepts(format, word)) {
                return false;
            }
        }
        for (String format : notFormats) {
            if (!search.formats().knows(format) || search.formats().accepts(format, word)) {
                return false;
            }
        }
        return true;
    }
}
