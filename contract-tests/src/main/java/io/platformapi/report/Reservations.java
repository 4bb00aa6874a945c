package io.platformapi.report;

import io.platformapi.contract.Warning;
import io.platformapi.contract.dialect.Contract;
import java.io.PrintWriter;
import java.util.List;

/** What is wrong with a document that a tool works with all the same: said before it begins, with each place. */
public final class Reservations {

    private static final int MOST = 20;

    private Reservations() {}

    /** Says them, a line each; of more than twenty, how many there are. */
    public static void tell(Contract contract, PrintWriter err) {
        List<Warning> warnings = contract.warnings();
        warnings.stream().limit(MOST).forEach(warning -> err.println("warning: " + warning));
        if (warnings.size() > MOST) {
            err.println("warning: " + (warnings.size() - MOST) + " more like these; lint lists them all");
        }
        err.flush();
    }
}
