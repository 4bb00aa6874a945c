package io.platformapi.verify;

import io.platformapi.contract.Operation;
import io.platformapi.contract.reader.LeftOut;
import io.platformapi.contract.reader.Unread;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Location;
import io.platformapi.report.Report;
import io.platformapi.verify.cases.CheckId;
import java.util.ArrayList;
import java.util.List;

/**
 * What is written about operations and no check looks at, so that nobody takes it for tested.
 *
 * @param operations those that are tested
 * @param leftOut what of the document cannot be read
 * @param level the level of what is not
 */
record NotLookedAt(List<Operation> operations, LeftOut leftOut, Level level) {

    /** The report with these at its end. */
    Report in(Report report) {
        List<Finding> all = new ArrayList<>(report.findings());
        for (Operation operation : operations) {
            Unread.of(operation).forEach(each -> all.add(finding(operation, each, Unread.told(each))));
            Unread.of(operation, leftOut)
                    .forEach(each -> all.add(finding(operation, each.node(), "not looked at: " + each.message())));
        }
        return report.with(all);
    }

    private Finding finding(Operation operation, Node unread, String told) {
        var place = unread.place();
        return Finding.of(CheckId.NOT_LOOKED_AT.id(), level, operation.toString(), told)
                .at(List.of(new Location("documented", place.file(), place.pointer(), place.line())));
    }
}
