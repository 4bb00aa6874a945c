package io.platformapi.verify;

import io.platformapi.contract.Operation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of testing each operation, in the order of the document. */
final class Attempts {

    private final Map<String, Attempt> attempts = new LinkedHashMap<>();

    Attempts(List<Operation> operations) {
        operations.forEach(operation -> attempts.put(operation.toString(), new Attempt(operation)));
    }

    Optional<Attempt> of(String subject) {
        return Optional.ofNullable(attempts.get(subject));
    }

    boolean isEmpty() {
        return attempts.isEmpty();
    }

    Stream<Attempt> all() {
        return attempts.values().stream();
    }

    Stream<Attempt> tested() {
        return all().filter(Attempt::isTested);
    }

    Map<String, Duration> times() {
        Map<String, Duration> times = new LinkedHashMap<>();
        attempts.forEach((subject, attempt) -> times.put(subject, attempt.time()));
        return times;
    }

    Set<String> named(Predicate<Attempt> which) {
        return attempts.entrySet().stream()
                .filter(attempt -> which.test(attempt.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Map<String, List<Miss>> misses() {
        Map<String, List<Miss>> misses = new LinkedHashMap<>();
        attempts.forEach((subject, attempt) -> {
            if (!attempt.isTested() && !attempt.misses().isEmpty()) {
                misses.put(subject, attempt.misses());
            }
        });
        return misses;
    }

    Set<Miss> pages() {
        Set<Miss> pages = all().flatMap(attempt -> attempt.pages().stream()).collect(Collectors.toSet());
        return pages.stream().anyMatch(page -> page.page().isEmpty()) ? Set.of() : pages;
    }
}
