package io.platformapi.compat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Finding;
import io.platformapi.report.FindingKinds;
import io.platformapi.report.Level;
import io.platformapi.report.Location;
import io.platformapi.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a team may demand beyond that no client breaks; each is off unless settings name it. */
record Policies(Contract old, Contract fresh) {

    /** The ids, which are those of their findings. */
    static final Set<String> IDS = Stream.of(
                    Change.SUNSET_MISSING,
                    Change.STABILITY_MISSING,
                    Change.NOT_ADDITIVE,
                    Change.DESCRIPTION_MISSING,
                    Change.VERSION_TOO_LOW)
            .map(Change::id)
            .collect(Collectors.toCollection(TreeSet::new));

    private static final FindingKinds KINDS = FindingKinds.of("compat");

    /** The report with what breaks the policies. */
    Report in(Report report, Set<String> policies) {
        List<Finding> all = new ArrayList<>(report.findings());
        if (policies.contains(Change.SUNSET_MISSING.id())) {
            all.addAll(removedWithoutSunset(report));
        }
        if (policies.contains(Change.STABILITY_MISSING.id())) {
            fresh.operations().stream()
                    .filter(each -> !each.node().member("x-stability-level").exists())
                    .forEach(each -> all.add(
                            finding(Change.STABILITY_MISSING, each, "It says no `x-stability-level`.", each.node())));
        }
        if (policies.contains(Change.NOT_ADDITIVE.id())) {
            report.findings().stream()
                    .filter(each -> each.level() == Level.NOTE && !isAdditive(each.id()))
                    .forEach(each -> all.add(notAdditive(each)));
        }
        if (policies.contains(Change.DESCRIPTION_MISSING.id())) {
            fresh.operations().forEach(each -> all.addAll(undescribed(each)));
        }
        if (policies.contains(Change.VERSION_TOO_LOW.id())) {
            Version.Claim claim = Version.claim(old, fresh, report.findings(), () -> Compatibility.isSame(old, fresh));
            if (claim.level() != Level.NOTE) {
                all.add(Finding.of(Change.VERSION_TOO_LOW.id(), claim.level(), "the document", claim.words())
                        .at(List.of(
                                location("new", fresh.document().member("info").member("version")))));
            }
        }
        return report.with(all);
    }

    /** Whether nothing is taken away; what breaks clients does, also where nothing was promised to them. */
    private static boolean isAdditive(String id) {
        return KINDS.fact(id, "additive").equals("true");
    }

    private static Finding notAdditive(Finding found) {
        return Finding.of(Change.NOT_ADDITIVE.id(), Level.ERROR, found.subject(), found.message())
                .at(found.locations());
    }

    private List<Finding> removedWithoutSunset(Report report) {
        Set<String> removed = report.findings().stream()
                .filter(each -> each.id().equals(Change.OPERATION_REMOVED.id()) && each.level() == Level.NOTE)
                .map(Finding::subject)
                .collect(Collectors.toSet());
        return old.operations().stream()
                .filter(each -> removed.contains(each.toString()) && !Lifecycle.isUnstable(each))
                .filter(each -> !each.node().member("x-sunset").exists())
                .map(each -> finding(
                        Change.SUNSET_MISSING, each, "It was removed without an `x-sunset` before.", each.node()))
                .toList();
    }

    private static List<Finding> undescribed(Operation operation) {
        List<Finding> missing = new ArrayList<>();
        Node node = operation.node();
        if (node.text("description", "").isBlank() && operation.summary().isBlank()) {
            missing.add(
                    finding(Change.DESCRIPTION_MISSING, operation, "It has neither summary nor description.", node));
        }
        for (Parameter parameter : operation.parameters()) {
            if (parameter.node().text("description", "").isBlank()) {
                String what = parameter.in().keyword() + " parameter " + parameter.name();
                missing.add(finding(
                        Change.DESCRIPTION_MISSING, operation, what + " has no description.", parameter.node()));
            }
        }
        return missing;
    }

    private static Finding finding(Change change, Operation operation, String message, Node node) {
        return Finding.of(change.id(), Level.ERROR, operation.toString(), message)
                .at(List.of(location(change == Change.SUNSET_MISSING ? "old" : "new", node)));
    }

    private static Location location(String role, Node node) {
        var place = node.place();
        return new Location(role, place.file(), place.pointer(), place.line());
    }
}
