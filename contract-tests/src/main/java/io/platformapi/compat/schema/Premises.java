package io.platformapi.compat.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is taken as true of a value of one type: facts, and choices between further literals. */
final class Premises {

    private static final Assertion WHOLE = new Assertion.Limit(Keyword.MULTIPLE_OF, BigDecimal.ONE);
    private static final int LONGEST_CHAIN = 100;

    private final Search search;
    private final JsonType type;
    private final Facts facts;
    private final Deque<Literal> agenda = new ArrayDeque<>();
    private final List<Choice> choices = new ArrayList<>();
    private final Set<Long> taken = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private @Nullable List<JsonNode> candidates;
    private @Nullable String doubt;

    Premises(Search search, JsonType type, Facts facts) {
        this.search = search;
        this.type = type;
        this.facts = facts;
    }

    /** The same with other choices. */
    Premises with(Collection<Choice> others) {
        search.steps(1L + others.size() + taken.size());
        Premises copy = new Premises(search, type, facts.copy());
        copy.choices.addAll(others);
        copy.taken.addAll(taken);
        copy.names.addAll(names);
        copy.candidates = candidates;
        copy.doubt = doubt;
        return copy;
    }

    List<Choice> choices() {
        return choices;
    }

    /** Whether a component of this name is satisfied: what denies another edition of it is the first to fail. */
    boolean isAbout(String name) {
        return !name.isEmpty() && names.contains(name);
    }

    /** The values that one of them must be, null if nothing lists them. */
    @Nullable
    List<JsonNode> candidates() {
        return candidates;
    }

    /** Takes literals apart as far as there is no choice; false if that contradicts what is known. */
    boolean add(Collection<Literal> literals) {
        agenda.addAll(literals);
        do {
            while (!agenda.isEmpty()) {
                if (!take(agenda.pop())) {
                    return false;
                }
            }
            if (!narrow()) {
                return false;
            }
        } while (!agenda.isEmpty());
        return true;
    }

    /** Drops alternatives that cannot hold and choices that are made; false if a choice has no alternative left. */
    private boolean narrow() {
        List<Choice> given = List.copyOf(choices);
        choices.clear();
        for (Choice choice : given) {
            List<List<Literal>> alive =
                    choice.alternatives().stream().filter(this::isAlive).toList();
            if (alive.isEmpty()) {
                return false;
            } else if (alive.size() == 1) {
                agenda.addAll(alive.get(0));
            } else if (alive.stream().noneMatch(this::isTaken)) {
                choices.add(choice.among(alive));
            }
        }
        return true;
    }

    private boolean isTaken(List<Literal> alternative) {
        search.steps(alternative.size());
        return alternative.stream().allMatch(each -> !each.sent() && taken.contains(code(each.on(end(each.shape())))));
    }

    /** A value for the facts alone; while choices may add to what is sent, any member may be sent. */
    Outcome plain() {
        boolean open = choices.stream().anyMatch(Choice::isSent);
        return doubted(open ? facts.open().witness() : facts.witness());
    }

    /** A value with the doubt that there is about it. */
    Outcome doubted(Outcome outcome) {
        return doubt != null && outcome instanceof Outcome.Found found
                ? new Outcome.Found(found.value(), doubt)
                : outcome;
    }

    /** Takes a schema as violated and tells the ways in which it can be, those of the schemas it refers to included. */
    List<List<Literal>> denials(Literal literal) {
        List<List<Literal>> denials = new ArrayList<>();
        collect(literal, denials, 0);
        return denials;
    }

    private void collect(Literal literal, List<List<Literal>> denials, int depth) {
        for (Shape single : literal.shape().singles()) {
            Literal one = literal.on(end(single));
            if (one.shape().parts().size() == 1 || depth > LONGEST_CHAIN) {
                denials.add(List.of(one));
            } else if (isAlive(one)) {
                collect(one, denials, depth + 1);
            }
        }
    }

    private boolean take(Literal given) {
        search.step();
        Literal literal = given.on(end(given.shape()));
        if (taken.contains(code(literal.denied()))) {
            return false;
        }
        if (given.positive()) {
            names.add(name(given.shape()));
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
        return choose(Choice.Kind.DENIAL, name(given.shape()), denials(literal));
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

    private boolean choose(Choice.Kind kind, String name, List<List<Literal>> alternatives) {
        return choices.add(new Choice(kind, name, alternatives));
    }

    /** The name of the component that a schema refers to, "" if to none. */
    private static String name(Shape shape) {
        for (Part part : shape.parts()) {
            if (part.assertion() instanceof Assertion.Reference reference) {
                return reference.target().name();
            }
        }
        return "";
    }

    boolean isAlive(List<Literal> alternative) {
        return alternative.stream().allMatch(this::isAlive);
    }

    /** False only if the literal cannot hold, seen at a glance. */
    private boolean isAlive(Literal given) {
        search.step();
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
            return choose(Choice.Kind.UNION, "", Alternatives.any(literal, any.branches()));
        } else if (assertion instanceof Assertion.ExactlyOne one) {
            return choose(Choice.Kind.UNION, "", Alternatives.exactlyOne(literal, one.branches()));
        } else if (assertion instanceof Assertion.Not not) {
            return agenda.add(literal.on(not.schema()).denied());
        } else if (assertion instanceof Assertion.Undecidable undecidable) {
            doubt = undecidable.reason();
            return true;
        }
        return !(assertion instanceof Assertion.Never)
                && (assertion.about() != type || facts.affirm(literal, assertion));
    }

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
            return choose(Choice.Kind.COUNT, "", search.noneOrTwo(literal, one));
        } else if (assertion instanceof Assertion.Not not) {
            return agenda.add(literal.on(not.schema()).denied());
        } else if (assertion instanceof Assertion.Undecidable undecidable) {
            doubt = undecidable.reason();
            return true;
        } else if (assertion instanceof Assertion.Contains contains && type == JsonType.ARRAY) {
            return choose(Choice.Kind.COUNT, "", Alternatives.fewerOrMore(literal.denied(), contains));
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
}
