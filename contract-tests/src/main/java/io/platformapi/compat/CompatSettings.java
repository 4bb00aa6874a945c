package io.platformapi.compat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.report.Finding;
import io.platformapi.report.FindingKind;
import io.platformapi.report.FindingKinds;
import io.platformapi.report.Report;
import io.platformapi.report.RuleSettings;
import io.platformapi.report.Site;
import io.platformapi.report.Which;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.TypeConversionException;

/**
 * How much findings count, and which policies hold: as usual, but for what a file says otherwise.
 *
 * <pre>{@code
 * policies: [version-too-low, description-missing]
 * rules: {response-status-added: compatible}
 * where:
 *   - {extension: x-internal, level: compatible}
 *   - {operations: path=/beta/**, finding: operation-removed, level: undecided}
 * }</pre>
 *
 * <p>What {@code parameters} and {@code operations} say of requests is for whoever sends some.
 *
 * @param from the file; "" where there is none
 * @param rules by the id of the finding
 * @param exceptions in their order; the last that fits counts
 * @param policies the ids of those that hold
 */
record CompatSettings(String from, Map<String, Severity> rules, List<Exceptional> exceptions, Set<String> policies) {

    private static final List<String> KEYS = List.of("rules", "where", "policies", "parameters", "operations");

    /**
     * What holds for some operations only.
     *
     * @param finding the id of the finding; "" for all
     * @param which which operations are meant; empty for all
     * @param extension a field that the operation has; "" where none is asked for
     */
    record Exceptional(String finding, Optional<Which> which, String extension, Severity level) {

        private static final List<String> MEMBERS = List.of("finding", "operations", "extension", "level");

        private static Exceptional of(Node written, Set<String> known) {
            if (!written.isObject()) {
                throw written.unreadable("an exception is written as {operations: tag=beta, level: compatible}");
            }
            RuleSettings.refuseUnknown(written, MEMBERS);
            String id = written.text("finding", "");
            if (!id.isEmpty() && !known.contains(id)) {
                throw written.member("finding").unreadable("compat finds no " + id + "; explain --list lists all");
            }
            Node operations = written.member("operations");
            Node extension = written.member("extension");
            if (!operations.exists() && !extension.exists()) {
                throw written.unreadable("an exception needs operations or an extension; \"rules\" holds for all");
            }
            if (extension.exists() && !extension.json().asText().startsWith("x-")) {
                throw extension.unreadable("an extension begins with x-");
            }
            return new Exceptional(id, which(operations), written.text("extension", ""), level(written));
        }

        private static Severity level(Node written) {
            if (!written.member("level").exists()) {
                throw written.unreadable("an exception needs a level: breaking, undecided, compatible or off");
            }
            return Severity.of(written.member("level"));
        }

        private static Optional<Which> which(Node operations) {
            try {
                return operations.exists()
                        ? Optional.of(Which.of(operations.json().asText()))
                        : Optional.empty();
            } catch (TypeConversionException e) {
                throw operations.unreadable(String.valueOf(e.getMessage()));
            }
        }

        private boolean fits(String id, Operation operation) {
            return (finding.isEmpty() || finding.equals(id))
                    && which.filter(each -> !each.means(operation)).isEmpty()
                    && (extension.isEmpty() || isSet(operation));
        }

        /** What is written as false is not set. */
        private boolean isSet(Operation operation) {
            return Stream.of(operation.node(), operation.node().parent())
                    .map(node -> node.member(extension))
                    .anyMatch(field -> field.exists() && !field.json().asText().equals("false"));
        }
    }

    /** As usual. */
    static CompatSettings usual() {
        return new CompatSettings("", Map.of(), List.of(), Set.of());
    }

    /**
     * Those of a file.
     *
     * @throws UnreadableDocument if it is not there, or says something else; the message says where
     */
    static CompatSettings read(String file) {
        Node root = Sources.read(file, Access.SAME_ORIGIN);
        if (!root.isObject()) {
            throw root.unreadable("settings are written as rules: {response-status-added: compatible}");
        }
        RuleSettings.refuseUnknown(root, KEYS);
        Set<String> known = new LinkedHashSet<>();
        FindingKinds.of("compat").all().stream().map(FindingKind::id).forEach(known::add);
        Set<String> policies = new LinkedHashSet<>();
        for (Node policy : root.member("policies").items()) {
            String id = policy.json().asText();
            if (!Policies.IDS.contains(id)) {
                throw policy.unreadable("there is no policy " + id + "; these are: " + String.join(", ", Policies.IDS));
            }
            policies.add(id);
        }
        List<Exceptional> exceptions = root.member("where").items().stream()
                .map(each -> Exceptional.of(each, known))
                .toList();
        return new CompatSettings(
                file, RuleSettings.read(root.member("rules"), known, Severity::of), exceptions, policies);
    }

    /** The report in which each finding counts as the settings say, wherever it is found. */
    Report applied(Report report, Contract old, Contract fresh) {
        if (rules.isEmpty() && exceptions.isEmpty()) {
            return report;
        }
        List<Finding> findings = new ArrayList<>();
        int off = 0;
        for (Finding finding : report.findings()) {
            Map<Optional<Severity>, List<Site>> bySeverity = new LinkedHashMap<>();
            sites(finding)
                    .forEach(site -> bySeverity
                            .computeIfAbsent(
                                    severity(finding.id(), site.subject(), old, fresh), any -> new ArrayList<>())
                            .add(site));
            for (var each : bySeverity.entrySet()) {
                Finding part = finding.sites().isEmpty() ? finding : finding.counting(each.getValue());
                if (each.getKey().filter(Severity.OFF::equals).isPresent()) {
                    off++;
                } else {
                    findings.add(each.getKey().map(level -> level.of(part)).orElse(part));
                }
            }
        }
        String line = off + (off == 1 ? " finding is" : " findings are") + " not told: off by " + from + ".";
        List<String> summary = off == 0
                ? report.summary()
                : Stream.concat(report.summary().stream(), Stream.of(line)).toList();
        return report.with(findings).summing(summary);
    }

    private static List<Site> sites(Finding finding) {
        return finding.sites().isEmpty()
                ? List.of(new Site(finding.subject(), "", List.of(), finding.message()))
                : finding.sites();
    }

    private Optional<Severity> severity(String id, String subject, Contract old, Contract fresh) {
        Optional<Operation> operation = Stream.of(fresh, old)
                .flatMap(contract -> Stream.concat(contract.operations().stream(), contract.webhooks().stream()))
                .filter(each -> subject.equals(each.toString()) || subject.startsWith(each + " callback "))
                .findFirst();
        return operation
                .flatMap(each -> exceptions.stream()
                        .filter(exception -> exception.fits(id, each))
                        .reduce((earlier, later) -> later)
                        .map(Exceptional::level))
                .or(() -> Optional.ofNullable(rules.get(id)));
    }
}
