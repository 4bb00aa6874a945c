package io.platformapi.compat;

import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The findings so far; one that several operations share is kept once and names them. */
final class Changes {

    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Map<String, Set<Site>> sites = new LinkedHashMap<>();
    private final Set<String> excused = new LinkedHashSet<>();

    /** Adds a finding at a site, made when nobody found it elsewhere before; those of equal keys are the same one. */
    void add(String key, Site site, Supplier<Finding> finding) {
        if (!findings.containsKey(key)) {
            findings.put(key, finding.get());
        }
        sites.computeIfAbsent(key, ignored -> new LinkedHashSet<>()).add(site);
    }

    /** Nothing that is found about this operation fails. */
    void excuse(String operation) {
        excused.add(operation);
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        findings.forEach((key, finding) -> {
            List<Site> where = List.copyOf(sites.get(key));
            boolean isExcused = where.stream().allMatch(each -> excused.contains(each.subject()));
            all.add((isExcused ? finding.on(Level.NOTE) : finding).counting(where));
        });
        return all;
    }
}
