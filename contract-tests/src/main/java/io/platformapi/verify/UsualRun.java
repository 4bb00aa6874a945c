package io.platformapi.verify;

import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.reader.LeftOut;
import io.platformapi.report.Level;
import io.platformapi.report.Report;
import io.platformapi.verify.cases.Addresses;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.cases.FixedValues;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.wire.ClientSettings;
import java.net.URI;

/**
 * A whole verification as the command does it without options, for programs.
 *
 * @param contract what the server is held to
 * @param url where it answers
 * @param headers the header fields that let requests in
 * @param untested the level of what was not tested
 */
public record UsualRun(Contract contract, URI url, Headers headers, Level untested) {

    /** As many made-up requests and broken examples as the command sends unless it is told otherwise. */
    private static final Budget BUDGET = new Budget(10, 400, 1);

    /** Sends everything, and tells what was found. A run that did not come to its end is a finding, too. */
    public Report report() {
        Credentials credentials = Credentials.of(headers, contract);
        Addresses addresses = Addresses.of(contract, url);
        RunLimits limits = RunLimits.usual();
        Outcome outcome;
        try (HttpTarget target = new HttpTarget(addresses.origin(), ClientSettings.usual(), limits)) {
            outcome = new Verification(
                            new Cases(contract, credentials, BUDGET, addresses, FixedValues.NONE),
                            Checks.of(contract, Undocumented.ALLOWED),
                            target,
                            limits,
                            Verification.Progress.NONE)
                    .outcome(contract.operations());
        }
        Curl curl = new Curl(addresses.origin().toString(), credentials, Curl.Secrets.HIDDEN);
        VerifyReport report = new VerifyReport(
                request -> credentials.hidden(curl.command(request)),
                BUDGET.seed(),
                untested,
                new CommonCause(contract, url));
        return new NotLookedAt(contract.operations(), new LeftOut(contract.illegible()), untested)
                .in(report.of(contract.title() + " at " + url, outcome));
    }
}
