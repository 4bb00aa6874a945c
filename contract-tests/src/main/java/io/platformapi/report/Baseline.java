package io.platformapi.report;

import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import io.platformapi.contract.source.UnreadableDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an earlier run of the same tool found, as its report in JSON says: it fails no later one. What is not found any
 * more is told, and told apart from what was not looked at this time.
 */
final class Baseline {

    private static final String TIMES = " \\(\\d+ times\\)";
    private static final String COUNT = "^\\d+ requests? (was|were) ";
    private static final int MOST_NAMES = 5;

    private final String file;
    private final Map<String, Node> known;

    private Baseline(String file, Map<String, Node> known) {
        this.file = file;
        this.known = known;
    }

    /**
     * Reads a report.
     *
     * @throws UnreadableDocument if it is none that the tool wrote as JSON
     */
    static Baseline read(String file, String tool) {
        Node root = Sources.read(file, Access.SAME_ORIGIN);
        if (!root.member("findings").json().isArray()) {
            throw root.unreadable("this is no report; --report json=FILE writes one");
        }
        if (!root.text("tool", "").equals(tool)) {
            throw root.member("tool").unreadable("this is a report of " + root.text("tool", "") + ", not of " + tool);
        }
        Map<String, Node> known = new LinkedHashMap<>();
        for (Node finding : root.member("findings").items()) {
            if (finding.flag("fails")) {
                keys(finding).forEach(key -> known.put(key, finding));
            }
        }
        return new Baseline(file, known);
    }

    /** The report in which what was known fails no more. */
    Report applied(Report report) {
        Set<String> found = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : report.findings()) {
            findings.addAll(applied(finding, found));
        }
        Set<Node> gone = new LinkedHashSet<>();
        Set<Node> missed = new LinkedHashSet<>();
        known.forEach((key, earlier) -> {
            if (!found.contains(key)) {
                (isLookedAt(report, earlier.text("subject", "")) ? gone : missed).add(earlier);
            }
        });
        gone.removeAll(missed);
        gone.forEach(earlier -> findings.add(about(earlier, "baseline-gone", "Not found any more: ")));
        missed.forEach(earlier -> findings.add(about(earlier, "baseline-not-looked-at", "Not looked at this time: ")));
        return report.with(findings).summing(summary(report, findings, gone, missed));
    }

    private List<String> summary(Report report, List<Finding> findings, Set<Node> gone, Set<Node> missed) {
        long same =
                findings.stream().filter(each -> each.level() == Level.KNOWN).count();
        long fresh = findings.stream().filter(each -> each.level().fails()).count();
        String line = "Beside " + file + ": " + fresh + " new, " + same + " known, " + gone.size() + " gone"
                + (missed.isEmpty() ? "" : ", " + missed.size() + " not looked at this time") + "."
                + (gone.isEmpty() ? "" : " Gone: " + names(gone) + ".");
        return Stream.concat(report.summary().stream(), Stream.of(line)).toList();
    }

    private static String names(Set<Node> earlier) {
        List<String> names = earlier.stream()
                .map(each -> each.text("id", "") + " at " + each.text("subject", ""))
                .distinct()
                .toList();
        return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
    }

    /** Where something was left open at a subject, or the run ended early, nobody knows what is gone. */
    private static boolean isLookedAt(Report report, String subject) {
        return report.findings().stream()
                .filter(each -> each.level() == Level.UNDECIDED || each.level() == Level.ALLOWED)
                .noneMatch(each -> each.subject().equals(subject));
    }

    private static Finding about(Node earlier, String id, String what) {
        return Finding.of(
                id,
                Level.NOTE,
                earlier.text("subject", ""),
                what + earlier.text("id", "") + ", \"" + earlier.text("message", "") + "\"");
    }

    private List<Finding> applied(Finding finding, Set<String> found) {
        List<Site> old = new ArrayList<>();
        List<Site> fresh = new ArrayList<>();
        for (Site site : Waivers.sites(finding)) {
            String key = finding.sites().isEmpty() ? key(finding) : key(finding.id(), site);
            found.add(key);
            (known.containsKey(key) && finding.level().fails() ? old : fresh).add(site);
        }
        if (old.isEmpty()) {
            return List.of(finding);
        }
        Finding accepted = Waivers.at(finding, old).on(Level.KNOWN);
        return fresh.isEmpty() ? List.of(accepted) : List.of(Waivers.at(finding, fresh), accepted);
    }

    private static String key(Finding finding) {
        List<Location> places = finding.locations();
        return key(
                finding.id(),
                finding.subject(),
                finding.message(),
                finding.consequence() == null ? "" : finding.consequence(),
                places.isEmpty() ? "" : places.get(places.size() - 1).pointer());
    }

    private static String key(String id, Site site) {
        return String.join("\n", id, site.subject(), site.place(), String.join(", ", site.values()));
    }

    private static String key(String id, String subject, String message, String consequence, String pointer) {
        String same = message.replaceAll(TIMES, "").replaceFirst(COUNT, "");
        return String.join("\n", id, subject, same, consequence, pointer);
    }

    private static List<String> keys(Node finding) {
        String id = finding.text("id", "");
        List<Node> places = finding.member("locations").items();
        if (finding.member("sites").items().isEmpty()) {
            return List.of(key(
                    id,
                    finding.text("subject", ""),
                    finding.text("message", ""),
                    finding.text("consequence", ""),
                    places.isEmpty() ? "" : places.get(places.size() - 1).text("pointer", "")));
        }
        return finding.member("sites").items().stream()
                .map(site -> key(
                        id,
                        new Site(
                                site.text("subject", ""),
                                site.text("place", ""),
                                site.member("values").items().stream()
                                        .map(value -> value.json().asText())
                                        .toList(),
                                "")))
                .toList();
    }
}
