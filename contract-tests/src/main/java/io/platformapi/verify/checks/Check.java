package io.platformapi.verify.checks;

import java.util.List;

/** One question about an answer. */
@FunctionalInterface
public interface Check {

    /** What is wrong; empty if nothing is, or if the question does not arise. */
    List<Failure> failures(Exchange exchange);
}
