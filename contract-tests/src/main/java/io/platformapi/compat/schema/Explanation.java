package io.platformapi.compat.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Finds where one schema fails to take in another: the reader's assertions are denied one by one, and where one is
 * about a part of the value, the same is asked of that part. It decides nothing; the search does.
 */
final class Explanation {

    private static final int MOST_GAPS = 500;

    private final Search search;
    private final boolean common;
    /** What is said of a place inside itself: nothing, because the outer one says it. */
    private static final List<Found> CIRCLE = Collections.unmodifiableList(new ArrayList<>());

    private final Map<List<Integer>, List<Found>> known = new HashMap<>();

    Explanation(Search search) {
        this.search = search;
        this.common = !search.reading().literal();
    }

    /** A schema and the pointer it is written at. */
    record Placed(Shape shape, String pointer) {}

    /** A gap with a value of the schemas asked about, or the reason why there is none. */
    record Found(String path, Part part, String sent, Outcome outcome) {

        /** Equal for gaps between the same places, whatever way leads to them. */
        List<Object> places() {
            return List.of(sent, part.pointer(), part.assertion());
        }

        Found within(String step, UnaryOperator<Outcome> lift) {
            return new Found(step + path, part, sent, lift.apply(outcome));
        }
    }

    /** All gaps, each with a value of the sender's schema. */
    List<Found> gaps(Placed sent, Placed read) {
        List<Found> found = search(sent, read);
        if (found == CIRCLE) {
            known.clear();
            return search(sent, read);
        }
        return found;
    }

    private List<Found> search(Placed sent, Placed read) {
        List<Integer> pair = List.of(id(sent.shape()), id(read.shape()));
        if (pair.get(0).equals(pair.get(1))) {
            return List.of();
        }
        List<Found> found = known.get(pair);
        if (found == null) {
            known.put(pair, CIRCLE);
            found = searched(sent, read);
            known.put(pair, found);
        }
        return found;
    }

    private int id(Shape shape) {
        return search.identities().of(shape);
    }

    private List<Found> searched(Placed sent, Placed read) {
        if (denied(sent.shape(), read.shape()) instanceof Outcome.Empty) {
            return List.of();
        }
        Map<Part, Shape> assertions = assertions(read.shape());
        Map<List<Object>, Found> found = new LinkedHashMap<>();
        boolean circles = false;
        for (Map.Entry<Part, Shape> each : assertions.entrySet()) {
            Outcome outcome = denied(sent.shape(), each.getValue());
            if (!(outcome instanceof Outcome.Empty) && found.size() < MOST_GAPS) {
                Part part = each.getKey();
                List<Found> inner = inner(sent, part);
                circles |= inner == CIRCLE;
                boolean whole = inner.isEmpty() && inner != CIRCLE;
                (whole ? List.of(new Found("", part, sent.pointer(), outcome)) : inner)
                        .forEach(gap -> found.putIfAbsent(gap.places(), gap));
            }
        }
        return found.isEmpty() && circles ? CIRCLE : List.copyOf(found.values());
    }

    /**
     * Schemas that changed and that no value satisfies, so that there is nothing to compare them by. In the literal
     * profile only those that contradict a reference they stand beside.
     */
    List<Placed> impossible(Placed sent, Placed read, Set<List<Integer>> passed) {
        List<Integer> pair = List.of(id(sent.shape()), id(read.shape()));
        if (pair.get(0).equals(pair.get(1)) || !passed.add(pair)) {
            return List.of();
        }
        if (isImpossible(sent.shape())
                && (isTorn(sent.shape(), read.shape()) || common && isImpossible(read.shape()))) {
            return List.of(sent);
        }
        List<Placed> found = new ArrayList<>();
        Map<Part, Shape> parts = assertions(sent.shape());
        for (Part part : assertions(read.shape()).keySet()) {
            if (part.assertion() instanceof Assertion.Property property) {
                Placed inner = member(sent.pointer(), parts, property.name());
                found.addAll(impossible(inner, new Placed(property.schema(), part.pointer()), passed));
            } else if (part.assertion() instanceof Assertion.Items items) {
                Placed inner = item(sent.pointer(), parts, items.from());
                found.addAll(impossible(inner, new Placed(items.schema(), part.pointer()), passed));
            }
        }
        return found;
    }

    /**
     * Whether a reference and what stands beside it rule each other out, while the reference alone is not understood:
     * older readers ignore what stands there.
     */
    private boolean isTorn(Shape sent, Shape read) {
        for (Part part : sent.parts()) {
            String place = part.pointer()
                    .substring(0, part.pointer().length() - part.keyword().length());
            boolean accompanied = sent.parts().stream()
                    .anyMatch(each -> each != part && each.pointer().startsWith(place));
            if (part.assertion() instanceof Assertion.Reference
                    && accompanied
                    && !(denied(new Shape(List.of(part)), read) instanceof Outcome.Empty)) {
                return true;
            }
        }
        return false;
    }

    private boolean isImpossible(Shape shape) {
        return search.find(List.of(Literal.yes(shape)), Subsumption.STEPS) instanceof Outcome.Empty;
    }

    private Outcome denied(Shape sent, Shape read) {
        return search.find(List.of(new Literal(sent, true, common), Literal.no(read)), Subsumption.STEPS);
    }

    /** What a schema asserts, references followed. */
    private static Map<Part, Shape> assertions(Shape shape) {
        Map<Part, Shape> parts = new LinkedHashMap<>();
        collect(shape, parts, new HashSet<>());
        return parts;
    }

    private static void collect(Shape shape, Map<Part, Shape> parts, Set<Target> passed) {
        for (Shape single : shape.singles()) {
            Part part = single.parts().get(0);
            if (part.assertion() instanceof Assertion.Reference reference) {
                if (passed.add(reference.target())) {
                    collect(reference.target().shape(), parts, passed);
                }
            } else {
                parts.put(part, single);
            }
        }
    }

    private List<Found> inner(Placed sent, Part part) {
        Assertion assertion = part.assertion();
        if (assertion instanceof Assertion.Property property) {
            return member(sent, property.name(), new Placed(property.schema(), part.pointer()));
        } else if (assertion instanceof Assertion.Items items) {
            return item(sent, items.from(), "*", new Placed(items.schema(), part.pointer()));
        } else if (assertion instanceof Assertion.Item item) {
            return item(sent, item.index(), "" + item.index(), new Placed(item.schema(), part.pointer()));
        } else if (assertion instanceof Assertion.Additional additional) {
            return other(sent, new Placed(additional.schema(), part.pointer()));
        } else if (assertion instanceof Assertion.Any any) {
            return branches(sent, any, part);
        }
        return List.of();
    }

    private List<Found> member(Placed sent, String name, Placed read) {
        Placed inner = member(sent.pointer(), assertions(sent.shape()), name);
        return inner.shape().parts().isEmpty()
                ? List.of()
                : lifted(
                        search(inner, read),
                        "/" + References.escape(name),
                        value -> Shape.of(new Assertion.Required(name), new Assertion.Property(name, value)),
                        sent.shape());
    }

    /** What the sender says of a member. */
    private static Placed member(String around, Map<Part, Shape> parts, String name) {
        List<Part> about = new ArrayList<>();
        String pointer = around;
        for (Part part : parts.keySet()) {
            if (part.assertion() instanceof Assertion.Property property
                    && property.name().equals(name)) {
                about.addAll(property.schema().parts());
                pointer = part.pointer();
            }
        }
        return new Placed(new Shape(about), pointer);
    }

    private List<Found> item(Placed sent, int index, String step, Placed read) {
        Placed inner = item(sent.pointer(), assertions(sent.shape()), index);
        return inner.shape().parts().isEmpty()
                ? List.of()
                : lifted(
                        search(inner, read),
                        "/" + step,
                        value -> Shape.of(
                                new Assertion.Limit(Keyword.MIN_ITEMS, BigDecimal.valueOf(index + 1L)),
                                new Assertion.Item(index, value)),
                        sent.shape());
    }

    /** What the sender says of an item. */
    private static Placed item(String around, Map<Part, Shape> parts, int index) {
        List<Part> about = new ArrayList<>();
        String pointer = around;
        for (Part part : parts.keySet()) {
            if (part.assertion() instanceof Assertion.Items items && items.from() <= index) {
                about.addAll(items.schema().parts());
                pointer = part.pointer();
            } else if (part.assertion() instanceof Assertion.Item item && item.index() == index) {
                about.addAll(item.schema().parts());
                pointer = part.pointer();
            }
        }
        return new Placed(new Shape(about), pointer);
    }

    private List<Found> other(Placed sent, Placed read) {
        for (Part part : assertions(sent.shape()).keySet()) {
            if (part.assertion() instanceof Assertion.Additional additional) {
                return lifted(
                        search(new Placed(additional.schema(), part.pointer()), read),
                        "/*",
                        value -> Shape.of(new Assertion.Not(Shape.of(new Assertion.Additional(
                                additional.names(), additional.regexes(), Shape.of(new Assertion.Not(value)))))),
                        sent.shape());
            }
        }
        return List.of();
    }

    /** Puts the values found for a part of the value into values of the whole. */
    private List<Found> lifted(List<Found> gaps, String step, Function<Shape, Shape> whole, Shape sent) {
        return gaps == CIRCLE
                ? CIRCLE
                : gaps.stream()
                        .map(gap -> gap.within(step, outcome -> lift(outcome, whole, sent)))
                        .toList();
    }

    private Outcome lift(Outcome outcome, Function<Shape, Shape> whole, Shape sent) {
        if (!(outcome instanceof Outcome.Found found)) {
            return outcome;
        }
        JsonNode canonical = Canonical.value(found.value());
        Shape exactly = Shape.of(new Assertion.Values(List.of(canonical)));
        return search.find(
                List.of(new Literal(sent, true, common), Literal.yes(whole.apply(exactly))), Subsumption.STEPS);
    }

    /** Looks at the branch of the reader that is like the sender's: the branch the reader had in mind. */
    private List<Found> branches(Placed sent, Assertion.Any read, Part part) {
        Map<Part, Shape> assertions = assertions(sent.shape());
        List<Part> choices = assertions.keySet().stream()
                .filter(each -> each.assertion() instanceof Assertion.Any)
                .toList();
        if (choices.size() != 1) {
            return List.of();
        }
        List<Part> rest = new ArrayList<>(assertions.keySet());
        rest.remove(choices.get(0));
        List<Found> found = new ArrayList<>();
        List<Shape> branches = ((Assertion.Any) choices.get(0).assertion()).branches();
        for (int i = 0; i < branches.size(); i++) {
            List<Part> alone = new ArrayList<>(rest);
            alone.addAll(branches.get(i).parts());
            Shape one = new Shape(alone);
            if (!(denied(one, new Shape(List.of(part))) instanceof Outcome.Empty)) {
                String name = name(branches.get(i));
                List<Shape> alike = read.branches().stream()
                        .filter(each -> !name.isEmpty() && name(each).equals(name))
                        .toList();
                List<Found> inside = alike.size() == 1
                        ? search(
                                new Placed(one, choices.get(0).pointer() + "/" + i),
                                new Placed(
                                        alike.get(0),
                                        part.pointer() + "/" + read.branches().indexOf(alike.get(0))))
                        : List.of();
                found.addAll(
                        inside.isEmpty()
                                ? List.of(new Found(
                                        "",
                                        part,
                                        choices.get(0).pointer() + "/" + i,
                                        denied(one, new Shape(List.of(part)))))
                                : inside);
            }
        }
        return found;
    }

    /** The name of the component a branch is, or its one type. */
    private static String name(Shape branch) {
        for (Part part : branch.parts()) {
            if (part.assertion() instanceof Assertion.Reference reference) {
                return reference.target().name();
            }
        }
        for (Part part : branch.parts()) {
            if (part.assertion() instanceof Assertion.Types types) {
                return types.types().toString();
            }
        }
        return "";
    }
}
