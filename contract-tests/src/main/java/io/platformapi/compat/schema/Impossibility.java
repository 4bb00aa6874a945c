package io.platformapi.compat.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Schemas that changed and that no value satisfies, so that there is nothing to compare them by. In the literal profile
 * only those that contradict a reference they stand beside.
 */
final class Impossibility {

    private final Search search;
    private final boolean common;
    private final Set<List<Object>> passed = new HashSet<>();

    Impossibility(Search search) {
        this.search = search;
        this.common = !search.reading().literal();
    }

    /** The places, by the sender. */
    List<Placed> places(Placed sent, Placed read) {
        int one = search.identities().of(sent.shape());
        int other = search.identities().of(read.shape());
        if (one == other || !passed.add(List.of(sent.pointer(), read.pointer(), one, other))) {
            return List.of();
        }
        if (isImpossible(sent.shape())
                && (isTorn(sent.shape(), read.shape()) || common && isImpossible(read.shape()))) {
            return List.of(sent);
        }
        List<Placed> found = new ArrayList<>();
        for (Part part : read.assertions().keySet()) {
            if (part.assertion() instanceof Assertion.Property property) {
                found.addAll(places(sent.member(property.name()), Placed.of(property.schema(), part.pointer())));
            } else if (part.assertion() instanceof Assertion.Items items) {
                found.addAll(places(sent.item(items.from()), Placed.of(items.schema(), part.pointer())));
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
            String place = Placed.home(part) + "/";
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
        return search.ask(Literal.yes(shape)) instanceof Outcome.Empty;
    }

    private Outcome denied(Shape sent, Shape read) {
        return search.ask(new Literal(sent, true, common), Literal.no(read));
    }
}
