package io.platformapi.compat.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way to answer a question: the type of the value, and of each disjunction met so far the alternative that is
 * tried.
 *
 * <ol>
 *   <li>Literals are taken apart: what a schema demands, or one of its assertions that is denied, becomes facts about
 *       the value, further literals, or a choice.
 *   <li>A schema taken both as satisfied and as violated ends the branch. That is what makes unchanged parts cheap.
 *   <li>When only choices are left, the smallest is tried, each alternative on a copy of this branch.
 *   <li>When nothing is left, the facts are asked for a witness.
 * </ol>
 */
final class Branch {

    private static final int LONGEST_CHAIN = 100;

    private final Search search;
    private final Query query;
    private final JsonType type;
    private final Facts facts;
    private final Deque<Literal> agenda = new ArrayDeque<>();
    private final List<List<List<Literal>>> choices = new ArrayList<>();
    private final Set<Long> taken = new HashSet<>();
    private @Nullable List<JsonNode> candidates;
    private @Nullable String doubt;

    Branch(Search search, Query query, JsonType type, Facts facts) {
        this.search = search;
        this.query = query;
        this.type = type;
        this.facts = facts;
    }

    private Branch copy() {
        Branch copy = new Branch(search, query, type, facts.copy());
        copy.choices.addAll(choices);
        copy.taken.addAll(taken);
        copy.candidates = candidates;
        copy.doubt = doubt;
        return copy;
    }

    Outcome run(Collection<Literal> literals) {
        agenda.addAll(literals);
        while (!agenda.isEmpty()) {
            if (!take(agenda.pop())) {
                return Outcome.EMPTY;
            }
        }
        return choices.isEmpty() ? end() : choose();
    }

    private Outcome choose() {
        List<List<Literal>> smallest = null;
        for (int i = 0; i < choices.size(); i++) {
            List<List<Literal>> alive =
                    choices.get(i).stream().filter(this::isAlive).toList();
            choices.set(i, alive);
            smallest = smallest == null || alive.size() < smallest.size() ? alive : smallest;
        }
        choices.remove(smallest);
        Outcome best = Outcome.EMPTY;
        for (List<Literal> alternative : smallest) {
            best = best.or(copy().run(alternative));
            if (best.isSure()) {
                return best;
            }
        }
        return best;
    }

    private Outcome end() {
        Outcome outcome = candidates == null ? facts.witness() : candidate();
        return doubt != null && outcome instanceof Outcome.Found found
                ? new Outcome.Found(found.value(), doubt)
                : outcome;
    }

    /** Of values that are listed, each can be tried. */
    private Outcome candidate() {
        Outcome best = Outcome.EMPTY;
        Evaluator evaluator = new Evaluator(search);
        for (JsonNode value : candidates) {
            Evaluator.Truth truth = evaluator.all(query.literals(), value);
            if (truth == Evaluator.Truth.YES) {
                return Outcome.found(value);
            } else if (truth == Evaluator.Truth.UNSURE) {
                best = new Outcome.Found(value, "a listed value could not be checked");
            }
        }
        return best;
    }

    private boolean take(Literal given) {
        search.step();
        Literal literal = given.on(end(given.shape()));
        if (taken.contains(code(literal.denied()))) {
            return false;
        }
        boolean fresh = taken.add(code(literal));
        boolean freshlySent = literal.sent() && taken.add(-1 - code(literal));
        if (!fresh && !freshlySent) {
            return true;
        }
        List<Part> parts = literal.shape().parts();
        if (parts.size() == 1) {
            Assertion assertion = parts.get(0).assertion();
            return literal.positive() ? affirm(literal, assertion) : deny(literal, assertion);
        } else if (literal.positive()) {
            literal.shape().singles().forEach(single -> agenda.add(literal.on(single)));
            return true;
        }
        return !parts.isEmpty()
                && choice(literal.shape().singles().stream()
                        .map(single -> List.of(literal.on(single)))
                        .toList());
    }

    private long code(Literal literal) {
        return search.identities().of(literal.shape()) * 2L + (literal.positive() ? 1 : 0);
    }

    /** Where a schema leads that only refers to another. */
    private Shape end(Shape shape) {
        Shape end = shape;
        for (int i = 0; isReference(end); i++) {
            if (i > LONGEST_CHAIN) {
                return Shape.of(new Assertion.Undecidable("references that lead only to references"));
            }
            end = ((Assertion.Reference) end.parts().get(0).assertion())
                    .target()
                    .shape();
        }
        return end;
    }

    private static boolean isReference(Shape shape) {
        return shape.parts().size() == 1 && shape.parts().get(0).assertion() instanceof Assertion.Reference;
    }

    private boolean choice(List<List<Literal>> alternatives) {
        List<List<Literal>> alive = alternatives.stream().filter(this::isAlive).toList();
        if (alive.size() == 1) {
            agenda.addAll(alive.get(0));
        } else {
            choices.add(alive);
        }
        return !alive.isEmpty();
    }

    private boolean isAlive(List<Literal> alternative) {
        return alternative.stream().allMatch(this::isAlive);
    }

    /** False only if the literal cannot hold, seen at a glance. */
    private boolean isAlive(Literal given) {
        Literal literal = given.on(end(given.shape()));
        if (taken.contains(code(literal.denied()))) {
            return false;
        }
        List<Part> parts = literal.shape().parts();
        if (literal.positive()) {
            return parts.stream().noneMatch(part -> isRefuted(part.assertion()));
        }
        return parts.stream().anyMatch(part -> isDeniable(part.assertion()));
    }

    private boolean isRefuted(Assertion assertion) {
        if (assertion instanceof Assertion.Types types) {
            return !types.types().contains(type);
        } else if (assertion instanceof Assertion.Values values) {
            return values.values().stream().noneMatch(value -> JsonType.of(value) == type);
        }
        return assertion instanceof Assertion.Never;
    }

    private boolean isDeniable(Assertion assertion) {
        if (assertion instanceof Assertion.Types types) {
            return !types.types().contains(type) || type == JsonType.NUMBER && types.integers();
        }
        return assertion.about() == null || assertion.about() == type;
    }

    private boolean affirm(Literal literal, Assertion assertion) {
        if (assertion instanceof Assertion.Types types) {
            return types.types().contains(type)
                    && (type != JsonType.NUMBER || !types.integers() || facts.affirm(literal, WHOLE));
        } else if (assertion instanceof Assertion.Values values) {
            return among(values.values());
        } else if (assertion instanceof Assertion.Any any) {
            return choice(any.branches().stream()
                    .map(each -> List.of(literal.on(each)))
                    .toList());
        } else if (assertion instanceof Assertion.ExactlyOne one) {
            return choice(exactlyOne(literal, one.branches()));
        } else if (assertion instanceof Assertion.Not not) {
            return agenda.add(literal.on(not.schema()).denied());
        } else if (assertion instanceof Assertion.Undecidable undecidable) {
            doubt = undecidable.reason();
            return true;
        }
        return !(assertion instanceof Assertion.Never)
                && (assertion.about() != type || facts.affirm(literal, assertion));
    }

    private static final Assertion WHOLE = new Assertion.Limit(Keyword.MULTIPLE_OF, java.math.BigDecimal.ONE);

    private boolean deny(Literal literal, Assertion assertion) {
        if (assertion instanceof Assertion.Types types) {
            return !types.types().contains(type)
                    || type == JsonType.NUMBER && types.integers() && facts.deny(literal, WHOLE);
        } else if (assertion instanceof Assertion.Values values) {
            return notAmong(values.values());
        } else if (assertion instanceof Assertion.Any any) {
            any.branches().forEach(each -> agenda.add(literal.on(each)));
            return true;
        } else if (assertion instanceof Assertion.ExactlyOne one) {
            return choice(noneOrTwo(literal, one.branches()));
        } else if (assertion instanceof Assertion.Not not) {
            return agenda.add(literal.on(not.schema()).denied());
        } else if (assertion instanceof Assertion.Undecidable undecidable) {
            doubt = undecidable.reason();
            return true;
        } else if (assertion instanceof Assertion.Contains contains && type == JsonType.ARRAY) {
            return choice(fewerOrMore(literal.denied(), contains));
        }
        return assertion instanceof Assertion.Never || assertion.about() == type && facts.deny(literal, assertion);
    }

    private boolean among(List<JsonNode> values) {
        List<JsonNode> left = values.stream()
                .filter(value -> JsonType.of(value) == type)
                .filter(value -> candidates == null || candidates.contains(value))
                .toList();
        candidates = left;
        return !left.isEmpty();
    }

    private boolean notAmong(List<JsonNode> values) {
        for (JsonNode value : values) {
            if (JsonType.of(value) == type) {
                if (value.isContainerNode()) {
                    agenda.add(Literal.no(Structure.of(value)));
                } else {
                    facts.exclude(value);
                }
            }
        }
        return true;
    }

    private static List<List<Literal>> exactlyOne(Literal literal, List<Shape> branches) {
        List<List<Literal>> alternatives = new ArrayList<>();
        for (Shape chosen : branches) {
            List<Literal> alternative = new ArrayList<>(List.of(literal.on(chosen)));
            branches.stream()
                    .filter(other -> other != chosen)
                    .forEach(other -> alternative.add(literal.on(other).denied()));
            alternatives.add(alternative);
        }
        return alternatives;
    }

    private static List<List<Literal>> noneOrTwo(Literal literal, List<Shape> branches) {
        List<List<Literal>> alternatives = new ArrayList<>();
        alternatives.add(branches.stream().map(literal::on).toList());
        for (int i = 0; i < branches.size(); i++) {
            for (int j = i + 1; j < branches.size(); j++) {
                alternatives.add(List.of(
                        literal.on(branches.get(i)).denied(),
                        literal.on(branches.get(j)).denied()));
            }
        }
        return alternatives;
    }

    private static List<List<Literal>> fewerOrMore(Literal literal, Assertion.Contains contains) {
        List<List<Literal>> alternatives = new ArrayList<>();
        if (contains.least() > 0) {
            alternatives.add(
                    List.of(literal.on(Shape.of(new Assertion.Contains(contains.schema(), 0, contains.least() - 1)))));
        }
        if (contains.most() < Integer.MAX_VALUE) {
            alternatives.add(List.of(literal.on(
                    Shape.of(new Assertion.Contains(contains.schema(), contains.most() + 1, Integer.MAX_VALUE)))));
        }
        return alternatives;
    }
}
