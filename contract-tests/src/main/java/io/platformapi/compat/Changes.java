package io.platformapi.compat;

import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The findings so far; one that several operations share is kept once and names them. */
final class Changes {

    private static final int MOST_NAMES = 5;

    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Map<String, Set<String>> sharers = new LinkedHashMap<>();
    private final Set<String> excused = new HashSet<>();

    void add(Finding finding) {
        findings.putIfAbsent(finding.subject() + " " + finding.id() + " " + finding.message(), finding);
    }

    /** Whether a finding is known under a key; if it is, the operation is named as another one it concerns. */
    boolean isKnown(String key, String operation) {
        boolean known = sharers.containsKey(key);
        sharers.computeIfAbsent(key, ignored -> new LinkedHashSet<>()).add(operation);
        return known;
    }

    void add(String key, Finding finding) {
        findings.put(key, finding);
    }

    /** Nothing that is found about this operation fails. */
    void excuse(String operation) {
        excused.add(operation);
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        findings.forEach((key, finding) -> {
            Set<String> operations = sharers.getOrDefault(key, Set.of(finding.subject()));
            Finding found = excused.containsAll(operations) ? finding.on(Level.NOTE) : finding;
            all.add(shared(found, operations));
        });
        return all;
    }

    private static Finding shared(Finding finding, Set<String> operations) {
        List<String> others = operations.stream()
                .filter(operation -> !operation.equals(finding.subject()))
                .toList();
        if (others.isEmpty()) {
            return finding;
        }
        String more = others.size() > MOST_NAMES ? " and " + (others.size() - MOST_NAMES) + " more" : "";
        List<Evidence> evidence = new ArrayList<>(finding.evidence());
        evidence.add(new Evidence(
                "also", String.join(", ", others.subList(0, Math.min(MOST_NAMES, others.size()))) + more));
        return finding.provedBy(evidence);
    }
}
