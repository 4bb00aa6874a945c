package io.platformapi.verify.checks;

import java.util.List;

/** One question about all answers of an operation. */
@FunctionalInterface
interface OperationCheck {

    /** What is wrong; empty if nothing is, or if the question does not arise. */
    List<Failure> failures(List<Exchange> exchanges);
}
