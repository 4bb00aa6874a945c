package io.platformapi.verify;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Unread;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Location;
import io.platformapi.report.Report;
import java.util.ArrayList;
import java.util.List;

/** What is written about operations and no check looks at, so that nobody takes it for tested. */
record NotLookedAt(List<Finding> findings) {

    static NotLookedAt of(List<Operation> operations) {
        List<Finding> findings = new ArrayList<>();
        for (Operation operation : operations) {
            Unread.of(operation).forEach(each -> findings.add(finding(operation, each)));
        }
        return new NotLookedAt(findings);
    }

    private static Finding finding(Operation operation, Node unread) {
        var place = unread.place();
        return Finding.of("not-looked-at", Level.NOTE, operation.toString(), Unread.told(unread))
                .at(List.of(new Location("documented", place.file(), place.pointer(), place.line())));
    }

    /** The report with these at its end. */
    Report in(Report report) {
        List<Finding> all = new ArrayList<>(report.findings());
        all.addAll(findings);
        return new Report(report.tool(), report.title(), report.words(), all, report.summary(), report.coverage());
    }
}
