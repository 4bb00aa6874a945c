package io.platformapi.contract.check;

import java.util.ArrayList;
import java.util.List;

/** Checks requests: the one check of mock, server and tests. */
public final class RequestCheck {

    private RequestCheck() {}

    /** Everything that is wrong with a request, in the order of its parts; empty if nothing is. */
    public static List<Violation> violations(BoundRequest request) {
        List<Violation> violations = new ArrayList<>(request.violations());
        for (Part part : request.parts()) {
            if (part.isGiven()) {
                OneWay.READ_ONLY
                        .faults(part.schema(), part.value())
                        .forEach(fault -> violations.add(Violation.of(part, fault)));
            } else if (part.required() && !isNamed(violations, part)) {
                violations.add(
                        new Violation(part.in(), part.name(), "", "required", "a value: it is required", "nothing"));
            }
        }
        return List.copyOf(violations);
    }

    private static boolean isNamed(List<Violation> violations, Part part) {
        return violations.stream()
                .anyMatch(known -> known.in() == part.in() && known.name().equals(part.name()));
    }
}
