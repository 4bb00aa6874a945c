package io.platformapi.lint;

import io.platformapi.contract.Warning;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Place;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.report.Finding;
import io.platformapi.report.FindingKinds;
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
 * Judges the writing of one document.
 *
 * <ol>
 *   <li>What the reader warns of comes first: how the document is put together, and what of it cannot be read.
 *   <li>Each rule looks at the document as it is written.
 *   <li>What several operations share is told once.
 *   <li>The settings say what of it is a fault, what advice, and what is not told.
 *   <li>The findings stand in the order of the lines.
 * </ol>
 */
public final class Lint {

    private static final FindingKinds KINDS = FindingKinds.of("lint");

    private final LintSettings settings;

    Lint(LintSettings settings) {
        this.settings = settings;
    }

    /** What breaks the rules, as usual: see {@link #judged}. */
    public static Report report(Contract contract, String title) {
        return new Lint(LintSettings.usual()).judged(contract, title);
    }

    /**
     * What breaks the rules.
     *
     * @param contract the document as it is written
     * @param title what the document is called in the report
     */
    Report judged(Contract contract, String title) {
        Map<String, Finding> found = new LinkedHashMap<>();
        Subject subject = Subject.in(contract);
        contract.warnings().forEach(warning -> add(found, finding(warning, subject)));
        List<Rule> rules = Rules.ALL.stream()
                .filter(rule -> settings.weight(rule.id()) != Weight.OFF)
                .toList();
        for (Rule rule : rules) {
            faults(rule, contract).forEach(fault -> add(found, finding(rule, fault, subject)));
        }
        int operations = contract.operations().size();
        return report(
                title,
                found.values(),
                rules.size() + " rules looked at " + operations + (operations == 1 ? " operation." : " operations."));
    }

    /**
     * What is wrong with a document that cannot be read as a whole.
     *
     * @param faults what is wrong with its writing
     * @param refusal why it cannot be read
     */
    Report refused(List<Warning> faults, UnreadableDocument refusal, String title) {
        Map<String, Finding> found = new LinkedHashMap<>();
        Subject subject = Subject.ofOneFile();
        faults.forEach(fault -> add(found, finding(fault, subject)));
        add(found, finding("unreadable", refusal.place(), refusal.problem(), subject));
        return report(
                title,
                found.values(),
                "The document cannot be read as a whole: " + Rules.ALL.size() + " rules did not look at it.");
    }

    private Report report(String title, Collection<Finding> found, String looked) {
        List<Finding> findings = found.stream()
                .filter(finding -> settings.weight(finding.id()) != Weight.OFF)
                .sorted(Comparator.comparing(
                        finding -> finding.locations().get(0).line()))
                .toList();
        List<String> summary = new ArrayList<>(List.of(looked));
        summary.addAll(settings.told());
        return new Report("lint", title, Map.of(Level.ERROR, "fault", Level.NOTE, "advice"), findings, summary);
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

    private Finding finding(Warning warning, Subject subject) {
        Finding finding = finding(warning.rule(), warning.place(), warning.message(), subject);
        return KINDS.find(warning.rule())
                .map(kind -> finding.advising(kind.instead()))
                .orElse(finding);
    }

    private Finding finding(Rule rule, Offence fault, Subject subject) {
        return finding(rule.id(), fault.node().place(), fault.message(), subject)
                .advising(fault.advice());
    }

    private Finding finding(String id, Place place, String message, Subject subject) {
        return Finding.of(id, settings.weight(id).level(), subject.of(place), message)
                .at(List.of(new Location("contract", place.file(), place.pointer(), place.line())));
    }
}
