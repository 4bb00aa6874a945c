package io.platformapi.compat.schema.facts;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.language.Language;
import io.platformapi.compat.schema.shape.Conjunction;
import io.platformapi.compat.schema.shape.JsonType;
import io.platformapi.compat.schema.shape.StringAssertion;
import io.platformapi.compat.schema.shape.ValueAssertion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names that members could have and that no schema mentions: one for each way to match its patterns or not. */
final class FreshNames {

    private static final long AUTOMATON = 50; // steps that one costs
    private static final int MOST_PATTERNS = 8;

    private final Searching search;
    private final Set<String> regexes = new LinkedHashSet<>();
    private final List<Literal> rules;

    FreshNames(Searching search, Collection<String> regexes, List<Literal> rules) {
        this.search = search;
        this.regexes.addAll(regexes);
        this.rules = rules;
    }

    /** Names within a language, except some, for which rules and further literals hold. */
    List<String> within(Language language, Collection<String> except, List<Literal> further) {
        if (regexes.size() > MOST_PATTERNS) {
            throw new Language.TooComplex();
        }
        List<Language> kinds = List.of(language.without(Language.words(except)));
        for (String regex : regexes) {
            kinds = split(kinds, search.language(regex));
        }
        search.steps(AUTOMATON * kinds.size());
        List<String> names = new ArrayList<>();
        for (Language kind : kinds) {
            List<Literal> literals = new ArrayList<>(rules);
            literals.addAll(further);
            literals.add(Literal.yes(Conjunction.of(
                    new ValueAssertion.Types(EnumSet.of(JsonType.STRING), false),
                    new StringAssertion.InLanguage(kind))));
            if (search.find(literals) instanceof SearchOutcome.Found found) {
                names.add(text(found.value()));
            }
        }
        return names;
    }

    private static String text(JsonNode value) {
        return value.textValue();
    }

    private static List<Language> split(List<Language> kinds, Language pattern) {
        List<Language> finer = new ArrayList<>();
        for (Language kind : kinds) {
            for (Language part : List.of(kind.without(pattern), kind.and(pattern))) {
                if (!part.isEmpty()) {
                    finer.add(part);
                }
            }
        }
        return finer;
    }
}
