package io.platformapi.compat.schema.telling;

import io.platformapi.compat.schema.facts.Literal;
import io.platformapi.compat.schema.facts.SearchOutcome;
import io.platformapi.compat.schema.search.Search;
import io.platformapi.compat.schema.search.StepBudget;
import io.platformapi.compat.schema.shape.Conjunction;
import io.platformapi.compat.schema.shape.PlacedAssertion;
import java.util.List;
import java.util.Optional;

/**
 * Schemas that changed and that no value satisfies, so that there is nothing to compare them by. In the literal profile
 * only those that contradict a reference they stand beside.
 */
public final class Impossibility {

    private static final String IMPOSSIBLE = "no value satisfies the schema, so that nothing can be compared";

    private final Search search;
    private final boolean common;
    private final Pairs<Place> pairs;

    public Impossibility(Search search) {
        this.search = search;
        this.common = !search.reading().literal();
        this.pairs = new Pairs<>(search.identities(), this::look);
    }

    /** A place of the sender, and why nothing can be compared there. */
    public record Place(Placed at, String reason) {}

    /** The places, by the sender. */
    public List<Place> places(Placed sent, Placed read) {
        return pairs.reached(new Pairs.Pair(sent, read));
    }

    private Pairs.Sight<Place> look(Pairs.Pair pair) {
        Placed sent = pair.sent();
        Placed read = pair.read();
        Optional<String> reason = reason(sent.shape());
        if (reason.isPresent()
                && (isTorn(sent.shape(), read.shape())
                        || common && reason(read.shape()).isPresent())) {
            return new Pairs.Sight<>(List.of(new Place(sent, reason.get())), List.of());
        }
        List<Pairs.Pair> inside = read.assertions().keySet().stream()
                .flatMap(part -> InnerPart.of(sent, part).stream())
                .map(Pairs.Pair::of)
                .toList();
        return new Pairs.Sight<>(List.of(), inside);
    }

    /**
     * Whether a reference and what stands beside it rule each other out, while the reference alone is not understood:
     * older readers ignore what stands there.
     */
    private boolean isTorn(Conjunction sent, Conjunction read) {
        for (PlacedAssertion part : sent.parts()) {
            String place = part.home() + "/";
            boolean accompanied = sent.parts().stream()
                    .anyMatch(each -> each != part && each.pointer().startsWith(place));
            if (part.target() != null
                    && accompanied
                    && !(denied(new Conjunction(List.of(part)), read) instanceof SearchOutcome.Empty)) {
                return true;
            }
        }
        return false;
    }

    /** Why nothing can be compared by a schema, if so: no value satisfies it, or looking for one took too long. */
    private Optional<String> reason(Conjunction shape) {
        SearchOutcome outcome = search.ask(Literal.yes(shape));
        if (outcome instanceof SearchOutcome.Unknown unknown && StepBudget.isReason(unknown.reason())) {
            return Optional.of(unknown.reason());
        }
        return outcome instanceof SearchOutcome.Empty ? Optional.of(IMPOSSIBLE) : Optional.empty();
    }

    private SearchOutcome denied(Conjunction sent, Conjunction read) {
        return search.ask(new Literal(sent, true, common), Literal.no(read));
    }
}
