package io.platformapi.compat.schema.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.facts.Facts;
import io.platformapi.compat.schema.facts.Literal;
import io.platformapi.compat.schema.facts.SearchOutcome;
import io.platformapi.compat.schema.shape.ArrayAssertion;
import io.platformapi.compat.schema.shape.Assertion;
import io.platformapi.compat.schema.shape.Conjunction;
import io.platformapi.compat.schema.shape.JsonType;
import io.platformapi.compat.schema.shape.Keyword;
import io.platformapi.compat.schema.shape.Limit;
import io.platformapi.compat.schema.shape.NumberAssertion;
import io.platformapi.compat.schema.shape.ObjectAssertion;
import io.platformapi.compat.schema.shape.PlacedAssertion;
import io.platformapi.compat.schema.shape.StringAssertion;
import io.platformapi.compat.schema.shape.ValueAssertion;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is taken as true of a value of one type: facts, and choices between further literals. */
final class Premises {

    private static final NumberAssertion WHOLE =
            new NumberAssertion.Bound(new Limit(Keyword.MULTIPLE_OF, BigDecimal.ONE));
    private static final int LONGEST_CHAIN = 100;

    private final Search search;
    private final JsonType type;
    private final Facts facts;
    private final Deque<Literal> agenda = new ArrayDeque<>();
    private final List<Disjunction> choices = new ArrayList<>();
    private final Taken taken;
    private final Set<String> names = new HashSet<>();
    private @Nullable List<JsonNode> candidates;
    private @Nullable String doubt;

    Premises(Search search, JsonType type, Facts facts) {
        this(search, type, facts, new Taken(search.identities()));
    }

    private Premises(Search search, JsonType type, Facts facts, Taken taken) {
        this.search = search;
        this.taken = taken;
        this.type = type;
        this.facts = facts;
    }

    /** The same with other choices. */
    Premises with(Collection<Disjunction> others) {
        search.steps(1L + others.size() + taken.size());
        Premises copy = new Premises(search, type, facts.copy(), taken.copy());
        copy.choices.addAll(others);
        copy.names.addAll(names);
        copy.candidates = candidates;
        copy.doubt = doubt;
        return copy;
    }

    List<Disjunction> choices() {
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
        List<Disjunction> given = List.copyOf(choices);
        choices.clear();
        for (Disjunction choice : given) {
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
        return alternative.stream()
                .allMatch(each ->
                        !each.sent() && taken.contains(each.on(each.shape().end())));
    }

    /** A value for the facts alone; while choices may add to what is sent, any member may be sent. */
    SearchOutcome plain() {
        boolean open = choices.stream().anyMatch(Disjunction::isSent);
        return doubted(open ? facts.open().witness() : facts.witness());
    }

    /** A value with the doubt that there is about it. */
    SearchOutcome doubted(SearchOutcome outcome) {
        return outcome.doubted(doubt);
    }

    /** Takes a schema as violated and tells the ways in which it can be, those of the schemas it refers to included. */
    List<List<Literal>> denials(Literal literal) {
        return collect(literal, new ArrayList<>(), 0);
    }

    private List<List<Literal>> collect(Literal literal, List<List<Literal>> denials, int depth) {
        for (Conjunction single : literal.shape().singles()) {
            Literal one = literal.on(single.end());
            if (one.shape().parts().size() == 1 || depth > LONGEST_CHAIN) {
                denials.add(List.of(one));
            } else if (isAlive(one)) {
                collect(one, denials, depth + 1);
            }
        }
        return denials;
    }

    private boolean take(Literal given) {
        search.step();
        Literal literal = given.on(given.shape().end());
        if (taken.contains(literal.denied())) {
            return false;
        }
        if (given.positive()) {
            names.add(given.shape().name());
        }
        if (!taken.add(literal)) {
            return true;
        }
        List<PlacedAssertion> parts = literal.shape().parts();
        if (parts.size() == 1) {
            return parts.get(0).assertion().byType(new Taking(literal));
        } else if (literal.positive()) {
            literal.shape().singles().forEach(single -> agenda.add(literal.on(single)));
            return true;
        }
        return choices.add(
                new Disjunction(Disjunction.Kind.DENIAL, given.shape().name(), denials(literal)));
    }

    boolean isAlive(List<Literal> alternative) {
        return alternative.stream().allMatch(this::isAlive);
    }

    /** False only if the literal cannot hold, seen at a glance. */
    private boolean isAlive(Literal given) {
        search.step();
        Literal literal = given.on(given.shape().end());
        if (taken.contains(literal.denied())) {
            return false;
        }
        Stream<Assertion> assertions = literal.shape().parts().stream().map(PlacedAssertion::assertion);
        return literal.positive()
                ? assertions.allMatch(each -> each.isSatisfiable(type))
                : assertions.anyMatch(each -> each.isDeniable(type));
    }

    private boolean among(List<JsonNode> values) {
        candidates = values.stream()
                .filter(value -> JsonType.of(value) == type)
                .filter(value -> candidates == null || candidates.contains(value))
                .toList();
        return !candidates.isEmpty();
    }

    private boolean notAmong(List<JsonNode> values) {
        values.stream().filter(value -> JsonType.of(value) == type).forEach(value -> {
            if (value.isContainerNode()) {
                agenda.add(Literal.no(Structure.of(value)));
            } else {
                facts.exclude(value);
            }
        });
        return true;
    }

    /** Takes one assertion as true or as false, as its literal has it; the answer is false if that cannot be. */
    private final class Taking implements Assertion.ByType<Boolean>, ValueAssertion.Visitor<Boolean> {
        private final Literal literal;

        private Taking(Literal literal) {
            this.literal = literal;
        }

        @Override
        public Boolean value(ValueAssertion assertion) {
            return assertion.accept(this);
        }

        @Override
        public Boolean number(NumberAssertion assertion) {
            return facts.take(literal, assertion);
        }

        @Override
        public Boolean string(StringAssertion assertion) {
            return facts.take(literal, assertion);
        }

        @Override
        public Boolean array(ArrayAssertion assertion) {
            return facts.take(literal, assertion);
        }

        @Override
        public Boolean object(ObjectAssertion assertion) {
            return facts.take(literal, assertion);
        }

        @Override
        public Boolean types(ValueAssertion.Types types) {
            boolean among = types.types().contains(type);
            return literal.positive()
                    ? among && (!types.integers() || facts.take(literal, WHOLE))
                    : !among || types.integers() && facts.take(literal, WHOLE);
        }

        @Override
        public Boolean values(ValueAssertion.Values values) {
            return literal.positive() ? among(values.values()) : notAmong(values.values());
        }

        @Override
        public Boolean any(ValueAssertion.Any any) {
            if (literal.positive()) {
                return choices.add(Disjunction.union(Alternatives.any(literal, any.branches())));
            }
            any.branches().forEach(each -> agenda.add(literal.on(each)));
            return true;
        }

        @Override
        public Boolean exactlyOne(ValueAssertion.ExactlyOne one) {
            return choices.add(
                    literal.positive()
                            ? Disjunction.union(Alternatives.exactlyOne(literal, one.branches()))
                            : Disjunction.count(Alternatives.noneOrTwo(literal, one.branches())));
        }

        @Override
        public Boolean not(ValueAssertion.Not not) {
            return agenda.add(literal.on(not.schema()).denied());
        }

        @Override
        public Boolean reference(ValueAssertion.Reference reference) {
            return agenda.add(literal.on(reference.target().shape()));
        }

        @Override
        public Boolean slip(ValueAssertion.Slip slip) {
            return literal.positive();
        }

        @Override
        public Boolean never(ValueAssertion.Never never) {
            return !literal.positive();
        }

        @Override
        public Boolean undecidable(ValueAssertion.Undecidable undecidable) {
            doubt = undecidable.reason();
            return true;
        }
    }
}
