package io.platformapi.compat.schema.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.facts.Evaluator;
import io.platformapi.compat.schema.facts.Literal;
import io.platformapi.compat.schema.facts.Outcome;
import io.platformapi.compat.schema.facts.Query;
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
    private final Query query;

    Branch(Search search, Query query) {
        this.search = search;
        this.query = query;
    }

    Outcome run(Premises premises) {
        List<Literal> literals = new ArrayList<>(query.literals());
        Optional<Literal> denied = denied();
        denied.ifPresent(literals::remove);
        if (!premises.add(literals)) {
            return Outcome.EMPTY;
        }
        return denied.isPresent() ? split(premises, premises.denials(denied.get())) : next(premises);
    }

    /** The schema that is denied, if there is only one. */
    private Optional<Literal> denied() {
        List<Literal> denied =
                query.literals().stream().filter(each -> !each.positive()).toList();
        return denied.size() == 1 ? Optional.of(denied.get(0)) : Optional.empty();
    }

    private Outcome split(Premises premises, List<List<Literal>> alternatives) {
        Outcome best = Outcome.EMPTY;
        for (List<Literal> alternative : alternatives) {
            if (premises.isAlive(alternative)) {
                Premises one = premises.with(premises.choices());
                best = best.or(one.add(alternative) ? next(one) : Outcome.EMPTY);
                if (search.isContentWith(best)) {
                    return best;
                }
            }
        }
        return best;
    }

    private Outcome next(Premises premises) {
        List<JsonNode> candidates = premises.candidates();
        boolean scalars = candidates != null && candidates.stream().noneMatch(JsonNode::isContainerNode);
        if (scalars || candidates != null && premises.choices().isEmpty()) {
            return candidate(candidates, premises);
        }
        Outcome plain = premises.plain();
        if (plain instanceof Outcome.Empty || premises.choices().isEmpty()) {
            return plain;
        }
        List<Choice> open = candidates == null && plain instanceof Outcome.Found found
                ? open(premises.choices(), found.value())
                : premises.choices();
        return open.isEmpty() ? plain : choose(premises, open);
    }

    /** Of values that are listed, each can be tried. */
    private Outcome candidate(List<JsonNode> candidates, Premises premises) {
        Outcome best = Outcome.EMPTY;
        Evaluator evaluator = new Evaluator(search);
        for (JsonNode value : candidates) {
            Truth truth = evaluator.all(query.literals(), value);
            if (truth == Truth.YES) {
                return premises.doubted(Outcome.found(value));
            } else if (truth == Truth.UNSURE) {
                best = new Outcome.Found(value, "a listed value could not be checked");
            }
        }
        return premises.doubted(best);
    }

    /** The choices that a value leaves open. */
    private List<Choice> open(List<Choice> choices, JsonNode value) {
        Evaluator evaluator = Evaluator.cautious(search);
        return choices.stream()
                .filter(choice -> choice.isSent()
                        || choice.alternatives().stream().noneMatch(each -> evaluator.all(each, value) == Truth.YES))
                .toList();
    }

    private Outcome choose(Premises premises, List<Choice> open) {
        Choice first = Stream.concat(
                        open.stream(), premises.choices().stream().filter(each -> each.kind() == Choice.Kind.COUNT))
                .min(Comparator.comparing(Choice::kind).thenComparingInt(Choice::size))
                .orElseThrow();
        if (first.kind() != Choice.Kind.DENIAL || open.size() == 1) {
            return make(premises, first, first.alternatives());
        }
        List<List<Literal>> fewest = first.alternatives();
        for (Choice choice : likeliest(premises, open)) {
            List<List<Literal>> left = choice.alternatives().stream()
                    .filter(each -> !isDead(premises, each))
                    .toList();
            if (left.isEmpty()) {
                return Outcome.EMPTY;
            } else if (left.size() < fewest.size()) {
                first = choice;
                fewest = left;
            }
        }
        return make(premises, first, fewest);
    }

    /** Denials, the first those that are likely to fail. */
    private static List<Choice> likeliest(Premises premises, List<Choice> denials) {
        List<Choice> sorted = new ArrayList<>(denials);
        sorted.sort(Comparator.comparing(each -> !premises.isAbout(each.name())));
        return sorted;
    }

    /** Whether an alternative contradicts the facts, whatever the choices are. */
    private boolean isDead(Premises premises, List<Literal> alternative) {
        Premises alone = premises.with(List.of());
        return !alone.add(alternative) || next(alone) instanceof Outcome.Empty;
    }

    private Outcome make(Premises premises, Choice choice, List<List<Literal>> alternatives) {
        List<Choice> others = new ArrayList<>(premises.choices());
        others.removeIf(each -> each == choice);
        return split(premises.with(others), alternatives);
    }
}
