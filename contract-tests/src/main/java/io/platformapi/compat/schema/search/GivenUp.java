package io.platformapi.compat.schema.search;

import io.platformapi.compat.schema.facts.Literal;
import io.platformapi.compat.schema.facts.LiteralSet;
import io.platformapi.compat.schema.facts.SearchOutcome;
import io.platformapi.compat.schema.shape.PlacedAssertion;
import io.platformapi.compat.schema.shape.ReferencedSchema;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The questions that took more steps than there were. Whoever is led to one again does not try it in vain: many
 * messages may lead to one schema that is hard, and would spend on it what the easy ones need.
 */
final class GivenUp {

    private static final int WORTH_TRYING = 2; // with so many times the steps

    private final Map<LiteralSet, Attempt> attempts = new HashMap<>();

    private record Attempt(long steps, String reason) {}

    /**
     * Remembers what was being answered when the steps were used up.
     *
     * @param spent the steps taken on each open question, those of questions inside included
     * @return why, and where most steps were taken
     */
    String remember(Map<LiteralSet, Long> spent, StepBudget budget, String reason) {
        String why = reason
                + spent.entrySet().stream()
                        .filter(each -> each.getValue() * 2 >= budget.taken())
                        .min(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                        .flatMap(each -> place(each.getKey()))
                        .map(place -> ", most of them at " + place)
                        .orElse("");
        spent.forEach((query, steps) -> attempts.put(query, new Attempt(steps, why)));
        return why;
    }

    /** Why a question need not be tried with so many steps; null where it may be. */
    SearchOutcome.@Nullable Unknown known(LiteralSet query, long left) {
        Attempt attempt = attempts.get(query);
        return attempt == null || left >= attempt.steps() * WORTH_TRYING
                ? null
                : new SearchOutcome.Unknown(attempt.reason());
    }

    /** The schema that values were looked for. */
    private static Optional<String> place(LiteralSet query) {
        return query.literals().stream()
                .filter(Literal::positive)
                .flatMap(each -> each.shape().parts().stream())
                .flatMap(GivenUp::place)
                .findFirst();
    }

    private static Stream<String> place(PlacedAssertion part) {
        ReferencedSchema target = part.target();
        String place = target == null ? part.home() : target.pointer();
        return place.isEmpty() ? Stream.empty() : Stream.of(place);
    }
}
