package io.platformapi.verify.chains;

import io.platformapi.verify.cases.Case;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.Optional;

/** Sends a case, and has its answer looked at as every answer is. */
@FunctionalInterface
public interface Courier {

    /**
     * The case and its answer; empty if there is none to look at.
     *
     * @throws IOException if nobody answers any more
     */
    Optional<Exchange> exchange(Case asked) throws IOException;
}
