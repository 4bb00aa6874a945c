package io.platformapi.compat.schema.reading;

import java.util.HashSet;
import java.util.Set;

/**
 * The schemas that are being read about one value, by their places. Generators write a base type whose {@code oneOf}
 * lists children that are {@code allOf} of it: the child inside the base, read about the same value, says of the base
 * what is being said anyway.
 *
 * @param asserted those that hold of the value, so that a reference back to one demands nothing more
 * @param offered those of them between which and here there are only branches of unions: a union that is one of its own
 *     branches is the others
 * @param turned those of which that is not known, because a negation lies between
 */
record Around(Set<String> asserted, Set<String> offered, Set<String> turned) {

    static final Around NOTHING = new Around(Set.of(), Set.of(), Set.of());

    Around and(String place) {
        return new Around(union(asserted, Set.of(place)), union(offered, Set.of(place)), turned);
    }

    /** The same for one of several schemas that hold together. */
    Around together() {
        return new Around(asserted, Set.of(), turned);
    }

    /** The same behind a {@code not}. */
    Around negated() {
        return new Around(Set.of(), Set.of(), union(asserted, turned));
    }

    /** Without the places that cannot be met again. */
    Around within(Set<String> reachable) {
        return new Around(common(asserted, reachable), common(offered, reachable), common(turned, reachable));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    private static Set<String> common(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.retainAll(others);
        return Set.copyOf(both);
    }
}
