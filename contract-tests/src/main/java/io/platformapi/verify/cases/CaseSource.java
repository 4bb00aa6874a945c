package io.platformapi.verify.cases;

import io.platformapi.contract.Operation;
import java.util.List;

/** One kind of case, for any operation. */
@FunctionalInterface
interface CaseSource {

    /** The cases for an operation, in the order they should be sent. */
    List<Case> cases(Operation operation);
}
