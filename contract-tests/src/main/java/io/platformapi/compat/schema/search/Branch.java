package io.platformapi.compat.schema.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.facts.Evaluator;
import io.platformapi.compat.schema.facts.Literal;
import io.platformapi.compat.schema.facts.LiteralSet;
import io.platformapi.compat.schema.facts.SearchOutcome;
import io.platformapi.compat.schema.facts.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The search for a value of one type.
 *
 * <ol>
 *   <li>What the question demands becomes {@link Premises}, and of the schema that is denied each assertion is denied
 *       in turn.
 *   <li>The facts alone are asked for a value. None: no choice can add one. One that satisfies every choice: it is the
 *       answer. So only the choices that it leaves open are made.
 *   <li>Unions are made first, since they say what is sent.
 *   <li>Of several denials each alternative is tried against the facts alone. A denial without a way left ends the
 *       search, so that the ways to deny one schema are not multiplied by the ways to deny the others.
 * </ol>
 */
final class Branch {

    private final Search search;
    private final LiteralSet query;

    Branch(Search search, LiteralSet query) {
        this.search = search;
        this.query = query;
    }

    SearchOutcome run(Premises premises) {
        List<Literal> literals = new ArrayList<>(query.literals());
        Optional<Literal> denied = denied();
        denied.ifPresent(literals::remove);
        if (!premises.add(literals)) {
            return SearchOutcome.EMPTY;
        }
        return denied.isPresent() ? split(premises, premises.denials(denied.get())) : next(premises);
    }

    /** The schema that is denied, if there is only one. */
    private Optional<Literal> denied() {
        List<Literal> denied =
                query.literals().stream().filter(each -> !each.positive()).toList();
        return denied.size() == 1 ? Optional.of(denied.get(0)) : Optional.empty();
    }

    private SearchOutcome split(Premises premises, List<List<Literal>> alternatives) {
        SearchOutcome best = SearchOutcome.EMPTY;
        for (List<Literal> alternative : alternatives) {
            if (premises.isAlive(alternative)) {
                Premises one = premises.with(premises.choices());
                best = best.or(one.add(alternative) ? next(one) : SearchOutcome.EMPTY);
                if (search.isContentWith(best)) {
                    return best;
                }
            }
        }
        return best;
    }

    private SearchOutcome next(Premises premises) {
        List<JsonNode> candidates = premises.candidates();
        if (candidates != null
                && (premises.choices().isEmpty() || candidates.stream().noneMatch(JsonNode::isContainerNode))) {
            return candidate(candidates, premises);
        }
        SearchOutcome plain = premises.plain();
        if (plain instanceof SearchOutcome.Empty || premises.choices().isEmpty()) {
            return plain;
        }
        List<Disjunction> open = candidates == null && plain instanceof SearchOutcome.Found found
                ? open(premises.choices(), found.value())
                : premises.choices();
        return open.isEmpty() ? plain : choose(premises, open);
    }

    /** Of values that are listed, each can be tried. */
    private SearchOutcome candidate(List<JsonNode> candidates, Premises premises) {
        SearchOutcome best = SearchOutcome.EMPTY;
        Evaluator evaluator = new Evaluator(search);
        for (JsonNode value : candidates) {
            Truth truth = evaluator.all(query.literals(), value);
            if (truth == Truth.YES) {
                return premises.doubted(SearchOutcome.found(value));
            } else if (truth == Truth.UNSURE) {
                best = new SearchOutcome.Found(value, "a listed value could not be checked");
            }
        }
        return premises.doubted(best);
    }

    /** The choices that a value leaves open. */
    private List<Disjunction> open(List<Disjunction> choices, JsonNode value) {
        Evaluator evaluator = Evaluator.cautious(search);
        return choices.stream()
                .filter(choice -> choice.isSent()
                        || choice.alternatives().stream().noneMatch(each -> evaluator.all(each, value) == Truth.YES))
                .toList();
    }

    private SearchOutcome choose(Premises premises, List<Disjunction> open) {
        Disjunction first = Stream.concat(
                        open.stream(),
                        premises.choices().stream().filter(each -> each.kind() == Disjunction.Kind.COUNT))
                .min(Comparator.comparing(Disjunction::kind).thenComparingInt(Disjunction::size))
                .orElseThrow();
        if (first.kind() != Disjunction.Kind.DENIAL || open.size() == 1) {
            return make(premises, first, first.alternatives());
        }
        List<List<Literal>> fewest = first.alternatives();
        for (Disjunction choice : likeliest(premises, open)) {
            List<List<Literal>> left = choice.alternatives().stream()
                    .filter(each -> !isDead(premises, each))
                    .toList();
            if (left.isEmpty()) {
                return SearchOutcome.EMPTY;
            } else if (left.size() < fewest.size()) {
                first = choice;
                fewest = left;
            }
        }
        return make(premises, first, fewest);
    }

    /** Denials, the first those that are likely to fail. */
    private static List<Disjunction> likeliest(Premises premises, List<Disjunction> denials) {
        List<Disjunction> sorted = new ArrayList<>(denials);
        sorted.sort(Comparator.comparing(each -> !premises.isAbout(each.name())));
        return sorted;
    }

    /** Whether an alternative contradicts the facts, whatever the choices are. */
    private boolean isDead(Premises premises, List<Literal> alternative) {
        Premises alone = premises.with(List.of());
        return !alone.add(alternative) || next(alone) instanceof SearchOutcome.Empty;
    }

    private SearchOutcome make(Premises premises, Disjunction choice, List<List<Literal>> alternatives) {
        List<Disjunction> others = new ArrayList<>(premises.choices());
        others.removeIf(each -> each == choice);
        return split(premises.with(others), alternatives);
    }
}
