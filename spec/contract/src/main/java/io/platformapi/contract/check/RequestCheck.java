package io.platformapi.contract.check;

import io.platformapi.contract.schema.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks requests: the one check of mock, server and tests. */
public final class RequestCheck {

    private RequestCheck() {}

    /** Everything that is wrong with a request, in the order of its parts; empty if nothing is. */
    public static List<Violation> violations(BoundRequest request) {
        Map<String, List<Violation>> found = new LinkedHashMap<>();
        request.violations()
                .forEach(violation -> found.computeIfAbsent(violation.name(), name -> new ArrayList<>())
                        .add(violation));
        List<Violation> violations = new ArrayList<>();
        for (Part part : request.parts()) {
            List<Violation> own = found.isEmpty() ? null : found.remove(part.name());
            if (own != null) {
                violations.addAll(own);
            }
            if (part.isGiven()) {
                for (Fault fault : OneWay.READ_ONLY.faults(part.schema(), part.value())) {
                    violations.add(new Violation(part.in(), part.name(), fault));
                }
            } else if (part.required() && !isNamed(violations, part)) {
                violations.add(new Violation(part.in(), part.name(), Fault.missing()));
            }
        }
        List<Violation> all = new ArrayList<>();
        found.values().forEach(all::addAll);
        all.addAll(violations);
        return List.copyOf(all);
    }

    private static boolean isNamed(List<Violation> violations, Part part) {
        return violations.stream()
                .anyMatch(known -> known.in() == part.in() && known.name().equals(part.name()));
    }
}
