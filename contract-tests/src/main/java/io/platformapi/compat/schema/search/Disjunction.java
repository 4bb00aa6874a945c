package io.platformapi.compat.schema.search;

import io.platformapi.compat.schema.facts.Literal;
import java.util.List;

/**
 * A disjunction: the literals of one of the alternatives hold.
 *
 * @param kind what it comes from
 * @param name the component that a denial denies, "" if none
 */
record Disjunction(Kind kind, String name, List<List<Literal>> alternatives) {

    /** What a disjunction comes from, in the order in which choices are best made. */
    enum Kind {
        /** A union that a value satisfies: it is one of the branches. */
        UNION,
        /** A number of schemas that a value does not satisfy: fewer of them, or more. */
        COUNT,
        /** A schema that a value violates: one of its assertions fails. */
        DENIAL
    }

    static Disjunction union(List<List<Literal>> branches) {
        return new Disjunction(Kind.UNION, "", branches);
    }

    static Disjunction count(List<List<Literal>> numbers) {
        return new Disjunction(Kind.COUNT, "", numbers);
    }

    /** Whether the alternatives say what a sender declares, so that what it sends is not known before one is chosen. */
    boolean isSent() {
        return alternatives.stream().anyMatch(each -> each.stream().anyMatch(Literal::sent));
    }

    Disjunction among(List<List<Literal>> left) {
        return left.size() == alternatives.size() ? this : new Disjunction(kind, name, left);
    }

    int size() {
        return alternatives.size();
    }
}
