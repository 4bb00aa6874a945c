package io.platformapi.compat.schema.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The members that the schemas beside {@code unevaluatedProperties} evaluate, given which of its branches hold.
 *
 * @param all whether every member is evaluated
 */
record Evaluated(Set<String> names, Set<String> regexes, boolean all, List<Condition> conditions) {

    /** That a branch holds, or does not. */
    record Condition(JsonNode schema, String pointer, boolean holds) {}

    static Evaluated nothing() {
        return new Evaluated(Set.of(), Set.of(), false, List.of());
    }

    /** Both. */
    Evaluated and(Evaluated other) {
        List<Condition> together = new ArrayList<>(conditions);
        together.addAll(other.conditions);
        return new Evaluated(union(names, other.names), union(regexes, other.regexes), all || other.all, together);
    }

    Evaluated when(JsonNode schema, String pointer, boolean holds) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(new Condition(schema, pointer, holds));
        return new Evaluated(names, regexes, all, more);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }
}
