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
    private String owner = "";

    /**
     * Adds a finding at a site, made when nobody found it elsewhere before; those of equal keys are the same one. What
     * nobody could decide there may be proven here.
     */
    void add(String key, Site site, Supplier<Finding> finding) {
        Finding known = findings.get(key);
        if (known == null) {
            findings.put(key, finding.get());
        } else if (known.level() == Level.UNDECIDED) {
            Finding another = finding.get();
            findings.put(key, another.level() == Level.ERROR ? another : known);
        }
        sites.computeIfAbsent(key, ignored -> new LinkedHashSet<>())
                .add(new Site(subject(site.subject()), site.place(), site.values(), site.message()));
    }

    /** Nothing that is found about this operation fails. */
    void excuse(String operation) {
        excused.add(subject(operation));
    }

    /** What an operation is called in the report: a callback after the operation it belongs to. */
    String subject(String operation) {
        return owner.isEmpty() ? operation : owner + ": " + operation;
    }

    /** Does something about operations that belong to another, such as its callbacks. */
    void within(String whose, Runnable work) {
        String outer = owner;
        owner = subject(whose);
        work.run();
        owner = outer;
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
