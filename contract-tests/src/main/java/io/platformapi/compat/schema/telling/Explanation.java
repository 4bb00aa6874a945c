package io.platformapi.compat.schema.telling;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.facts.Literal;
import io.platformapi.compat.schema.facts.SearchOutcome;
import io.platformapi.compat.schema.search.Search;
import io.platformapi.compat.schema.shape.Conjunction;
import io.platformapi.compat.schema.shape.PlacedAssertion;
import io.platformapi.compat.schema.shape.ValueAssertion;
import io.platformapi.contract.schema.SameValues;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds where one schema fails to take in another. It decides nothing; the search does.
 *
 * <ol>
 *   <li>The reader's assertions are denied one by one. Where one is about a part of the value, the same is asked of the
 *       places of that part: a {@link Spot} is a pair of places, and is looked at once, whoever leads to it. Schemas of
 *       equal content at two places are two spots, so that each is named; the work is shared by the search, which
 *       remembers by content.
 *   <li>From a pair of schemas all spots that are reached are gathered, each with the shortest way to it.
 *   <li>A value found for a part is put into a value of the whole when somebody asks for it.
 * </ol>
 */
public final class Explanation {

    private final Search search;
    private final boolean common;
    private final Map<List<Object>, Spot> spots = new LinkedHashMap<>();
    private int walks;

    public Explanation(Search search) {
        this.search = search;
        this.common = !search.reading().literal();
    }

    /**
     * A gap.
     *
     * @param path where in the value
     * @param part the reader's assertion that fails
     * @param sent the pointer of the sender's schema that says, or should say, the same
     * @param outcome gives a value of the schemas asked about, or the reason why there is none
     */
    public record Found(String path, PlacedAssertion part, String sent, Supplier<SearchOutcome> outcome) {}

    /** A pair of places with the gaps at it, and the ways to the spots inside. */
    private static final class Spot {
        private final List<Found> gaps = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private boolean open = true;
        private int walk;

        /** Whether nothing is wrong there; what is still looked at, in a circle, says so itself. */
        private boolean isFine() {
            return !open && gaps.isEmpty() && steps.isEmpty();
        }
    }

    private record Step(Spot spot, String path, Function<SearchOutcome, SearchOutcome> lift) {}

    /** A step and those before it; spelled out only where a gap is. */
    private record Way(@Nullable Way before, Step step) {

        private String path() {
            Deque<String> path = new ArrayDeque<>();
            for (Way way = this; way != null; way = way.before) {
                path.addFirst(way.step.path());
            }
            return String.join("", path);
        }

        private SearchOutcome lifted(SearchOutcome outcome) {
            SearchOutcome whole = outcome;
            for (Way way = this; way != null; way = way.before) {
                whole = way.step.lift().apply(whole);
            }
            return whole;
        }

        private List<Found> gaps() {
            List<Found> gaps = step.spot().gaps;
            String path = gaps.isEmpty() ? "" : path();
            return gaps.stream()
                    .map(gap -> new Found(
                            path + gap.path(),
                            gap.part(),
                            gap.sent(),
                            () -> lifted(gap.outcome().get())))
                    .toList();
        }
    }

    /** All gaps, each once. */
    public List<Found> gaps(Placed sent, Placed read) {
        walks++;
        Map<List<Object>, Found> found = new LinkedHashMap<>();
        Spot first = spot(sent, read);
        first.walk = walks;
        Deque<Way> open = new ArrayDeque<>(List.of(new Way(null, new Step(first, "", Function.identity()))));
        while (!open.isEmpty()) {
            Way way = open.poll();
            way.gaps()
                    .forEach(gap -> found.putIfAbsent(
                            List.of(gap.sent(), gap.part().pointer(), gap.part().assertion()), gap));
            for (Step step : way.step().spot().steps) {
                if (step.spot().walk != walks) {
                    step.spot().walk = walks;
                    open.add(new Way(way, step));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private Spot spot(Placed sent, Placed read) {
        List<Object> pair = List.of(sent.pointer(), read.pointer(), id(sent.shape()), id(read.shape()));
        Spot known = spots.get(pair);
        if (known != null) {
            return known;
        }
        Spot spot = new Spot();
        spots.put(pair, spot);
        if (id(sent.shape()) != id(read.shape())
                && !(denied(sent.shape(), read.shape()) instanceof SearchOutcome.Empty)) {
            read.assertions().forEach((part, alone) -> look(spot, sent, part, alone));
        }
        spot.open = false;
        return spot;
    }

    private int id(Conjunction shape) {
        return search.identities().of(shape);
    }

    private void look(Spot spot, Placed sent, PlacedAssertion part, Conjunction alone) {
        SearchOutcome outcome = denied(sent.shape(), alone);
        if (outcome instanceof SearchOutcome.Empty) {
            return;
        }
        Spot inside = new Spot();
        inner(inside, sent, part);
        inside.open = false;
        if (inside.isFine()) {
            spot.gaps.add(new Found("", part, sent.counterpart(part), () -> outcome));
        }
        spot.gaps.addAll(inside.gaps);
        spot.steps.addAll(inside.steps);
    }

    private SearchOutcome denied(Conjunction sent, Conjunction read) {
        return search.ask(new Literal(sent, true, common), Literal.no(read));
    }

    private void inner(Spot spot, Placed sent, PlacedAssertion part) {
        InnerPart.of(sent, part).ifPresent(inside -> into(spot, sent, inside));
        if (part.assertion() instanceof ValueAssertion.Any any) {
            new Branches(spot, sent, part, any).look();
        }
    }

    /** Goes into a part of the value, unless nothing is wrong there. */
    private void into(Spot around, Placed whole, InnerPart part) {
        if (!part.sent().shape().parts().isEmpty()) {
            Spot inside = spot(part.sent(), part.read());
            if (!inside.isFine()) {
                around.steps.add(new Step(inside, part.path(), outcome -> lifted(outcome, part.with(), whole.shape())));
            }
        }
    }

    /** Puts the value found for a part of the value into a value of the whole. */
    private SearchOutcome lifted(SearchOutcome outcome, Function<Conjunction, Conjunction> with, Conjunction sent) {
        if (!(outcome instanceof SearchOutcome.Found found)) {
            return outcome;
        }
        JsonNode canonical = SameValues.form(found.value());
        Conjunction exactly = Conjunction.of(new ValueAssertion.Values(List.of(canonical)));
        return search.ask(new Literal(sent, true, common), Literal.yes(with.apply(exactly)));
    }

    /** Looks at the branch of the reader that is like the sender's: the branch the reader had in mind. */
    private final class Branches {
        private final Spot spot;
        private final Placed sent;
        private final PlacedAssertion part;
        private final ValueAssertion.Any read;

        private Branches(Spot spot, Placed sent, PlacedAssertion part, ValueAssertion.Any read) {
            this.spot = spot;
            this.sent = sent;
            this.part = part;
            this.read = read;
        }

        private void look() {
            List<PlacedAssertion> rest = new ArrayList<>(sent.assertions().keySet());
            List<PlacedAssertion> choices = rest.stream()
                    .filter(each -> each.assertion() instanceof ValueAssertion.Any)
                    .toList();
            if (choices.size() == 1) {
                PlacedAssertion choice = choices.get(0);
                rest.remove(choice);
                List<Conjunction> branches = choice.branches();
                for (int i = 0; i < branches.size(); i++) {
                    look(Placed.of(joined(rest, branches.get(i), choice), choice.pointer() + "/" + i), branches.get(i));
                }
            } else if (choices.isEmpty() && part.keyword().equals("nullable")) {
                step(sent, read.branches().get(1));
            }
        }

        /** A branch with what stands beside the choice; a branch that leads to the choice again has made it. */
        private static Conjunction joined(List<PlacedAssertion> rest, Conjunction branch, PlacedAssertion choice) {
            List<PlacedAssertion> all = new ArrayList<>(rest);
            Map<PlacedAssertion, Conjunction> inside = new Placed(branch, "").assertions();
            if (inside.remove(choice) == null) {
                all.addAll(branch.parts());
            } else {
                all.addAll(inside.keySet());
            }
            return new Conjunction(all);
        }

        private void look(Placed one, Conjunction branch) {
            SearchOutcome outcome = denied(one.shape(), new Conjunction(List.of(part)));
            if (outcome instanceof SearchOutcome.Empty) {
                return;
            }
            List<Conjunction> alike = read.branches().stream()
                    .filter(each -> !name(branch).isEmpty() && name(each).equals(name(branch)))
                    .toList();
            Conjunction meant = part.keyword().equals("nullable")
                    ? read.branches().get(1)
                    : alike.size() == 1 ? alike.get(0) : null;
            if (meant == null || !step(one, meant)) {
                spot.gaps.add(new Found("", part, one.pointer(), () -> outcome));
            }
        }

        private boolean step(Placed one, Conjunction meant) {
            String place = part.keyword().equals("nullable")
                    ? part.home()
                    : part.pointer() + "/" + read.branches().indexOf(meant);
            Spot inside = spot(one, Placed.of(meant, place));
            if (!inside.isFine()) {
                spot.steps.add(new Step(inside, "", Function.identity()));
            }
            return !inside.isFine();
        }

        /** The name of the component a branch is, or its one type. */
        private static String name(Conjunction branch) {
            if (!branch.name().isEmpty()) {
                return branch.name();
            }
            for (PlacedAssertion each : branch.parts()) {
                if (each.assertion() instanceof ValueAssertion.Types types) {
                    return types.types().toString();
                }
            }
            return "";
        }
    }
}
