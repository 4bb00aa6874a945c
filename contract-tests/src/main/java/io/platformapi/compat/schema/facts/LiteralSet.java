package io.platformapi.compat.schema.facts;

import io.platformapi.compat.schema.shape.Identities;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A set of literals, equal to another that demands the same. */
public final class LiteralSet {

    private final List<Literal> literals;
    private final long[] key;

    public LiteralSet(Collection<Literal> literals, Identities identities) {
        this.literals = List.copyOf(literals);
        this.key = this.literals.stream()
                .mapToLong(each -> identities.of(each.shape()) * 4L + (each.positive() ? 2 : 0) + (each.sent() ? 1 : 0))
                .sorted()
                .distinct()
                .toArray();
    }

    public List<Literal> literals() {
        return literals;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LiteralSet query && Arrays.equals(key, query.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }
}
