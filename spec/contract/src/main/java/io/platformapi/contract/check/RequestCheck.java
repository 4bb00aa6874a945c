package io.platformapi.contract.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.platformapi.contract.schema.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks requests: the one check of mock, server and tests. */
public final class RequestCheck {

    private RequestCheck() {}

    /** Everything that is wrong with a request, in the order of its parts; empty if nothing is. */
    public static List<Violation> violations(BoundRequest request) {
        Map<String, List<Violation>> found =
                request.violations().stream().collect(groupingBy(Violation::name, LinkedHashMap::new, toList()));
        List<Violation> violations = new ArrayList<>();
        for (Part part : request.parts()) {
            violations.addAll(Optional.ofNullable(found.remove(part.name())).orElse(List.of()));
            if (part.isGiven()) {
                OneWay.READ_ONLY
                        .faults(part.schema(), part.value())
                        .forEach(fault -> violations.add(new Violation(part.in(), part.name(), fault)));
            } else if (part.required() && !isNamed(violations, part)) {
                violations.add(new Violation(part.in(), part.name(), Fault.missing()));
            }
        }
        return Stream.concat(found.values().stream().flatMap(List::stream), violations.stream())
                .toList();
    }

    private static boolean isNamed(List<Violation> violations, Part part) {
        return violations.stream()
                .anyMatch(known -> known.in() == part.in() && known.name().equals(part.name()));
    }
}
