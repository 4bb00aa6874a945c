package io.platformapi.report;

import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import io.platformapi.contract.source.UnreadableDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A file of waivers, one for all tools: a list of {@code finding}, {@code reason}, {@code until} and, where it is not
 * meant everywhere, {@code subject}. A waiver whose day has passed and one that nothing needs are findings themselves,
 * so that the file cannot rot.
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
        return new Waivers(root.items().stream().map(Waiver::of).toList());
    }

    /** The report with what is waived on that day taken as waived, and with what is wrong about the waivers. */
    public Report applied(Report report, LocalDate today) {
        Set<Waiver> used = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : report.findings()) {
            List<Waiver> covering =
                    waivers.stream().filter(each -> each.covers(finding)).toList();
            used.addAll(covering);
            findings.add(covering.stream()
                    .filter(each -> each.holds(today))
                    .findFirst()
                    .map(each -> waived(finding, each))
                    .orElse(finding));
        }
        for (Waiver waiver : waivers) {
            if (!used.contains(waiver)) {
                findings.add(about(waiver, "waiver-unused", "nothing is found that it waives", "delete the waiver"));
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

    private static Finding waived(Finding finding, Waiver waiver) {
        List<Evidence> evidence = new ArrayList<>(finding.evidence());
        evidence.add(new Evidence("waived until " + waiver.until(), waiver.reason()));
        return finding.on(Level.WAIVED).provedBy(evidence);
    }

    private static Finding about(Waiver waiver, String id, String problem, String advice) {
        String whereas = waiver.subject().isEmpty() ? "" : " at " + waiver.subject();
        return Finding.of(
                        id,
                        Level.ERROR,
                        "waivers",
                        "The waiver of " + waiver.finding() + whereas + " is not needed or not valid: " + problem + ".")
                .at(List.of(waiver.location()))
                .advising(advice);
    }
}
