package io.platformapi.verify;

import io.platformapi.contract.source.Place;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Location;
import io.platformapi.report.Report;
import io.platformapi.verify.checks.Failure;
import io.platformapi.verify.checks.Failure.Blame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells the outcome of a verification in the words of the report model. */
final class VerifyReport {

    private static final int MOST_NAMES = 5;

    private final Curl curl;
    private final long seed;

    VerifyReport(Curl curl, long seed) {
        this.curl = curl;
        this.seed = seed;
    }

    Report of(String title, Outcome outcome) {
        List<Finding> findings = outcome.causes().stream().map(this::finding).toList();
        return new Report(
                "verify",
                title,
                Map.of(Level.ERROR, "violation", Level.NOTE, "note"),
                findings,
                summary(outcome),
                outcome.coverage());
    }

    private Finding finding(Outcome.Cause cause) {
        Failure first = cause.first();
        Place place = first.documented().place();
        Finding finding = Finding.of(first.check(), level(first), first.asked().subject(), message(cause))
                .at(List.of(new Location("documented", place.file(), place.pointer(), place.line())))
                .provedBy(List.of(
                        new Evidence("expected", first.expected()),
                        new Evidence("received", first.received()),
                        new Evidence("case", first.asked().id() + " (seed " + seed + ")")))
                .reproducedBy(curl.command(first.asked().request()));
        List<String> others = cause.subjects().stream().skip(1).toList();
        return others.isEmpty() ? finding : finding.hurting("The same at " + named(others) + ".");
    }

    private static Level level(Failure failure) {
        return failure.blame() == Blame.SERVER ? Level.ERROR : Level.NOTE;
    }

    private static String message(Outcome.Cause cause) {
        return cause.cases() == 1 ? cause.first().cause() : cause.first().cause() + " (" + cause.cases() + " times)";
    }

    private static List<String> summary(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        int operations = outcome.tested().size();
        lines.add(outcome.requests() + " requests, " + operations + (operations == 1 ? " operation" : " operations")
                + " tested.");
        lines.addAll(MediaTypeSummary.lines(outcome.coverage()));
        if (!outcome.closed().isEmpty()) {
            lines.add("Not let in (401): " + named(outcome.closed())
                    + ". Give a credential: --header 'Authorization: Bearer …'.");
        }
        if (!outcome.unasked().isEmpty()) {
            lines.add("No valid request could be made up for " + named(outcome.unasked())
                    + "; document an example for each.");
        }
        outcome.hindered().forEach((operation, why) -> lines.add("Not tested: " + operation + ": " + why + "."));
        return lines;
    }

    private static String named(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        return names.size() <= MOST_NAMES ? some : some + " and " + (names.size() - MOST_NAMES) + " more";
    }
}
