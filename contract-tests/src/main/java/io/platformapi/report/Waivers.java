package io.platformapi.report;

import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import io.platformapi.contract.source.UnreadableDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file of waivers, one for all tools: a list of {@code finding}, {@code subject}, {@code place}, {@code values},
 * {@code reason} and {@code until}; without {@code subject} it is meant everywhere, and a finding with a place is
 * waived at that place only. A waiver whose day has passed, one that nothing needs and one that is about less than what
 * is found are findings themselves, so that the file cannot rot and hides nothing that nobody decided on.
 */
public final class Waivers {

    private final List<Waiver> waivers;

    private Waivers(List<Waiver> waivers) {
        this.waivers = waivers;
    }

    /** No waivers. */
    public static Waivers none() {
        return new Waivers(List.of());
    }

    /**
     * Reads a file of waivers, YAML or JSON.
     *
     * @throws UnreadableDocument if it is not what it should be; the message says where and what would be right
     */
    public static Waivers read(String file) {
        Node root = Sources.read(file, Access.SAME_ORIGIN);
        if (!root.json().isArray()) {
            throw root.unreadable("this is no list of waivers; write \"- finding: …\" with reason and until");
        }
        FindingKinds known = FindingKinds.ofAllTools();
        return new Waivers(
                root.items().stream().map(each -> Waiver.of(each, known)).toList());
    }

    /**
     * These waivers, and those that are written at an operation, which is all that they are meant for.
     *
     * @param written one, or a list of them; nothing where it does not exist
     */
    public Waivers and(Node written, String subject) {
        List<Waiver> all = new ArrayList<>(waivers);
        FindingKinds known = FindingKinds.ofAllTools();
        List<Node> items = written.json().isArray() ? written.items() : written.exists() ? List.of(written) : List.of();
        items.forEach(item -> all.add(Waiver.of(item, known).at(subject)));
        return new Waivers(all);
    }

    /** The report with what is waived on that day taken as waived, and with what is wrong about the waivers. */
    public Report applied(Report report, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        Set<Waiver> used = new HashSet<>();
        for (Finding finding : report.findings()) {
            findings.addAll(applied(finding, today, used));
        }
        for (Waiver waiver : waivers) {
            if (!used.contains(waiver)) {
                findings.add(unused(waiver, report));
            } else if (!waiver.holds(today)) {
                findings.add(about(
                        waiver,
                        "waiver-stale",
                        "it held until " + waiver.until(),
                        "mend what it waived, or decide on a new day"));
            }
        }
        return report.with(findings);
    }

    /** A finding, taken apart into where it is waived and where not. */
    private List<Finding> applied(Finding finding, LocalDate today, Set<Waiver> used) {
        Map<Site, Waiver> waived = new LinkedHashMap<>();
        List<Site> left = new ArrayList<>();
        for (Site site : sites(finding)) {
            List<Waiver> covering =
                    waivers.stream().filter(each -> each.covers(finding, site)).toList();
            used.addAll(covering);
            covering.stream()
                    .filter(each -> each.holds(today))
                    .findFirst()
                    .ifPresentOrElse(each -> waived.put(site, each), () -> left.add(site));
        }
        if (waived.isEmpty()) {
            return List.of(finding);
        }
        Finding accepted = waived(at(finding, List.copyOf(waived.keySet())), new LinkedHashSet<>(waived.values()));
        return left.isEmpty() ? List.of(accepted) : List.of(at(finding, left), accepted);
    }

    /** Where a finding counts. */
    static List<Site> sites(Finding finding) {
        return finding.sites().isEmpty()
                ? List.of(new Site(finding.subject(), "", List.of(), finding.message()))
                : finding.sites();
    }

    static Finding at(Finding finding, List<Site> sites) {
        return finding.sites().isEmpty() ? finding : finding.counting(sites);
    }

    private static Finding waived(Finding finding, Set<Waiver> by) {
        List<Evidence> evidence = new ArrayList<>(finding.evidence());
        by.forEach(each -> evidence.add(new Evidence("waived until " + each.until(), each.reason())));
        return finding.on(Level.WAIVED).provedBy(evidence);
    }

    /** What is wrong about a waiver that covers nothing: perhaps it is about another place, or about less. */
    private static Finding unused(Waiver waiver, Report report) {
        for (Finding finding : report.findings()) {
            for (Site site : sites(finding)) {
                if (waiver.resembles(finding, site) && waiver.place().equals(site.place())) {
                    return about(
                            waiver,
                            "waiver-outgrown",
                            "what is found there is " + String.join(", ", site.values()),
                            "decide on that, too: " + Waiver.entry(finding, site));
                } else if (waiver.resembles(finding, site) && waiver.place().isEmpty()) {
                    return about(
                            waiver,
                            "waiver-without-place",
                            "it names no place, and would cover the next finding of its kind, too",
                            "say which is meant: " + Waiver.entry(finding, site));
                }
            }
        }
        return about(waiver, "waiver-unused", "nothing is found that it waives", "delete the waiver");
    }

    private static Finding about(Waiver waiver, String id, String problem, String advice) {
        String whereas = (waiver.subject().isEmpty() ? "" : " at " + waiver.subject())
                + (waiver.place().isEmpty() ? "" : ", " + waiver.place() + ",");
        return Finding.of(
                        id,
                        Level.ERROR,
                        "waivers",
                        "The waiver of " + waiver.finding() + whereas + " is not needed or not valid: " + problem + ".")
                .at(List.of(waiver.location()))
                .advising(advice);
    }
}
