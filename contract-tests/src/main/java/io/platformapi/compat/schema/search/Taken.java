package io.platformapi.compat.schema.search;

import io.platformapi.compat.schema.facts.Literal;
import io.platformapi.compat.schema.shape.Identities;
import java.util.HashSet;
import java.util.Set;

/** The literals that were taken as true, by what they demand. */
final class Taken {

    private final Identities identities;
    private final Set<Long> codes;

    Taken(Identities identities) {
        this(identities, Set.of());
    }

    private Taken(Identities identities, Set<Long> codes) {
        this.identities = identities;
        this.codes = new HashSet<>(codes);
    }

    Taken copy() {
        return new Taken(identities, codes);
    }

    int size() {
        return codes.size();
    }

    boolean contains(Literal literal) {
        return codes.contains(code(literal));
    }

    /** Adds a literal; false if it was there, and as the sender's if it is the sender's. */
    boolean add(Literal literal) {
        boolean fresh = codes.add(code(literal));
        return literal.sent() && codes.add(-1 - code(literal)) || fresh;
    }

    private long code(Literal literal) {
        return identities.of(literal.shape()) * 2L + (literal.positive() ? 1 : 0);
    }
}
