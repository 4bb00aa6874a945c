package io.platformapi.lint;

import io.platformapi.contract.Warning;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Place;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Location;
import io.platformapi.report.Report;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges the style of one document.
 *
 * <ol>
 *   <li>What the reader warns of comes first: it is wrong, not only unkind.
 *   <li>Each rule looks at the document as it is written.
 *   <li>What several operations share is told once.
 *   <li>The findings stand in the order of the lines.
 * </ol>
 */
public final class Lint {

    private Lint() {}

    /**
     * What breaks the rules.
     *
     * @param contract the document as it is written
     * @param title what the document is called in the report
     */
    public static Report report(Contract contract, String title) {
        Map<String, Finding> found = new LinkedHashMap<>();
        contract.warnings().forEach(warning -> add(found, finding(warning)));
        for (Rule rule : Rules.ALL) {
            faults(rule, contract).forEach(fault -> add(found, finding(rule, fault)));
        }
        List<Finding> findings = new ArrayList<>(found.values());
        findings.removeIf(finding -> isToldBetter(finding, found.values()));
        findings.sort(Comparator.comparing(finding -> finding.locations().get(0).line()));
        int operations = contract.operations().size();
        String looked = Rules.ALL.size() + " rules looked at " + operations
                + (operations == 1 ? " operation." : " operations.");
        return new Report("lint", title, Map.of(Level.ERROR, "finding"), findings, List.of(looked));
    }

    /** What a rule finds; of one that fails, that it could not look. */
    static List<Offence> faults(Rule rule, Contract contract) {
        try {
            return rule.faults().apply(contract).toList();
        } catch (RuntimeException | StackOverflowError fault) {
            return List.of(new Offence(
                    contract.document(),
                    "The rule failed and did not look at the document: " + fault + ".",
                    "report this with the document: the fault is the rule's"));
        }
    }

    private static void add(Map<String, Finding> found, Finding finding) {
        found.putIfAbsent(finding.id() + finding.locations() + finding.message(), finding);
    }

    /** Of a field that nobody knows, what it may have been meant to be says more than that nobody looks at it. */
    private static boolean isToldBetter(Finding finding, Collection<Finding> all) {
        return finding.id().equals("not-looked-at")
                && all.stream()
                        .anyMatch(other -> other.id().equals("field-known")
                                && other.locations().equals(finding.locations()));
    }

    private static Finding finding(Warning warning) {
        return finding(warning.rule(), warning.place(), warning.message());
    }

    private static Finding finding(Rule rule, Offence fault) {
        return finding(rule.id(), fault.node().place(), fault.message()).advising(fault.advice());
    }

    private static Finding finding(String id, Place place, String message) {
        return Finding.of(id, Level.ERROR, Subject.of(place), message)
                .at(List.of(new Location("contract", place.file(), place.pointer(), place.line())));
    }
}
