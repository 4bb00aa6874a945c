package io.platformapi.compat.schema.facts;

import java.util.LinkedHashSet;
import java.util.Set;

/** Of what can only be so or not: what is claimed to be so, and what not to be so. */
record Claims<T>(Set<T> affirmed, Set<T> denied) {

    Claims() {
        this(new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    Claims<T> copy() {
        return new Claims<>(new LinkedHashSet<>(affirmed), new LinkedHashSet<>(denied));
    }

    /** Takes a claim as its literal has it; false if the contrary was claimed before. */
    boolean take(Literal literal, T claim) {
        (literal.positive() ? affirmed : denied).add(claim);
        return !(literal.positive() ? denied : affirmed).contains(claim);
    }
}
