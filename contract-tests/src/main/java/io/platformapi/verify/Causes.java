package io.platformapi.verify;

import io.platformapi.verify.checks.Failure;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Failures gathered by what causes them, in the order they were found. */
final class Causes {

    private final Map<String, Cause> causes = new LinkedHashMap<>();

    void add(Failure failure) {
        String key = failure.check() + " " + failure.cause() + " "
                + failure.documented().place();
        Cause known = causes.getOrDefault(key, new Cause(failure, 0, Set.of()));
        Set<String> subjects = new LinkedHashSet<>(known.subjects());
        subjects.add(failure.asked().subject());
        causes.put(key, new Cause(known.first(), known.cases() + 1, subjects));
    }

    /** Puts another failure in the place of a cause. */
    void replace(Cause cause, Failure other) {
        causes.replaceAll((key, known) -> known == cause ? new Cause(other, 1, known.subjects()) : known);
    }

    /** Shows a cause by another case. */
    void shrink(Cause cause, Failure smaller) {
        causes.replaceAll((key, known) -> known == cause ? new Cause(smaller, known.cases(), known.subjects()) : known);
    }

    List<Cause> all() {
        return List.copyOf(causes.values());
    }
}
