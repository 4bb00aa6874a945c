package io.platformapi.verify.checks;

import io.platformapi.contract.Contract;
import io.platformapi.contract.check.ResponseCheck;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import java.util.List;

/** Every check there is. */
public final class Checks {

    private Checks() {}

    /** The checks for servers of a contract. */
    public static List<Check> of(Contract contract, Undocumented undocumented) {
        return List.of(
                new ServerErrors(),
                new Conformance(
                        new ResponseCheck(contract.dialect().formats(), undocumented),
                        contract.dialect().formats()),
                new Refusals(),
                new Acceptance(),
                new AllowedMethods(),
                new HeadLikeGet());
    }
}
