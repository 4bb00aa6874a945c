package io.platformapi.verify;

import io.platformapi.contract.Operation;
import io.platformapi.contract.source.Place;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Location;
import io.platformapi.report.Report;
import io.platformapi.verify.cases.CheckId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What of a document is tested, and what the user leaves out of that, each for a reason. */
final class Scope {

    private final List<Operation> tested = new ArrayList<>();
    private final Map<Operation, String> leftOut = new LinkedHashMap<>();

    /**
     * The scope within some operations.
     *
     * @param reasons why an operation is left out, as {@code left out by --exclude tag=admin}; empty where it is not
     */
    Scope(List<Operation> operations, Function<Operation, Optional<String>> reasons) {
        operations.forEach(operation -> reasons.apply(operation)
                .ifPresentOrElse(reason -> leftOut.put(operation, reason), () -> tested.add(operation)));
    }

    /** What is tested, in the order of the document. */
    List<Operation> tested() {
        return List.copyOf(tested);
    }

    /** The report with what is left out: it is not tested, and the user said that this is enough. */
    Report in(Report report) {
        List<Finding> findings = new ArrayList<>(report.findings());
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        leftOut.forEach((operation, reason) -> {
            findings.add(finding(operation, reason));
            subjects.computeIfAbsent(reason, any -> new ArrayList<>()).add(operation.toString());
        });
        List<String> lines = subjects.entrySet().stream()
                .map(each -> capitalised(each.getKey()) + ": " + NameList.some(each.getValue()) + ".")
                .toList();
        List<String> summary =
                Stream.concat(report.summary().stream(), lines.stream()).toList();
        return report.with(findings).summing(summary);
    }

    private static Finding finding(Operation operation, String reason) {
        Place place = operation.node().place();
        return Finding.of(CheckId.LEFT_OUT.id(), Level.ALLOWED, operation.toString(), "Not tested: " + reason + ".")
                .at(List.of(new Location("documented", place.file(), place.pointer(), place.line())));
    }

    private static String capitalised(String reason) {
        return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
    }
}
