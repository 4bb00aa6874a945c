package io.platformapi.verify;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.reader.LeftOut;
import io.platformapi.report.Level;
import io.platformapi.report.Report;
import io.platformapi.verify.cases.Addresses;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Target;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/**
 * A run that is ready to begin: what is asked of whom, and how it is told.
 *
 * @param scope what is tested, and what is left out
 * @param cases what is asked
 * @param checks what is looked for
 * @param target whom to ask
 * @param after what is closed after it
 * @param limits how long is waited, and for how much
 * @param telling how it is told
 */
record Run(
        Contract contract,
        Scope scope,
        Cases cases,
        Checks checks,
        Target target,
        Closeable after,
        RunLimits limits,
        Telling telling)
        implements Closeable {

    /**
     * How a run is told.
     *
     * @param url where the server is, as the caller has it
     * @param credentials what let requests in
     * @param secrets whether that is shown
     * @param untested the level of what was not tested
     * @param thresholds how much has to be reached
     */
    record Telling(
            URI url, Credentials credentials, boolean secrets, long seed, Level untested, List<Threshold> thresholds) {

        private String command(HttpRequest request) {
            Curl curl = new Curl(
                    Addresses.below(url).origin().toString(),
                    credentials,
                    secrets ? Curl.Secrets.SHOWN : Curl.Secrets.HIDDEN);
            return secrets ? curl.command(request) : credentials.hidden(curl.command(request));
        }
    }

    /**
     * Sends everything.
     *
     * @param begun takes the verification before it begins, as whoever may want to stop it
     */
    Outcome outcome(Verification.Progress progress, Consumer<Verification> begun) {
        Verification verification = new Verification(cases, checks, target, limits, progress);
        begun.accept(verification);
        return verification.outcome(scope.tested());
    }

    /** What was found, and what was not looked at. A run that did not come to its end is a finding, too. */
    Report report(Outcome outcome) {
        VerifyReport found = new VerifyReport(
                telling::command, telling.seed(), telling.untested(), new CommonCause(contract, telling.url()));
        Report report = scope.in(new NotLookedAt(scope.tested(), new LeftOut(contract.illegible()), telling.untested())
                .in(found.of(contract.title() + " at " + telling.url(), outcome)));
        for (Threshold threshold : telling.thresholds()) {
            report = threshold.in(report);
        }
        return report;
    }

    @Override
    public void close() throws IOException {
        after.close();
    }
}
